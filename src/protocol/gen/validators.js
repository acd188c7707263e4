/* Generated from protocol/schema.json by `npm run generate`. Do not edit. */
import runtime0 from "ajv/dist/runtime/ucs2length.js";
const under = (validate, path) => {
  for (const error of validate.errors) error.instancePath = path + error.instancePath;
  return !1;
}, isIn = (table, beyond, unit) => unit < 128 ? table[unit] === 1 : beyond, startsIn = (table, beyond) => ({ test: (text) => text.length > 0 && isIn(table, beyond, text.charCodeAt(0)) }), holdsAny = (table, beyond) => ({
  test(text) {
    for (let i = 0; i < text.length; i++) if (isIn(table, beyond, text.charCodeAt(i))) return !0;
    return !1;
  }
}), start = validate39, schema32 = { type: "object", title: "Start", description: "First line to every program: version, role and context. A program that sees none changes nothing.", required: ["type", "protocol", "role", "run", "step", "action"], properties: { type: { const: "start", title: "Type of the message", description: "Always `start`, and the first key of the line." }, protocol: { type: "integer", title: "Protocol", description: "Major version of the protocol that the host speaks in this run.", minimum: 1, maximum: 65535 }, role: { enum: ["producer", "consumer"], title: "Role", description: "A producer looks and changes nothing; a consumer applies what was chosen." }, run: { $ref: "#/$defs/name", title: "Run", description: "Names the transition; the same for all programs of it and after a reboot." }, step: { $ref: "#/$defs/name", title: "Step", description: "Name of the step in the manifest." }, action: { enum: ["switch", "boot", "test"], title: "Action", description: "`switch` changes now, `boot` prepares the next boot, `test` changes now and does not outlive a reboot." }, target: { type: "string", title: "Target", description: "What the machine moves to, a store path or a release say.", minLength: 1 }, stateDir: { type: "string", title: "State directory", description: "Absolute path of the step's own directory, kept across runs; read-only to producers.", pattern: "^/" }, features: { type: "array", items: { $ref: "#/$defs/name" }, title: "Features", description: "What the host knows beyond this version: new types or enum values may be used only if they are listed here." }, config: { type: "object", title: "Configuration", description: "The step's configuration from the manifest, as it stands there. Always the last key." } } }, schema33 = { type: "string", title: "Name", description: "1 to 64 of `a-z 0-9 . _ -`, beginning with a letter: safe as a file name, in a shell pattern, as an argument and as a key. What people call a thing goes into a title.", pattern: "^[a-z]", not: { pattern: "[^a-z0-9._-]" }, maxLength: 64 }, pattern4 = holdsAny([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1], !0), pattern5 = startsIn([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], !1), pattern8 = new RegExp("^/", "u"), func1 = runtime0.default ?? runtime0;
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.protocol === void 0 && (missing0 = "protocol") || data.role === void 0 && (missing0 = "role") || data.run === void 0 && (missing0 = "run") || data.step === void 0 && (missing0 = "step") || data.action === void 0 && (missing0 = "action"))
        return validate39.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.type !== void 0) {
        const _errs1 = errors;
        if (data.type !== "start")
          return validate39.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "start" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.protocol !== void 0) {
          let data1 = data.protocol;
          const _errs2 = errors;
          if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
            return validate39.errors = [{ instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
          if (errors === _errs2 && typeof data1 == "number" && isFinite(data1)) {
            if (data1 > 65535 || isNaN(data1))
              return validate39.errors = [{ instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" }], !1;
            if (data1 < 1 || isNaN(data1))
              return validate39.errors = [{ instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
          }
          var valid0 = _errs2 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.role !== void 0) {
            let data2 = data.role;
            const _errs4 = errors;
            if (!(data2 === "producer" || data2 === "consumer"))
              return validate39.errors = [{ instancePath: instancePath + "/role", schemaPath: "#/properties/role/enum", keyword: "enum", params: { allowedValues: schema32.properties.role.enum }, message: "must be equal to one of the allowed values" }], !1;
            var valid0 = _errs4 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.run !== void 0) {
              let data3 = data.run;
              const _errs5 = errors, _errs6 = errors, _errs8 = errors, _errs9 = errors;
              typeof data3 == "string" && (pattern4.test(data3) || errors++);
              var valid2 = _errs9 === errors;
              if (valid2)
                return validate39.errors = [{ instancePath: instancePath + "/run", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
              if (errors = _errs8, vErrors !== null && (_errs8 ? vErrors.length = _errs8 : vErrors = null), errors === _errs6)
                if (typeof data3 == "string") {
                  if (data3.length > 64 && func1(data3) > 64)
                    return validate39.errors = [{ instancePath: instancePath + "/run", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (!pattern5.test(data3))
                    return validate39.errors = [{ instancePath: instancePath + "/run", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
                } else
                  return validate39.errors = [{ instancePath: instancePath + "/run", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.step !== void 0) {
                let data4 = data.step;
                const _errs10 = errors, _errs11 = errors, _errs13 = errors, _errs14 = errors;
                typeof data4 == "string" && (pattern4.test(data4) || errors++);
                var valid4 = _errs14 === errors;
                if (valid4)
                  return validate39.errors = [{ instancePath: instancePath + "/step", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
                if (errors = _errs13, vErrors !== null && (_errs13 ? vErrors.length = _errs13 : vErrors = null), errors === _errs11)
                  if (typeof data4 == "string") {
                    if (data4.length > 64 && func1(data4) > 64)
                      return validate39.errors = [{ instancePath: instancePath + "/step", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (!pattern5.test(data4))
                      return validate39.errors = [{ instancePath: instancePath + "/step", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
                  } else
                    return validate39.errors = [{ instancePath: instancePath + "/step", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs10 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.action !== void 0) {
                  let data5 = data.action;
                  const _errs15 = errors;
                  if (!(data5 === "switch" || data5 === "boot" || data5 === "test"))
                    return validate39.errors = [{ instancePath: instancePath + "/action", schemaPath: "#/properties/action/enum", keyword: "enum", params: { allowedValues: schema32.properties.action.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid0 = _errs15 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.target !== void 0) {
                    let data6 = data.target;
                    const _errs16 = errors;
                    if (errors === _errs16)
                      if (typeof data6 == "string") {
                        if (data6.length < 1)
                          return validate39.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                      } else
                        return validate39.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs16 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.stateDir !== void 0) {
                      let data7 = data.stateDir;
                      const _errs18 = errors;
                      if (errors === _errs18)
                        if (typeof data7 == "string") {
                          if (!pattern8.test(data7))
                            return validate39.errors = [{ instancePath: instancePath + "/stateDir", schemaPath: "#/properties/stateDir/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' }], !1;
                        } else
                          return validate39.errors = [{ instancePath: instancePath + "/stateDir", schemaPath: "#/properties/stateDir/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs18 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.features !== void 0) {
                        let data8 = data.features;
                        const _errs20 = errors;
                        if (errors === _errs20)
                          if (Array.isArray(data8)) {
                            var valid5 = !0;
                            const len0 = data8.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              let data9 = data8[i0];
                              const _errs22 = errors, _errs23 = errors, _errs25 = errors, _errs26 = errors;
                              typeof data9 == "string" && (pattern4.test(data9) || errors++);
                              var valid7 = _errs26 === errors;
                              if (valid7)
                                return validate39.errors = [{ instancePath: instancePath + "/features/" + i0, schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
                              if (errors = _errs25, vErrors !== null && (_errs25 ? vErrors.length = _errs25 : vErrors = null), errors === _errs23)
                                if (typeof data9 == "string") {
                                  if (data9.length > 64 && func1(data9) > 64)
                                    return validate39.errors = [{ instancePath: instancePath + "/features/" + i0, schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                                  if (!pattern5.test(data9))
                                    return validate39.errors = [{ instancePath: instancePath + "/features/" + i0, schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
                                } else
                                  return validate39.errors = [{ instancePath: instancePath + "/features/" + i0, schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                              var valid5 = _errs22 === errors;
                              if (!valid5)
                                break;
                            }
                          } else
                            return validate39.errors = [{ instancePath: instancePath + "/features", schemaPath: "#/properties/features/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                        var valid0 = _errs20 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0)
                        if (data.config !== void 0) {
                          let data10 = data.config;
                          const _errs27 = errors;
                          if (!(data10 && typeof data10 == "object" && !Array.isArray(data10)))
                            return validate39.errors = [{ instancePath: instancePath + "/config", schemaPath: "#/properties/config/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                          var valid0 = _errs27 === errors;
                        } else
                          var valid0 = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate39.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate39.errors = vErrors, errors === 0;
}
validate39.evaluated = { props: { type: !0, protocol: !0, role: !0, run: !0, step: !0, action: !0, target: !0, stateDir: !0, features: !0, config: !0 }, dynamicProps: !1, dynamicItems: !1 };
const resolve = validate40, schema36 = { type: "object", title: "Resolve", description: "One selected resolution for a consumer to apply.", required: ["type", "item", "resolution", "attempt"], properties: { type: { const: "resolve", title: "Type of the message", description: "Always `resolve`, and the first key of the line." }, item: { $ref: "#/$defs/name", title: "Item", description: "Id of the item that was found." }, resolution: { $ref: "#/$defs/name", title: "Resolution", description: "Id of the resolution that was chosen." }, attempt: { type: "integer", title: "Attempt", description: "Counts from 1, and up each time the selection is sent again.", minimum: 1, maximum: 9007199254740991 }, fingerprint: { type: "string", title: "Fingerprint", description: "State that the choice was made on.", minLength: 1, maxLength: 256 }, input: { type: "object", propertyNames: { $ref: "#/$defs/name" }, additionalProperties: { $ref: "#/$defs/scalar" }, title: "Input", description: "Values for the inputs of the resolution, by name. Always the last key." } } }, schema40 = { title: "Scalar", description: "A string, a boolean, or an integer within ±(2^53−1).", anyOf: [{ type: "string" }, { type: "boolean" }, { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 }] };
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.item === void 0 && (missing0 = "item") || data.resolution === void 0 && (missing0 = "resolution") || data.attempt === void 0 && (missing0 = "attempt"))
        return validate40.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.type !== void 0) {
        const _errs1 = errors;
        if (data.type !== "resolve")
          return validate40.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "resolve" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.item !== void 0) {
          let data1 = data.item;
          const _errs2 = errors, _errs3 = errors, _errs5 = errors, _errs6 = errors;
          typeof data1 == "string" && (pattern4.test(data1) || errors++);
          var valid2 = _errs6 === errors;
          if (valid2)
            return validate40.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
          if (errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null), errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate40.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (!pattern5.test(data1))
                return validate40.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
            } else
              return validate40.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs2 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.resolution !== void 0) {
            let data2 = data.resolution;
            const _errs7 = errors, _errs8 = errors, _errs10 = errors, _errs11 = errors;
            typeof data2 == "string" && (pattern4.test(data2) || errors++);
            var valid4 = _errs11 === errors;
            if (valid4)
              return validate40.errors = [{ instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
            if (errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null), errors === _errs8)
              if (typeof data2 == "string") {
                if (data2.length > 64 && func1(data2) > 64)
                  return validate40.errors = [{ instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (!pattern5.test(data2))
                  return validate40.errors = [{ instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
              } else
                return validate40.errors = [{ instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs7 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.attempt !== void 0) {
              let data3 = data.attempt;
              const _errs12 = errors;
              if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)))
                return validate40.errors = [{ instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              if (errors === _errs12 && typeof data3 == "number" && isFinite(data3)) {
                if (data3 > 9007199254740991 || isNaN(data3))
                  return validate40.errors = [{ instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }], !1;
                if (data3 < 1 || isNaN(data3))
                  return validate40.errors = [{ instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
              }
              var valid0 = _errs12 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.fingerprint !== void 0) {
                let data4 = data.fingerprint;
                const _errs14 = errors;
                if (errors === _errs14)
                  if (typeof data4 == "string") {
                    if (data4.length > 256 && func1(data4) > 256)
                      return validate40.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
                    if (data4.length < 1)
                      return validate40.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate40.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs14 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.input !== void 0) {
                  let data5 = data.input;
                  const _errs16 = errors;
                  if (errors === _errs16)
                    if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                      for (const key0 in data5) {
                        const _errs18 = errors, _errs19 = errors, _errs21 = errors, _errs22 = errors;
                        typeof key0 == "string" && (pattern4.test(key0) || errors++);
                        var valid7 = _errs22 === errors;
                        if (valid7) {
                          const err3 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: key0 };
                          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                        } else
                          errors = _errs21, vErrors !== null && (_errs21 ? vErrors.length = _errs21 : vErrors = null);
                        if (errors === _errs19)
                          if (typeof key0 == "string") {
                            if (key0.length > 64 && func1(key0) > 64) {
                              const err4 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key0 };
                              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                            } else if (!pattern5.test(key0)) {
                              const err5 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"', propertyName: key0 };
                              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                            }
                          } else {
                            const err6 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key0 };
                            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                          }
                        var valid5 = _errs18 === errors;
                        if (!valid5) {
                          const err7 = { instancePath: instancePath + "/input", schemaPath: "#/properties/input/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid" };
                          return vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++, validate40.errors = vErrors, !1;
                          break;
                        }
                      }
                      if (valid5)
                        for (const key1 in data5) {
                          let data6 = data5[key1];
                          const _errs24 = errors, _errs26 = errors;
                          let valid10 = !1;
                          const _errs27 = errors;
                          if (typeof data6 != "string") {
                            const err8 = { instancePath: instancePath + "/input/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                          }
                          var _valid0 = _errs27 === errors;
                          valid10 = valid10 || _valid0;
                          const _errs29 = errors;
                          if (typeof data6 != "boolean") {
                            const err9 = { instancePath: instancePath + "/input/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                          }
                          var _valid0 = _errs29 === errors;
                          valid10 = valid10 || _valid0;
                          const _errs31 = errors;
                          if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
                            const err10 = { instancePath: instancePath + "/input/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                          }
                          if (errors === _errs31 && typeof data6 == "number" && isFinite(data6)) {
                            if (data6 > 9007199254740991 || isNaN(data6)) {
                              const err11 = { instancePath: instancePath + "/input/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/scalar/anyOf/2/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" };
                              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                            } else if (data6 < -9007199254740991 || isNaN(data6)) {
                              const err12 = { instancePath: instancePath + "/input/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/scalar/anyOf/2/minimum", keyword: "minimum", params: { comparison: ">=", limit: -9007199254740991 }, message: "must be >= -9007199254740991" };
                              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                            }
                          }
                          var _valid0 = _errs31 === errors;
                          if (valid10 = valid10 || _valid0, valid10)
                            errors = _errs26, vErrors !== null && (_errs26 ? vErrors.length = _errs26 : vErrors = null);
                          else {
                            const err13 = { instancePath: instancePath + "/input/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                            return vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++, validate40.errors = vErrors, !1;
                          }
                          var valid8 = _errs24 === errors;
                          if (!valid8)
                            break;
                        }
                    } else
                      return validate40.errors = [{ instancePath: instancePath + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                  var valid0 = _errs16 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate40.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate40.errors = vErrors, errors === 0;
}
validate40.evaluated = { props: { type: !0, item: !0, resolution: !0, attempt: !0, fingerprint: !0, input: !0 }, dynamicProps: !1, dynamicItems: !1 };
const item = validate41, schema41 = { type: "object", title: "Item", description: "A finding with the ways to deal with it; from a consumer, a new choice that came up.", required: ["type"], properties: { type: { const: "item", title: "Type of the message", description: "Always `item`, and the first key of the line." } }, $ref: "#/$defs/itemBody" }, schema42 = { type: "object", title: "Item without type", description: "A finding with the ways to deal with it.", required: ["id", "severity", "title"], properties: { id: { $ref: "#/$defs/name", title: "Id", description: "Same condition, same id, on every run." }, severity: { enum: ["error", "warning", "recommendation"], title: "Severity", description: "An error must be dealt with; a warning must be answered; a recommendation may be left." }, title: { type: "string", title: "Title", description: "What was found, one line.", minLength: 1 }, detail: { type: "string", title: "Detail", description: "More about it, as plain text." }, docs: { type: "string", title: "Documentation", description: "Web address with more about it.", pattern: "^https?://", not: { pattern: "[\\x00-\\x20\\x7f]" } }, fingerprint: { type: "string", title: "Fingerprint", description: "Names the state that the item, and a choice on it, depends on.", minLength: 1, maxLength: 256 }, resources: { type: "array", items: { type: "string", title: "Resource", description: "A path, a unit, a database: what people call it.", minLength: 1 }, title: "Resources", description: "What the item is about." }, after: { type: "array", items: { $ref: "#/$defs/address" }, title: "After", description: "Items that come before this one if they are dealt with at all." }, resolutions: { type: "array", items: { $ref: "#/$defs/resolution" }, title: "Resolutions", description: "Best first. An error with none blocks." } } }, schema44 = { type: "string", title: "Address", description: "`item` in the own step, `step/item`, or `step/*` for all items of a step.", pattern: "^[a-z]", not: { pattern: "[^a-z0-9._/*-]|/.*/|/[^a-z*]|[^/]\\*|\\*.|[a-z0-9._-]{65}" }, anyOf: [{ pattern: "/[a-z*]" }, { not: { pattern: "/" } }] }, pattern19 = new RegExp("[\\x00-\\x20\\x7f]", "u"), pattern20 = new RegExp("^https?://", "u"), pattern21 = new RegExp("[^a-z0-9._/*-]|/.*/|/[^a-z*]|[^/]\\*|\\*.|[a-z0-9._-]{65}", "u"), pattern22 = new RegExp("/[a-z*]", "u"), pattern23 = new RegExp("/", "u"), schema45 = { type: "object", title: "Resolution", description: "One way to deal with an item.", required: ["id", "title"], properties: { id: { $ref: "#/$defs/name", title: "Id", description: "Unique within the item, the same on every run." }, title: { type: "string", title: "Title", description: "What will be done, one line.", minLength: 1 }, detail: { type: "string", title: "Detail", description: "More about it, as plain text." }, default: { type: "boolean", title: "Default", description: "Preselected at a prompt and taken by policy. At most one of an item." }, when: { enum: ["now", "after-boot"], title: "When", description: "Whether it is applied in this boot (default) or after the next one." }, ends: { enum: ["resolved", "kept", "reverted"], title: "Ends", description: "What becomes of the item: gone (default), left as it is on purpose, or rolled back." }, effects: { $ref: "#/$defs/effects", title: "Effects", description: "What applying it does to the machine." }, seconds: { type: "integer", title: "Seconds", description: "Estimated time it takes.", minimum: 0, maximum: 9007199254740991 }, inputs: { type: "object", propertyNames: { $ref: "#/$defs/name" }, additionalProperties: { $ref: "#/$defs/inputSpec" }, title: "Inputs", description: "Values it asks for, by name." }, items: { type: "array", items: { $ref: "#/$defs/itemBody" }, title: "Follow-up items", description: "Asked only if this resolution is chosen: a decision tree." } } }, schema47 = { type: "object", title: "Effects", description: 'What applying a resolution does to the machine. `destructive` absent means no; the others absent mean "not stated".', properties: { reboot: { type: "boolean", title: "Reboot", description: "Takes full effect only after a reboot." }, destructive: { type: "boolean", title: "Destructive", description: "Loses data that cannot be had back." }, reversible: { type: "boolean", title: "Reversible", description: "Can be undone afterwards by what the step offers." }, downtime: { type: "boolean", title: "Downtime", description: "A service is away while it is applied." } } }, schema49 = { type: "object", title: "Input", description: "A value that a resolution asks for.", required: ["type"], properties: { type: { enum: ["string", "boolean", "integer"], title: "Type", description: "Type of the value." }, title: { type: "string", title: "Title", description: "The question, as people read it.", minLength: 1 }, secret: { type: "boolean", title: "Secret", description: "Never shown, stored or logged. A secret has no default and no list of values." }, optional: { type: "boolean", title: "Optional", description: "May be left out." }, default: { $ref: "#/$defs/scalar", title: "Default", description: "Taken when nothing else is given." }, enum: { type: "array", minItems: 1, items: { $ref: "#/$defs/scalar" }, title: "Values", description: "The only values allowed." } }, allOf: [{ if: { type: "object", required: ["type"], properties: { type: { const: "string" } } }, then: { type: "object", properties: { default: { type: "string" }, enum: { type: "array", items: { type: "string" } } } } }, { if: { type: "object", required: ["type"], properties: { type: { const: "boolean" } } }, then: { type: "object", properties: { default: { type: "boolean" }, enum: { type: "array", items: { type: "boolean" } } } } }, { if: { type: "object", required: ["type"], properties: { type: { const: "integer" } } }, then: { type: "object", properties: { default: { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 }, enum: { type: "array", items: { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 } } } } }] };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate28.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs1 = errors, _errs2 = errors;
  let valid1 = !0;
  const _errs3 = errors;
  if (errors === _errs3)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      (data.type === void 0 && (missing0 = "type") || data.type !== void 0 && data.type !== "string") && errors++;
    } else
      errors++;
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    const _errs6 = errors;
    if (errors === _errs6)
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.default !== void 0) {
          const _errs8 = errors;
          if (typeof data.default != "string")
            return validate28.errors = [{ instancePath: instancePath + "/default", schemaPath: "#/allOf/0/then/properties/default/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid3 = _errs8 === errors;
        } else
          var valid3 = !0;
        if (valid3)
          if (data.enum !== void 0) {
            let data2 = data.enum;
            const _errs10 = errors;
            if (errors === _errs10)
              if (Array.isArray(data2)) {
                var valid4 = !0;
                const len0 = data2.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs12 = errors;
                  if (typeof data2[i0] != "string")
                    return validate28.errors = [{ instancePath: instancePath + "/enum/" + i0, schemaPath: "#/allOf/0/then/properties/enum/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid4 = _errs12 === errors;
                  if (!valid4)
                    break;
                }
              } else
                return validate28.errors = [{ instancePath: instancePath + "/enum", schemaPath: "#/allOf/0/then/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
            var valid3 = _errs10 === errors;
          } else
            var valid3 = !0;
      } else
        return validate28.errors = [{ instancePath, schemaPath: "#/allOf/0/then/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
    var _valid0 = _errs6 === errors;
    if (valid1 = _valid0, valid1) {
      var props0 = {};
      props0.default = !0, props0.enum = !0, props0.type = !0;
    }
  }
  if (!valid1) {
    const err3 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate28.errors = vErrors, !1;
  }
  var valid0 = _errs1 === errors;
  if (valid0) {
    const _errs14 = errors, _errs15 = errors;
    let valid5 = !0;
    const _errs16 = errors;
    if (errors === _errs16)
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing1;
        (data.type === void 0 && (missing1 = "type") || data.type !== void 0 && data.type !== "boolean") && errors++;
      } else
        errors++;
    var _valid1 = _errs16 === errors;
    if (errors = _errs15, vErrors !== null && (_errs15 ? vErrors.length = _errs15 : vErrors = null), _valid1) {
      const _errs19 = errors;
      if (errors === _errs19)
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.default !== void 0) {
            const _errs21 = errors;
            if (typeof data.default != "boolean")
              return validate28.errors = [{ instancePath: instancePath + "/default", schemaPath: "#/allOf/1/then/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
            var valid7 = _errs21 === errors;
          } else
            var valid7 = !0;
          if (valid7)
            if (data.enum !== void 0) {
              let data6 = data.enum;
              const _errs23 = errors;
              if (errors === _errs23)
                if (Array.isArray(data6)) {
                  var valid8 = !0;
                  const len1 = data6.length;
                  for (let i1 = 0; i1 < len1; i1++) {
                    const _errs25 = errors;
                    if (typeof data6[i1] != "boolean")
                      return validate28.errors = [{ instancePath: instancePath + "/enum/" + i1, schemaPath: "#/allOf/1/then/properties/enum/items/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                    var valid8 = _errs25 === errors;
                    if (!valid8)
                      break;
                  }
                } else
                  return validate28.errors = [{ instancePath: instancePath + "/enum", schemaPath: "#/allOf/1/then/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
              var valid7 = _errs23 === errors;
            } else
              var valid7 = !0;
        } else
          return validate28.errors = [{ instancePath, schemaPath: "#/allOf/1/then/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
      var _valid1 = _errs19 === errors;
      if (valid5 = _valid1, valid5) {
        var props1 = {};
        props1.default = !0, props1.enum = !0, props1.type = !0;
      }
    }
    if (!valid5) {
      const err7 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
      return vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++, validate28.errors = vErrors, !1;
    }
    var valid0 = _errs14 === errors;
    if (valid0) {
      props0 !== !0 && props1 !== void 0 && (props1 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props1)));
      const _errs27 = errors, _errs28 = errors;
      let valid9 = !0;
      const _errs29 = errors;
      if (errors === _errs29)
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing2;
          (data.type === void 0 && (missing2 = "type") || data.type !== void 0 && data.type !== "integer") && errors++;
        } else
          errors++;
      var _valid2 = _errs29 === errors;
      if (errors = _errs28, vErrors !== null && (_errs28 ? vErrors.length = _errs28 : vErrors = null), _valid2) {
        const _errs32 = errors;
        if (errors === _errs32)
          if (data && typeof data == "object" && !Array.isArray(data)) {
            if (data.default !== void 0) {
              let data9 = data.default;
              const _errs34 = errors;
              if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9)))
                return validate28.errors = [{ instancePath: instancePath + "/default", schemaPath: "#/allOf/2/then/properties/default/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              if (errors === _errs34 && typeof data9 == "number" && isFinite(data9)) {
                if (data9 > 9007199254740991 || isNaN(data9))
                  return validate28.errors = [{ instancePath: instancePath + "/default", schemaPath: "#/allOf/2/then/properties/default/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }], !1;
                if (data9 < -9007199254740991 || isNaN(data9))
                  return validate28.errors = [{ instancePath: instancePath + "/default", schemaPath: "#/allOf/2/then/properties/default/minimum", keyword: "minimum", params: { comparison: ">=", limit: -9007199254740991 }, message: "must be >= -9007199254740991" }], !1;
              }
              var valid11 = _errs34 === errors;
            } else
              var valid11 = !0;
            if (valid11)
              if (data.enum !== void 0) {
                let data10 = data.enum;
                const _errs36 = errors;
                if (errors === _errs36)
                  if (Array.isArray(data10)) {
                    var valid12 = !0;
                    const len2 = data10.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data11 = data10[i2];
                      const _errs38 = errors;
                      if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11)))
                        return validate28.errors = [{ instancePath: instancePath + "/enum/" + i2, schemaPath: "#/allOf/2/then/properties/enum/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                      if (errors === _errs38 && typeof data11 == "number" && isFinite(data11)) {
                        if (data11 > 9007199254740991 || isNaN(data11))
                          return validate28.errors = [{ instancePath: instancePath + "/enum/" + i2, schemaPath: "#/allOf/2/then/properties/enum/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }], !1;
                        if (data11 < -9007199254740991 || isNaN(data11))
                          return validate28.errors = [{ instancePath: instancePath + "/enum/" + i2, schemaPath: "#/allOf/2/then/properties/enum/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: -9007199254740991 }, message: "must be >= -9007199254740991" }], !1;
                      }
                      var valid12 = _errs38 === errors;
                      if (!valid12)
                        break;
                    }
                  } else
                    return validate28.errors = [{ instancePath: instancePath + "/enum", schemaPath: "#/allOf/2/then/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                var valid11 = _errs36 === errors;
              } else
                var valid11 = !0;
          } else
            return validate28.errors = [{ instancePath, schemaPath: "#/allOf/2/then/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
        var _valid2 = _errs32 === errors;
        if (valid9 = _valid2, valid9) {
          var props2 = {};
          props2.default = !0, props2.enum = !0, props2.type = !0;
        }
      }
      if (!valid9) {
        const err11 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        return vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++, validate28.errors = vErrors, !1;
      }
      var valid0 = _errs27 === errors;
      valid0 && props0 !== !0 && props2 !== void 0 && (props2 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props2)));
    }
  }
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.type === void 0 && (missing3 = "type"))
        return validate28.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }], !1;
      if (props0 !== !0 && (props0 = props0 || {}, props0.type = !0, props0.title = !0, props0.secret = !0, props0.optional = !0, props0.default = !0, props0.enum = !0), data.type !== void 0) {
        let data12 = data.type;
        const _errs40 = errors;
        if (!(data12 === "string" || data12 === "boolean" || data12 === "integer"))
          return validate28.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema49.properties.type.enum }, message: "must be equal to one of the allowed values" }], !1;
        var valid13 = _errs40 === errors;
      } else
        var valid13 = !0;
      if (valid13) {
        if (data.title !== void 0) {
          let data13 = data.title;
          const _errs41 = errors;
          if (errors === _errs41)
            if (typeof data13 == "string") {
              if (data13.length < 1)
                return validate28.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate28.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid13 = _errs41 === errors;
        } else
          var valid13 = !0;
        if (valid13) {
          if (data.secret !== void 0) {
            const _errs43 = errors;
            if (typeof data.secret != "boolean")
              return validate28.errors = [{ instancePath: instancePath + "/secret", schemaPath: "#/properties/secret/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
            var valid13 = _errs43 === errors;
          } else
            var valid13 = !0;
          if (valid13) {
            if (data.optional !== void 0) {
              const _errs45 = errors;
              if (typeof data.optional != "boolean")
                return validate28.errors = [{ instancePath: instancePath + "/optional", schemaPath: "#/properties/optional/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
              var valid13 = _errs45 === errors;
            } else
              var valid13 = !0;
            if (valid13) {
              if (data.default !== void 0) {
                let data16 = data.default;
                const _errs47 = errors, _errs49 = errors;
                let valid15 = !1;
                const _errs50 = errors;
                if (typeof data16 != "string") {
                  const err12 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                }
                var _valid3 = _errs50 === errors;
                valid15 = valid15 || _valid3;
                const _errs52 = errors;
                if (typeof data16 != "boolean") {
                  const err13 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                  vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                }
                var _valid3 = _errs52 === errors;
                valid15 = valid15 || _valid3;
                const _errs54 = errors;
                if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
                  const err14 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                  vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                }
                if (errors === _errs54 && typeof data16 == "number" && isFinite(data16)) {
                  if (data16 > 9007199254740991 || isNaN(data16)) {
                    const err15 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/2/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" };
                    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                  } else if (data16 < -9007199254740991 || isNaN(data16)) {
                    const err16 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/2/minimum", keyword: "minimum", params: { comparison: ">=", limit: -9007199254740991 }, message: "must be >= -9007199254740991" };
                    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                  }
                }
                var _valid3 = _errs54 === errors;
                if (valid15 = valid15 || _valid3, valid15)
                  errors = _errs49, vErrors !== null && (_errs49 ? vErrors.length = _errs49 : vErrors = null);
                else {
                  const err17 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                  return vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++, validate28.errors = vErrors, !1;
                }
                var valid13 = _errs47 === errors;
              } else
                var valid13 = !0;
              if (valid13)
                if (data.enum !== void 0) {
                  let data17 = data.enum;
                  const _errs56 = errors;
                  if (errors === _errs56)
                    if (Array.isArray(data17)) {
                      if (data17.length < 1)
                        return validate28.errors = [{ instancePath: instancePath + "/enum", schemaPath: "#/properties/enum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
                      {
                        var valid16 = !0;
                        const len3 = data17.length;
                        for (let i3 = 0; i3 < len3; i3++) {
                          let data18 = data17[i3];
                          const _errs58 = errors, _errs60 = errors;
                          let valid18 = !1;
                          const _errs61 = errors;
                          if (typeof data18 != "string") {
                            const err18 = { instancePath: instancePath + "/enum/" + i3, schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                          }
                          var _valid4 = _errs61 === errors;
                          valid18 = valid18 || _valid4;
                          const _errs63 = errors;
                          if (typeof data18 != "boolean") {
                            const err19 = { instancePath: instancePath + "/enum/" + i3, schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
                          }
                          var _valid4 = _errs63 === errors;
                          valid18 = valid18 || _valid4;
                          const _errs65 = errors;
                          if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
                            const err20 = { instancePath: instancePath + "/enum/" + i3, schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
                          }
                          if (errors === _errs65 && typeof data18 == "number" && isFinite(data18)) {
                            if (data18 > 9007199254740991 || isNaN(data18)) {
                              const err21 = { instancePath: instancePath + "/enum/" + i3, schemaPath: "#/$defs/scalar/anyOf/2/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" };
                              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
                            } else if (data18 < -9007199254740991 || isNaN(data18)) {
                              const err22 = { instancePath: instancePath + "/enum/" + i3, schemaPath: "#/$defs/scalar/anyOf/2/minimum", keyword: "minimum", params: { comparison: ">=", limit: -9007199254740991 }, message: "must be >= -9007199254740991" };
                              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
                            }
                          }
                          var _valid4 = _errs65 === errors;
                          if (valid18 = valid18 || _valid4, valid18)
                            errors = _errs60, vErrors !== null && (_errs60 ? vErrors.length = _errs60 : vErrors = null);
                          else {
                            const err23 = { instancePath: instancePath + "/enum/" + i3, schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                            return vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++, validate28.errors = vErrors, !1;
                          }
                          var valid16 = _errs58 === errors;
                          if (!valid16)
                            break;
                        }
                      }
                    } else
                      return validate28.errors = [{ instancePath: instancePath + "/enum", schemaPath: "#/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                  var valid13 = _errs56 === errors;
                } else
                  var valid13 = !0;
            }
          }
        }
      }
    } else
      return validate28.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate28.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate28.evaluated = { dynamicProps: !0, dynamicItems: !1 };
const wrapper0 = { validate: validate26 };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.title === void 0 && (missing0 = "title"))
        return validate27.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.id !== void 0) {
        let data0 = data.id;
        const _errs1 = errors, _errs2 = errors, _errs4 = errors, _errs5 = errors;
        typeof data0 == "string" && (pattern4.test(data0) || errors++);
        var valid2 = _errs5 === errors;
        if (valid2)
          return validate27.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
        if (errors = _errs4, vErrors !== null && (_errs4 ? vErrors.length = _errs4 : vErrors = null), errors === _errs2)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate27.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
            if (!pattern5.test(data0))
              return validate27.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
          } else
            return validate27.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.title !== void 0) {
          let data1 = data.title;
          const _errs6 = errors;
          if (errors === _errs6)
            if (typeof data1 == "string") {
              if (data1.length < 1)
                return validate27.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate27.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs6 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.detail !== void 0) {
            const _errs8 = errors;
            if (typeof data.detail != "string")
              return validate27.errors = [{ instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs8 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.default !== void 0) {
              const _errs10 = errors;
              if (typeof data.default != "boolean")
                return validate27.errors = [{ instancePath: instancePath + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
              var valid0 = _errs10 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.when !== void 0) {
                let data4 = data.when;
                const _errs12 = errors;
                if (!(data4 === "now" || data4 === "after-boot"))
                  return validate27.errors = [{ instancePath: instancePath + "/when", schemaPath: "#/properties/when/enum", keyword: "enum", params: { allowedValues: schema45.properties.when.enum }, message: "must be equal to one of the allowed values" }], !1;
                var valid0 = _errs12 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.ends !== void 0) {
                  let data5 = data.ends;
                  const _errs13 = errors;
                  if (!(data5 === "resolved" || data5 === "kept" || data5 === "reverted"))
                    return validate27.errors = [{ instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/enum", keyword: "enum", params: { allowedValues: schema45.properties.ends.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid0 = _errs13 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.effects !== void 0) {
                    let data6 = data.effects;
                    const _errs14 = errors;
                    if (errors === errors)
                      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                        if (data6.reboot !== void 0) {
                          const _errs17 = errors;
                          if (typeof data6.reboot != "boolean")
                            return validate27.errors = [{ instancePath: instancePath + "/effects/reboot", schemaPath: "#/$defs/effects/properties/reboot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                          var valid4 = _errs17 === errors;
                        } else
                          var valid4 = !0;
                        if (valid4) {
                          if (data6.destructive !== void 0) {
                            const _errs19 = errors;
                            if (typeof data6.destructive != "boolean")
                              return validate27.errors = [{ instancePath: instancePath + "/effects/destructive", schemaPath: "#/$defs/effects/properties/destructive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                            var valid4 = _errs19 === errors;
                          } else
                            var valid4 = !0;
                          if (valid4) {
                            if (data6.reversible !== void 0) {
                              const _errs21 = errors;
                              if (typeof data6.reversible != "boolean")
                                return validate27.errors = [{ instancePath: instancePath + "/effects/reversible", schemaPath: "#/$defs/effects/properties/reversible/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                              var valid4 = _errs21 === errors;
                            } else
                              var valid4 = !0;
                            if (valid4)
                              if (data6.downtime !== void 0) {
                                const _errs23 = errors;
                                if (typeof data6.downtime != "boolean")
                                  return validate27.errors = [{ instancePath: instancePath + "/effects/downtime", schemaPath: "#/$defs/effects/properties/downtime/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                                var valid4 = _errs23 === errors;
                              } else
                                var valid4 = !0;
                          }
                        }
                      } else
                        return validate27.errors = [{ instancePath: instancePath + "/effects", schemaPath: "#/$defs/effects/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                    var valid0 = _errs14 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.seconds !== void 0) {
                      let data11 = data.seconds;
                      const _errs25 = errors;
                      if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11)))
                        return validate27.errors = [{ instancePath: instancePath + "/seconds", schemaPath: "#/properties/seconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                      if (errors === _errs25 && typeof data11 == "number" && isFinite(data11)) {
                        if (data11 > 9007199254740991 || isNaN(data11))
                          return validate27.errors = [{ instancePath: instancePath + "/seconds", schemaPath: "#/properties/seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }], !1;
                        if (data11 < 0 || isNaN(data11))
                          return validate27.errors = [{ instancePath: instancePath + "/seconds", schemaPath: "#/properties/seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                      }
                      var valid0 = _errs25 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.inputs !== void 0) {
                        let data12 = data.inputs;
                        const _errs27 = errors;
                        if (errors === _errs27)
                          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                            for (const key0 in data12) {
                              const _errs29 = errors, _errs30 = errors, _errs32 = errors, _errs33 = errors;
                              typeof key0 == "string" && (pattern4.test(key0) || errors++);
                              var valid7 = _errs33 === errors;
                              if (valid7) {
                                const err2 = { instancePath: instancePath + "/inputs", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: key0 };
                                vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                              } else
                                errors = _errs32, vErrors !== null && (_errs32 ? vErrors.length = _errs32 : vErrors = null);
                              if (errors === _errs30)
                                if (typeof key0 == "string") {
                                  if (key0.length > 64 && func1(key0) > 64) {
                                    const err3 = { instancePath: instancePath + "/inputs", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key0 };
                                    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                                  } else if (!pattern5.test(key0)) {
                                    const err4 = { instancePath: instancePath + "/inputs", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"', propertyName: key0 };
                                    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                                  }
                                } else {
                                  const err5 = { instancePath: instancePath + "/inputs", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key0 };
                                  vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                                }
                              var valid5 = _errs29 === errors;
                              if (!valid5) {
                                const err6 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid" };
                                return vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++, validate27.errors = vErrors, !1;
                                break;
                              }
                            }
                            if (valid5)
                              for (const key1 in data12) {
                                const _errs35 = errors;
                                validate28(data12[key1]) || under(validate28, instancePath + "/inputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors), errors = vErrors.length);
                                var valid8 = _errs35 === errors;
                                if (!valid8)
                                  break;
                              }
                          } else
                            return validate27.errors = [{ instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                        var valid0 = _errs27 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0)
                        if (data.items !== void 0) {
                          let data14 = data.items;
                          const _errs36 = errors;
                          if (errors === _errs36)
                            if (Array.isArray(data14)) {
                              var valid9 = !0;
                              const len0 = data14.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                const _errs38 = errors;
                                wrapper0.validate(data14[i0]) || under(wrapper0.validate, instancePath + "/items/" + i0) || (vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors), errors = vErrors.length);
                                var valid9 = _errs38 === errors;
                                if (!valid9)
                                  break;
                              }
                            } else
                              return validate27.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                          var valid0 = _errs36 === errors;
                        } else
                          var valid0 = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate27.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate27.errors = vErrors, errors === 0;
}
validate27.evaluated = { props: { id: !0, title: !0, detail: !0, default: !0, when: !0, ends: !0, effects: !0, seconds: !0, inputs: !0, items: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.severity === void 0 && (missing0 = "severity") || data.title === void 0 && (missing0 = "title"))
        return validate26.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.id !== void 0) {
        let data0 = data.id;
        const _errs1 = errors, _errs2 = errors, _errs4 = errors, _errs5 = errors;
        typeof data0 == "string" && (pattern4.test(data0) || errors++);
        var valid2 = _errs5 === errors;
        if (valid2)
          return validate26.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
        if (errors = _errs4, vErrors !== null && (_errs4 ? vErrors.length = _errs4 : vErrors = null), errors === _errs2)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate26.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
            if (!pattern5.test(data0))
              return validate26.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
          } else
            return validate26.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.severity !== void 0) {
          let data1 = data.severity;
          const _errs6 = errors;
          if (!(data1 === "error" || data1 === "warning" || data1 === "recommendation"))
            return validate26.errors = [{ instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema42.properties.severity.enum }, message: "must be equal to one of the allowed values" }], !1;
          var valid0 = _errs6 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.title !== void 0) {
            let data2 = data.title;
            const _errs7 = errors;
            if (errors === _errs7)
              if (typeof data2 == "string") {
                if (data2.length < 1)
                  return validate26.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate26.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs7 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.detail !== void 0) {
              const _errs9 = errors;
              if (typeof data.detail != "string")
                return validate26.errors = [{ instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs9 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.docs !== void 0) {
                let data4 = data.docs;
                const _errs11 = errors, _errs13 = errors, _errs14 = errors;
                typeof data4 == "string" && (pattern19.test(data4) || errors++);
                var valid3 = _errs14 === errors;
                if (valid3)
                  return validate26.errors = [{ instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
                if (errors = _errs13, vErrors !== null && (_errs13 ? vErrors.length = _errs13 : vErrors = null), errors === _errs11)
                  if (typeof data4 == "string") {
                    if (!pattern20.test(data4))
                      return validate26.errors = [{ instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/pattern", keyword: "pattern", params: { pattern: "^https?://" }, message: 'must match pattern "^https?://"' }], !1;
                  } else
                    return validate26.errors = [{ instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs11 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.fingerprint !== void 0) {
                  let data5 = data.fingerprint;
                  const _errs15 = errors;
                  if (errors === _errs15)
                    if (typeof data5 == "string") {
                      if (data5.length > 256 && func1(data5) > 256)
                        return validate26.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
                      if (data5.length < 1)
                        return validate26.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    } else
                      return validate26.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs15 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.resources !== void 0) {
                    let data6 = data.resources;
                    const _errs17 = errors;
                    if (errors === _errs17)
                      if (Array.isArray(data6)) {
                        var valid4 = !0;
                        const len0 = data6.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          let data7 = data6[i0];
                          const _errs19 = errors;
                          if (errors === _errs19)
                            if (typeof data7 == "string") {
                              if (data7.length < 1)
                                return validate26.errors = [{ instancePath: instancePath + "/resources/" + i0, schemaPath: "#/properties/resources/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                            } else
                              return validate26.errors = [{ instancePath: instancePath + "/resources/" + i0, schemaPath: "#/properties/resources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid4 = _errs19 === errors;
                          if (!valid4)
                            break;
                        }
                      } else
                        return validate26.errors = [{ instancePath: instancePath + "/resources", schemaPath: "#/properties/resources/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                    var valid0 = _errs17 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.after !== void 0) {
                      let data8 = data.after;
                      const _errs21 = errors;
                      if (errors === _errs21)
                        if (Array.isArray(data8)) {
                          var valid5 = !0;
                          const len1 = data8.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            let data9 = data8[i1];
                            const _errs23 = errors, _errs24 = errors, _errs26 = errors, _errs27 = errors;
                            typeof data9 == "string" && (pattern21.test(data9) || errors++);
                            var valid7 = _errs27 === errors;
                            if (valid7)
                              return validate26.errors = [{ instancePath: instancePath + "/after/" + i1, schemaPath: "#/$defs/address/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
                            {
                              errors = _errs26, vErrors !== null && (_errs26 ? vErrors.length = _errs26 : vErrors = null);
                              const _errs28 = errors;
                              let valid8 = !1;
                              const _errs29 = errors;
                              if (typeof data9 == "string" && !pattern22.test(data9)) {
                                const err3 = { instancePath: instancePath + "/after/" + i1, schemaPath: "#/$defs/address/anyOf/0/pattern", keyword: "pattern", params: { pattern: "/[a-z*]" }, message: 'must match pattern "/[a-z*]"' };
                                vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                              }
                              var _valid0 = _errs29 === errors;
                              valid8 = valid8 || _valid0;
                              const _errs30 = errors, _errs31 = errors, _errs32 = errors;
                              typeof data9 == "string" && (pattern23.test(data9) || errors++);
                              var valid9 = _errs32 === errors;
                              if (valid9) {
                                const err5 = { instancePath: instancePath + "/after/" + i1, schemaPath: "#/$defs/address/anyOf/1/not", keyword: "not", params: {}, message: "must NOT be valid" };
                                vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                              } else
                                errors = _errs31, vErrors !== null && (_errs31 ? vErrors.length = _errs31 : vErrors = null);
                              var _valid0 = _errs30 === errors;
                              if (valid8 = valid8 || _valid0, valid8)
                                errors = _errs28, vErrors !== null && (_errs28 ? vErrors.length = _errs28 : vErrors = null);
                              else {
                                const err6 = { instancePath: instancePath + "/after/" + i1, schemaPath: "#/$defs/address/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                                return vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++, validate26.errors = vErrors, !1;
                              }
                            }
                            if (errors === _errs24)
                              if (typeof data9 == "string") {
                                if (!pattern5.test(data9))
                                  return validate26.errors = [{ instancePath: instancePath + "/after/" + i1, schemaPath: "#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
                              } else
                                return validate26.errors = [{ instancePath: instancePath + "/after/" + i1, schemaPath: "#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                            var valid5 = _errs23 === errors;
                            if (!valid5)
                              break;
                          }
                        } else
                          return validate26.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                      var valid0 = _errs21 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0)
                      if (data.resolutions !== void 0) {
                        let data10 = data.resolutions;
                        const _errs33 = errors;
                        if (errors === _errs33)
                          if (Array.isArray(data10)) {
                            var valid10 = !0;
                            const len2 = data10.length;
                            for (let i2 = 0; i2 < len2; i2++) {
                              const _errs35 = errors;
                              validate27(data10[i2]) || under(validate27, instancePath + "/resolutions/" + i2) || (vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors), errors = vErrors.length);
                              var valid10 = _errs35 === errors;
                              if (!valid10)
                                break;
                            }
                          } else
                            return validate26.errors = [{ instancePath: instancePath + "/resolutions", schemaPath: "#/properties/resolutions/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                        var valid0 = _errs33 === errors;
                      } else
                        var valid0 = !0;
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate26.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate26.errors = vErrors, errors === 0;
}
validate26.evaluated = { props: { id: !0, severity: !0, title: !0, detail: !0, docs: !0, fingerprint: !0, resources: !0, after: !0, resolutions: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), validate26(data) || under(validate26, instancePath) || (vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors), errors = vErrors.length), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type"))
        return validate41.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.type !== void 0 && data.type !== "item")
        return validate41.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "item" }, message: "must be equal to constant" }], !1;
    } else
      return validate41.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate41.errors = vErrors, errors === 0;
}
validate41.evaluated = { props: { type: !0, id: !0, severity: !0, title: !0, detail: !0, docs: !0, fingerprint: !0, resources: !0, after: !0, resolutions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const result = validate43, schema52 = { type: "object", title: "Result", description: "A selection is finished: sent by a consumer after the effect is durable.", required: ["type", "item", "status"], properties: { type: { const: "result", title: "Type of the message", description: "Always `result`, and the first key of the line." }, item: { $ref: "#/$defs/name", title: "Item", description: "Id of the item that was sent." }, status: { enum: ["applied", "failed"], title: "Status", description: "`applied` also when there was nothing left to do." }, code: { $ref: "#/$defs/name", title: "Code", description: "Why it failed; `input`, `stale` and `temporary` have a meaning of their own." }, message: { type: "string", title: "Message", description: "What happened and what to do, one sentence." } } };
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.item === void 0 && (missing0 = "item") || data.status === void 0 && (missing0 = "status"))
        return validate43.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.type !== void 0) {
        const _errs1 = errors;
        if (data.type !== "result")
          return validate43.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "result" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.item !== void 0) {
          let data1 = data.item;
          const _errs2 = errors, _errs3 = errors, _errs5 = errors, _errs6 = errors;
          typeof data1 == "string" && (pattern4.test(data1) || errors++);
          var valid2 = _errs6 === errors;
          if (valid2)
            return validate43.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
          if (errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null), errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate43.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (!pattern5.test(data1))
                return validate43.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
            } else
              return validate43.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs2 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.status !== void 0) {
            let data2 = data.status;
            const _errs7 = errors;
            if (!(data2 === "applied" || data2 === "failed"))
              return validate43.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema52.properties.status.enum }, message: "must be equal to one of the allowed values" }], !1;
            var valid0 = _errs7 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.code !== void 0) {
              let data3 = data.code;
              const _errs8 = errors, _errs9 = errors, _errs11 = errors, _errs12 = errors;
              typeof data3 == "string" && (pattern4.test(data3) || errors++);
              var valid4 = _errs12 === errors;
              if (valid4)
                return validate43.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
              if (errors = _errs11, vErrors !== null && (_errs11 ? vErrors.length = _errs11 : vErrors = null), errors === _errs9)
                if (typeof data3 == "string") {
                  if (data3.length > 64 && func1(data3) > 64)
                    return validate43.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (!pattern5.test(data3))
                    return validate43.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
                } else
                  return validate43.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs8 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.message !== void 0) {
                const _errs13 = errors;
                if (typeof data.message != "string")
                  return validate43.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs13 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate43.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate43.errors = vErrors, errors === 0;
}
validate43.evaluated = { props: { type: !0, item: !0, status: !0, code: !0, message: !0 }, dynamicProps: !1, dynamicItems: !1 };
const progress = validate44, schema55 = { type: "object", title: "Progress", description: "Feeds the display and resets the idle timer.", required: ["type"], properties: { type: { const: "progress", title: "Type of the message", description: "Always `progress`, and the first key of the line." }, item: { $ref: "#/$defs/name", title: "Item", description: "Id of the item in hand." }, message: { type: "string", title: "Message", description: "What is being done, one line." }, percent: { type: "number", minimum: 0, maximum: 100, title: "Percent", description: "How much is done." } } };
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type"))
        return validate44.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.type !== void 0) {
        const _errs1 = errors;
        if (data.type !== "progress")
          return validate44.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "progress" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.item !== void 0) {
          let data1 = data.item;
          const _errs2 = errors, _errs3 = errors, _errs5 = errors, _errs6 = errors;
          typeof data1 == "string" && (pattern4.test(data1) || errors++);
          var valid2 = _errs6 === errors;
          if (valid2)
            return validate44.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
          if (errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null), errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate44.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (!pattern5.test(data1))
                return validate44.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
            } else
              return validate44.errors = [{ instancePath: instancePath + "/item", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs2 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.message !== void 0) {
            const _errs7 = errors;
            if (typeof data.message != "string")
              return validate44.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs7 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.percent !== void 0) {
              let data3 = data.percent;
              const _errs9 = errors;
              if (errors === _errs9)
                if (typeof data3 == "number" && isFinite(data3)) {
                  if (data3 > 100 || isNaN(data3))
                    return validate44.errors = [{ instancePath: instancePath + "/percent", schemaPath: "#/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }], !1;
                  if (data3 < 0 || isNaN(data3))
                    return validate44.errors = [{ instancePath: instancePath + "/percent", schemaPath: "#/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                } else
                  return validate44.errors = [{ instancePath: instancePath + "/percent", schemaPath: "#/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number" }], !1;
              var valid0 = _errs9 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate44.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate44.errors = vErrors, errors === 0;
}
validate44.evaluated = { props: { type: !0, item: !0, message: !0, percent: !0 }, dynamicProps: !1, dynamicItems: !1 };
const done = validate45, schema57 = { type: "object", title: "Done", description: "Nothing more follows: how the program ends. The last line, exactly once.", required: ["type", "outcome"], properties: { type: { const: "done", title: "Type of the message", description: "Always `done`, and the first key of the line." }, outcome: { enum: ["ok", "failed", "again"], title: "Outcome", description: "`again` (consumers only): stopped on purpose, run me again with what has no result." }, reboot: { type: "boolean", title: "Reboot", description: "What was applied takes full effect only after a reboot. Consumers only." }, code: { $ref: "#/$defs/name", title: "Code", description: "Why it failed; `protocol config input stale not-yet temporary cancelled internal` are reserved." }, message: { type: "string", title: "Message", description: "What happened and what to do, one sentence." }, protocols: { type: "array", items: { type: "integer", title: "Protocol", description: "A major version.", minimum: 1, maximum: 65535 }, title: "Protocols", description: "With code `protocol`: the versions that the program speaks." } } };
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate45.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.outcome === void 0 && (missing0 = "outcome"))
        return validate45.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.type !== void 0) {
        const _errs1 = errors;
        if (data.type !== "done")
          return validate45.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "done" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.outcome !== void 0) {
          let data1 = data.outcome;
          const _errs2 = errors;
          if (!(data1 === "ok" || data1 === "failed" || data1 === "again"))
            return validate45.errors = [{ instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema57.properties.outcome.enum }, message: "must be equal to one of the allowed values" }], !1;
          var valid0 = _errs2 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.reboot !== void 0) {
            const _errs3 = errors;
            if (typeof data.reboot != "boolean")
              return validate45.errors = [{ instancePath: instancePath + "/reboot", schemaPath: "#/properties/reboot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
            var valid0 = _errs3 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.code !== void 0) {
              let data3 = data.code;
              const _errs5 = errors, _errs6 = errors, _errs8 = errors, _errs9 = errors;
              typeof data3 == "string" && (pattern4.test(data3) || errors++);
              var valid2 = _errs9 === errors;
              if (valid2)
                return validate45.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" }], !1;
              if (errors = _errs8, vErrors !== null && (_errs8 ? vErrors.length = _errs8 : vErrors = null), errors === _errs6)
                if (typeof data3 == "string") {
                  if (data3.length > 64 && func1(data3) > 64)
                    return validate45.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (!pattern5.test(data3))
                    return validate45.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' }], !1;
                } else
                  return validate45.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.message !== void 0) {
                const _errs10 = errors;
                if (typeof data.message != "string")
                  return validate45.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs10 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.protocols !== void 0) {
                  let data5 = data.protocols;
                  const _errs12 = errors;
                  if (errors === _errs12)
                    if (Array.isArray(data5)) {
                      var valid3 = !0;
                      const len0 = data5.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        let data6 = data5[i0];
                        const _errs14 = errors;
                        if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6)))
                          return validate45.errors = [{ instancePath: instancePath + "/protocols/" + i0, schemaPath: "#/properties/protocols/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                        if (errors === _errs14 && typeof data6 == "number" && isFinite(data6)) {
                          if (data6 > 65535 || isNaN(data6))
                            return validate45.errors = [{ instancePath: instancePath + "/protocols/" + i0, schemaPath: "#/properties/protocols/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" }], !1;
                          if (data6 < 1 || isNaN(data6))
                            return validate45.errors = [{ instancePath: instancePath + "/protocols/" + i0, schemaPath: "#/properties/protocols/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
                        }
                        var valid3 = _errs14 === errors;
                        if (!valid3)
                          break;
                      }
                    } else
                      return validate45.errors = [{ instancePath: instancePath + "/protocols", schemaPath: "#/properties/protocols/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                  var valid0 = _errs12 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate45.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate45.errors = vErrors, errors === 0;
}
validate45.evaluated = { props: { type: !0, outcome: !0, reboot: !0, code: !0, message: !0, protocols: !0 }, dynamicProps: !1, dynamicItems: !1 };
export {
  done,
  item,
  progress,
  resolve,
  result,
  start
};
