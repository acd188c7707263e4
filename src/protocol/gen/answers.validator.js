/* Generated from protocol/answers.schema.json by `npm run generate`. Do not edit. */
import runtime0 from "ajv/dist/runtime/ucs2length.js";
const under = (validate2, path) => {
  for (const error of validate2.errors) error.instancePath = path + error.instancePath;
  return !1;
}, isIn = (table, beyond, unit) => unit < 128 ? table[unit] === 1 : beyond, startsIn = (table, beyond) => ({ test: (text) => text.length > 0 && isIn(table, beyond, text.charCodeAt(0)) }), holdsAny = (table, beyond) => ({
  test(text) {
    for (let i = 0; i < text.length; i++) if (isIn(table, beyond, text.charCodeAt(i))) return !0;
    return !1;
  }
}), validate = validate20, schema31 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://edgewise.dev/protocol/1/answers.schema.json", title: "Edgewise answers", description: "The file that answers items before they are asked. Written by people, so that unknown keys are errors.", type: "object", required: ["edgewise", "choices"], additionalProperties: !1, properties: { $schema: { type: "string", description: "Where this schema lives, for editors." }, edgewise: { type: "integer", const: 1, description: "The format of the file." }, choices: { description: "Answers by `step/item`, or by a pattern with `*`. An exact key goes before a pattern, a pattern before the next.", anyOf: [{ $ref: "#/$defs/choices" }, { type: "null" }] } }, $defs: { choices: { type: "object", propertyNames: { $ref: "#/$defs/key" }, additionalProperties: { $ref: "#/$defs/answer" } }, key: { type: "string", description: "`step/item`; a `*` stands for any part of either name.", maxLength: 129, pattern: "^[a-z*][a-z0-9._*-]{0,63}/[a-z*]", not: { anyOf: [{ pattern: "[^a-z0-9._*/-]" }, { pattern: "/.*/" }, { pattern: "/.{65}" }] } }, name: { type: "string", description: "1 to 64 of a-z 0-9 . _ -, beginning with a letter.", minLength: 1, maxLength: 64, pattern: "^[a-z]", not: { pattern: "[^a-z0-9._-]" } }, answer: { description: "One of `resolution`, `waive` and `later`.", oneOf: [{ $ref: "#/$defs/taken" }, { $ref: "#/$defs/waived" }, { $ref: "#/$defs/deferred" }] }, taken: { type: "object", required: ["resolution"], additionalProperties: !1, properties: { resolution: { $ref: "#/$defs/name", description: "The resolution to take." }, input: { type: "object", description: "Values for the inputs of the resolution; what has a default may be left out.", propertyNames: { $ref: "#/$defs/name" }, additionalProperties: { $ref: "#/$defs/value" } }, fingerprint: { $ref: "#/$defs/fingerprint" } } }, waived: { type: "object", required: ["waive"], additionalProperties: !1, properties: { waive: { type: "string", description: "Leave the item as it is, for this reason.", pattern: "\\S" }, fingerprint: { $ref: "#/$defs/fingerprint" } } }, deferred: { type: "object", required: ["later"], additionalProperties: !1, properties: { later: { type: "boolean", const: !0, description: "Decide it after the commit." }, fingerprint: { $ref: "#/$defs/fingerprint" } } }, fingerprint: { type: "string", description: "Take the answer only if the item's fingerprint is still this one. Needed for what destroys data.", minLength: 1 }, value: { description: "A secret is only named: `{ file: path }`, relative to this file.", anyOf: [{ type: "string" }, { type: "boolean" }, { type: "integer" }, { $ref: "#/$defs/secret" }] }, secret: { type: "object", required: ["file"], additionalProperties: !1, properties: { file: { type: "string", minLength: 1, maxLength: 4096, not: { pattern: "\\u0000" } } } } } }, schema32 = { type: "object", propertyNames: { $ref: "#/$defs/key" }, additionalProperties: { $ref: "#/$defs/answer" } }, schema33 = { type: "string", description: "`step/item`; a `*` stands for any part of either name.", maxLength: 129, pattern: "^[a-z*][a-z0-9._*-]{0,63}/[a-z*]", not: { anyOf: [{ pattern: "[^a-z0-9._*/-]" }, { pattern: "/.*/" }, { pattern: "/.{65}" }] } }, pattern4 = holdsAny([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1], !0), pattern5 = new RegExp("/.*/", "u"), pattern6 = new RegExp("/.{65}", "u"), pattern7 = new RegExp("^[a-z*][a-z0-9._*-]{0,63}/[a-z*]", "u"), func1 = runtime0.default ?? runtime0, schema34 = { description: "One of `resolution`, `waive` and `later`.", oneOf: [{ $ref: "#/$defs/taken" }, { $ref: "#/$defs/waived" }, { $ref: "#/$defs/deferred" }] }, schema35 = { type: "object", required: ["resolution"], additionalProperties: !1, properties: { resolution: { $ref: "#/$defs/name", description: "The resolution to take." }, input: { type: "object", description: "Values for the inputs of the resolution; what has a default may be left out.", propertyNames: { $ref: "#/$defs/name" }, additionalProperties: { $ref: "#/$defs/value" } }, fingerprint: { $ref: "#/$defs/fingerprint" } } }, schema36 = { type: "string", description: "1 to 64 of a-z 0-9 . _ -, beginning with a letter.", minLength: 1, maxLength: 64, pattern: "^[a-z]", not: { pattern: "[^a-z0-9._-]" } }, schema40 = { type: "string", description: "Take the answer only if the item's fingerprint is still this one. Needed for what destroys data.", minLength: 1 }, pattern8 = holdsAny([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1], !0), pattern9 = startsIn([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], !1), schema38 = { description: "A secret is only named: `{ file: path }`, relative to this file.", anyOf: [{ type: "string" }, { type: "boolean" }, { type: "integer" }, { $ref: "#/$defs/secret" }] }, schema39 = { type: "object", required: ["file"], additionalProperties: !1, properties: { file: { type: "string", minLength: 1, maxLength: 4096, not: { pattern: "\\u0000" } } } }, pattern12 = new RegExp("\\u0000", "u");
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate24.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs0 = errors;
  let valid0 = !1;
  const _errs1 = errors;
  if (typeof data != "string") {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (typeof data != "boolean") {
    const err1 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  const _errs5 = errors;
  if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err2 = { instancePath, schemaPath: "#/anyOf/2/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  var _valid0 = _errs5 === errors;
  valid0 = valid0 || _valid0;
  const _errs7 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.file === void 0) {
      const err3 = { instancePath, schemaPath: "#/$defs/secret/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    for (const key0 in data)
      if (key0 !== "file") {
        const err4 = { instancePath, schemaPath: "#/$defs/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.file !== void 0) {
      let data0 = data.file;
      const _errs13 = errors, _errs14 = errors;
      typeof data0 == "string" && (pattern12.test(data0) || errors++);
      var valid3 = _errs14 === errors;
      if (valid3) {
        const err6 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/secret/properties/file/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      } else
        errors = _errs13, vErrors !== null && (_errs13 ? vErrors.length = _errs13 : vErrors = null);
      if (typeof data0 == "string") {
        if (data0.length > 4096 && func1(data0) > 4096) {
          const err7 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/secret/properties/file/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data0.length < 1) {
          const err8 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  var _valid0 = _errs7 === errors;
  if (valid0 = valid0 || _valid0, _valid0)
    var props0 = !0;
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    const err11 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate24.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate24.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resolution === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "resolution" }, message: "must have required property 'resolution'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "resolution" || key0 === "input" || key0 === "fingerprint")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.resolution !== void 0) {
      let data0 = data.resolution;
      const _errs5 = errors, _errs6 = errors;
      typeof data0 == "string" && (pattern8.test(data0) || errors++);
      var valid2 = _errs6 === errors;
      if (valid2) {
        const err3 = { instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      } else
        errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
      if (typeof data0 == "string") {
        if (data0.length > 64 && func1(data0) > 64) {
          const err4 = { instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data0.length < 1) {
          const err5 = { instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (!pattern9.test(data0)) {
          const err6 = { instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/resolution", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.input !== void 0) {
      let data1 = data.input;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          const _errs9 = errors, _errs12 = errors, _errs13 = errors;
          typeof key1 == "string" && (pattern8.test(key1) || errors++);
          var valid5 = _errs13 === errors;
          if (valid5) {
            const err9 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: key1 };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          } else
            errors = _errs12, vErrors !== null && (_errs12 ? vErrors.length = _errs12 : vErrors = null);
          if (typeof key1 == "string") {
            if (key1.length > 64 && func1(key1) > 64) {
              const err10 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (key1.length < 1) {
              const err11 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", propertyName: key1 };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
            if (!pattern9.test(key1)) {
              const err12 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"', propertyName: key1 };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/input", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key1 };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
          var valid3 = _errs9 === errors;
          if (!valid3) {
            const err14 = { instancePath: instancePath + "/input", schemaPath: "#/properties/input/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        for (const key2 in data1)
          validate24(data1[key2]) || under(validate24, instancePath + "/input/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length);
      } else {
        const err15 = { instancePath: instancePath + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.fingerprint !== void 0) {
      let data3 = data.fingerprint;
      if (typeof data3 == "string") {
        if (data3.length < 1) {
          const err16 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
validate23.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const schema41 = { type: "object", required: ["waive"], additionalProperties: !1, properties: { waive: { type: "string", description: "Leave the item as it is, for this reason.", pattern: "\\S" }, fingerprint: { $ref: "#/$defs/fingerprint" } } }, pattern13 = new RegExp("\\S", "u");
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.waive === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "waive" }, message: "must have required property 'waive'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "waive" || key0 === "fingerprint")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.waive !== void 0) {
      let data0 = data.waive;
      if (typeof data0 == "string") {
        if (!pattern13.test(data0)) {
          const err2 = { instancePath: instancePath + "/waive", schemaPath: "#/properties/waive/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/waive", schemaPath: "#/properties/waive/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.fingerprint !== void 0) {
      let data1 = data.fingerprint;
      if (typeof data1 == "string") {
        if (data1.length < 1) {
          const err4 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
validate27.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const schema43 = { type: "object", required: ["later"], additionalProperties: !1, properties: { later: { type: "boolean", const: !0, description: "Decide it after the commit." }, fingerprint: { $ref: "#/$defs/fingerprint" } } };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.later === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "later" }, message: "must have required property 'later'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "later" || key0 === "fingerprint")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.later !== void 0) {
      let data0 = data.later;
      if (typeof data0 != "boolean") {
        const err2 = { instancePath: instancePath + "/later", schemaPath: "#/properties/later/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== !0) {
        const err3 = { instancePath: instancePath + "/later", schemaPath: "#/properties/later/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.fingerprint !== void 0) {
      let data1 = data.fingerprint;
      if (typeof data1 == "string") {
        if (data1.length < 1) {
          const err4 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate29.errors = vErrors, errors === 0;
}
validate29.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate22.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs0 = errors;
  let valid0 = !1, passing0 = null;
  const _errs1 = errors;
  validate23(data) || under(validate23, instancePath) || (vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors), errors = vErrors.length);
  var _valid0 = _errs1 === errors;
  if (_valid0) {
    valid0 = !0, passing0 = 0;
    var props0 = !0;
  }
  const _errs2 = errors;
  validate27(data) || under(validate27, instancePath) || (vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors), errors = vErrors.length);
  var _valid0 = _errs2 === errors;
  if (_valid0 && valid0)
    valid0 = !1, passing0 = [passing0, 1];
  else {
    _valid0 && (valid0 = !0, passing0 = 1, props0 !== !0 && (props0 = !0));
    const _errs3 = errors;
    validate29(data) || under(validate29, instancePath) || (vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors), errors = vErrors.length);
    var _valid0 = _errs3 === errors;
    _valid0 && valid0 ? (valid0 = !1, passing0 = [passing0, 2]) : _valid0 && (valid0 = !0, passing0 = 2, props0 !== !0 && (props0 = !0));
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    const err0 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  return validate22.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate22.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      const _errs1 = errors, _errs4 = errors, _errs5 = errors, _errs6 = errors;
      let valid3 = !1;
      const _errs7 = errors;
      typeof key0 == "string" && (pattern4.test(key0) || errors++);
      var _valid0 = _errs7 === errors;
      valid3 = valid3 || _valid0;
      const _errs8 = errors;
      typeof key0 == "string" && (pattern5.test(key0) || errors++);
      var _valid0 = _errs8 === errors;
      valid3 = valid3 || _valid0;
      const _errs9 = errors;
      typeof key0 == "string" && (pattern6.test(key0) || errors++);
      var _valid0 = _errs9 === errors;
      valid3 = valid3 || _valid0, valid3 ? (errors = _errs6, vErrors !== null && (_errs6 ? vErrors.length = _errs6 : vErrors = null)) : errors++;
      var valid2 = _errs5 === errors;
      if (valid2) {
        const err4 = { instancePath, schemaPath: "#/$defs/key/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: key0 };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      } else
        errors = _errs4, vErrors !== null && (_errs4 ? vErrors.length = _errs4 : vErrors = null);
      if (typeof key0 == "string") {
        if (key0.length > 129 && func1(key0) > 129) {
          const err5 = { instancePath, schemaPath: "#/$defs/key/maxLength", keyword: "maxLength", params: { limit: 129 }, message: "must NOT have more than 129 characters", propertyName: key0 };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (!pattern7.test(key0)) {
          const err6 = { instancePath, schemaPath: "#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^[a-z*][a-z0-9._*-]{0,63}/[a-z*]" }, message: 'must match pattern "^[a-z*][a-z0-9._*-]{0,63}/[a-z*]"', propertyName: key0 };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        const err7 = { instancePath, schemaPath: "#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key0 };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      var valid0 = _errs1 === errors;
      if (!valid0) {
        const err8 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    for (const key1 in data)
      validate22(data[key1]) || under(validate22, instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length);
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
validate21.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.edgewise === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edgewise" }, message: "must have required property 'edgewise'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.choices === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "choices" }, message: "must have required property 'choices'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "$schema" || key0 === "edgewise" || key0 === "choices")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.$schema !== void 0 && typeof data.$schema != "string") {
      const err3 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.edgewise !== void 0) {
      let data1 = data.edgewise;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/edgewise", schemaPath: "#/properties/edgewise/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (data1 !== 1) {
        const err5 = { instancePath: instancePath + "/edgewise", schemaPath: "#/properties/edgewise/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.choices !== void 0) {
      let data2 = data.choices;
      const _errs7 = errors;
      let valid1 = !1;
      const _errs8 = errors;
      validate21(data2) || under(validate21, instancePath + "/choices") || (vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors), errors = vErrors.length);
      var _valid0 = _errs8 === errors;
      valid1 = valid1 || _valid0;
      const _errs9 = errors;
      if (data2 !== null) {
        const err6 = { instancePath: instancePath + "/choices", schemaPath: "#/properties/choices/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      var _valid0 = _errs9 === errors;
      if (valid1 = valid1 || _valid0, valid1)
        errors = _errs7, vErrors !== null && (_errs7 ? vErrors.length = _errs7 : vErrors = null);
      else {
        const err7 = { instancePath: instancePath + "/choices", schemaPath: "#/properties/choices/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate20.errors = vErrors, errors === 0;
}
validate20.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  validate
};
