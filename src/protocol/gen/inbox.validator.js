/* Generated from protocol/inbox.schema.json by `npm run generate`. Do not edit. */
import runtime0 from "ajv/dist/runtime/ucs2length.js";
const under = (validate2, path) => {
  for (const error of validate2.errors) error.instancePath = path + error.instancePath;
  return !1;
}, isIn = (table, beyond, unit) => unit < 128 ? table[unit] === 1 : beyond, startsIn = (table, beyond) => ({ test: (text) => text.length > 0 && isIn(table, beyond, text.charCodeAt(0)) }), holdsAny = (table, beyond) => ({
  test(text) {
    for (let i = 0; i < text.length; i++) if (isIn(table, beyond, text.charCodeAt(i))) return !0;
    return !1;
  }
}), validate = validate20, schema31 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://edgewise.dev/protocol/1/inbox.schema.json", title: "A letter in the inbox of a state directory", description: "inbox/ID.json, written under a name that begins with a dot, synced, then renamed. Only the holder of the lock takes it: it journals what the letter says, then removes it.", type: "object", required: ["edgewise", "run", "kind"], properties: { edgewise: { type: "integer", const: 1, description: "The format of the letter." }, run: { type: "string", description: "The run that it is for.", minLength: 1, maxLength: 64 }, kind: { type: "string", enum: ["choice", "abandon"] } }, oneOf: [{ $ref: "#/$defs/choosing" }, { $ref: "#/$defs/abandoning" }], $defs: { choosing: { type: "object", required: ["kind", "choice"], properties: { kind: { type: "string", const: "choice" }, choice: { type: "object", required: ["address", "fingerprint", "answer", "who", "at", "via"], properties: { address: { type: "string", maxLength: 256, pattern: "/" }, fingerprint: { type: "string" }, answer: { oneOf: [{ $ref: "#/$defs/resolution" }, { $ref: "#/$defs/waiver" }] }, who: { $ref: "#/$defs/who" }, at: { type: "string", maxLength: 64 }, via: { type: "string", enum: ["command", "prompt"] } } } } }, abandoning: { type: "object", required: ["kind", "reason", "who"], properties: { kind: { type: "string", const: "abandon" }, reason: { type: "string", minLength: 1 }, who: { $ref: "#/$defs/who" } } }, resolution: { type: "object", required: ["kind", "resolution"], properties: { kind: { type: "string", const: "resolution" }, resolution: { type: "string", minLength: 1, maxLength: 64 }, input: { type: "object", additionalProperties: { $ref: "#/$defs/value" } } } }, waiver: { type: "object", required: ["kind", "reason"], properties: { kind: { type: "string", const: "waiver" }, reason: { type: "string", minLength: 1 } } }, value: { description: "A secret is only named: by the file that holds it.", anyOf: [{ type: "string" }, { type: "boolean" }, { type: "integer" }, { $ref: "#/$defs/secret" }] }, secret: { type: "object", required: ["secret", "file"], properties: { secret: { type: "string", const: "file" }, file: { type: "string", minLength: 1, maxLength: 4096, pattern: "^/" } } }, who: { type: "object", required: ["uid", "user"], properties: { uid: { type: "integer", minimum: 0 }, user: { type: "string" }, login: { type: "string" }, loginBy: { type: "string", enum: ["loginuid", "SUDO_USER", "LOGNAME"] } } } } }, schema32 = { type: "object", required: ["kind", "choice"], properties: { kind: { type: "string", const: "choice" }, choice: { type: "object", required: ["address", "fingerprint", "answer", "who", "at", "via"], properties: { address: { type: "string", maxLength: 256, pattern: "/" }, fingerprint: { type: "string" }, answer: { oneOf: [{ $ref: "#/$defs/resolution" }, { $ref: "#/$defs/waiver" }] }, who: { $ref: "#/$defs/who" }, at: { type: "string", maxLength: 64 }, via: { type: "string", enum: ["command", "prompt"] } } } } }, schema36 = { type: "object", required: ["kind", "reason"], properties: { kind: { type: "string", const: "waiver" }, reason: { type: "string", minLength: 1 } } }, schema37 = { type: "object", required: ["uid", "user"], properties: { uid: { type: "integer", minimum: 0 }, user: { type: "string" }, login: { type: "string" }, loginBy: { type: "string", enum: ["loginuid", "SUDO_USER", "LOGNAME"] } } }, func1 = runtime0.default ?? runtime0, pattern4 = new RegExp("/", "u"), schema33 = { type: "object", required: ["kind", "resolution"], properties: { kind: { type: "string", const: "resolution" }, resolution: { type: "string", minLength: 1, maxLength: 64 }, input: { type: "object", additionalProperties: { $ref: "#/$defs/value" } } } }, schema34 = { description: "A secret is only named: by the file that holds it.", anyOf: [{ type: "string" }, { type: "boolean" }, { type: "integer" }, { $ref: "#/$defs/secret" }] }, schema35 = { type: "object", required: ["secret", "file"], properties: { secret: { type: "string", const: "file" }, file: { type: "string", minLength: 1, maxLength: 4096, pattern: "^/" } } }, pattern5 = new RegExp("^/", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate23.evaluated;
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
    if (data.secret === void 0) {
      const err3 = { instancePath, schemaPath: "#/$defs/secret/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.file === void 0) {
      const err4 = { instancePath, schemaPath: "#/$defs/secret/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.secret !== void 0) {
      let data0 = data.secret;
      if (typeof data0 != "string") {
        const err5 = { instancePath: instancePath + "/secret", schemaPath: "#/$defs/secret/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (data0 !== "file") {
        const err6 = { instancePath: instancePath + "/secret", schemaPath: "#/$defs/secret/properties/secret/const", keyword: "const", params: { allowedValue: "file" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.file !== void 0) {
      let data1 = data.file;
      if (typeof data1 == "string") {
        if (data1.length > 4096 && func1(data1) > 4096) {
          const err7 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/secret/properties/file/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data1.length < 1) {
          const err8 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (!pattern5.test(data1)) {
          const err9 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/secret/properties/file/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  var _valid0 = _errs7 === errors;
  if (valid0 = valid0 || _valid0, _valid0) {
    var props0 = {};
    props0.secret = !0, props0.file = !0;
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    const err12 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate23.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate23.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.resolution === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "resolution" }, message: "must have required property 'resolution'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 != "string") {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "resolution") {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "resolution" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.resolution !== void 0) {
      let data1 = data.resolution;
      if (typeof data1 == "string") {
        if (data1.length > 64 && func1(data1) > 64) {
          const err4 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1.length < 1) {
          const err5 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.input !== void 0) {
      let data2 = data.input;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2))
        for (const key0 in data2)
          validate23(data2[key0]) || under(validate23, instancePath + "/input/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors), errors = vErrors.length);
      else {
        const err7 = { instancePath: instancePath + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
validate22.evaluated = { props: { kind: !0, resolution: !0, input: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.choice === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "choice" }, message: "must have required property 'choice'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 != "string") {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "choice") {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "choice" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.choice !== void 0) {
      let data1 = data.choice;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.address === void 0) {
          const err4 = { instancePath: instancePath + "/choice", schemaPath: "#/properties/choice/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1.fingerprint === void 0) {
          const err5 = { instancePath: instancePath + "/choice", schemaPath: "#/properties/choice/required", keyword: "required", params: { missingProperty: "fingerprint" }, message: "must have required property 'fingerprint'" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data1.answer === void 0) {
          const err6 = { instancePath: instancePath + "/choice", schemaPath: "#/properties/choice/required", keyword: "required", params: { missingProperty: "answer" }, message: "must have required property 'answer'" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (data1.who === void 0) {
          const err7 = { instancePath: instancePath + "/choice", schemaPath: "#/properties/choice/required", keyword: "required", params: { missingProperty: "who" }, message: "must have required property 'who'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data1.at === void 0) {
          const err8 = { instancePath: instancePath + "/choice", schemaPath: "#/properties/choice/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data1.via === void 0) {
          const err9 = { instancePath: instancePath + "/choice", schemaPath: "#/properties/choice/required", keyword: "required", params: { missingProperty: "via" }, message: "must have required property 'via'" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data1.address !== void 0) {
          let data2 = data1.address;
          if (typeof data2 == "string") {
            if (data2.length > 256 && func1(data2) > 256) {
              const err10 = { instancePath: instancePath + "/choice/address", schemaPath: "#/properties/choice/properties/address/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (!pattern4.test(data2)) {
              const err11 = { instancePath: instancePath + "/choice/address", schemaPath: "#/properties/choice/properties/address/pattern", keyword: "pattern", params: { pattern: "/" }, message: 'must match pattern "/"' };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/choice/address", schemaPath: "#/properties/choice/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        if (data1.fingerprint !== void 0 && typeof data1.fingerprint != "string") {
          const err13 = { instancePath: instancePath + "/choice/fingerprint", schemaPath: "#/properties/choice/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        if (data1.answer !== void 0) {
          let data4 = data1.answer;
          const _errs10 = errors;
          let valid2 = !1, passing0 = null;
          const _errs11 = errors;
          validate22(data4) || under(validate22, instancePath + "/choice/answer") || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length);
          var _valid0 = _errs11 === errors;
          if (_valid0) {
            valid2 = !0, passing0 = 0;
            var props0 = {};
            props0.kind = !0, props0.resolution = !0, props0.input = !0;
          }
          const _errs12 = errors;
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.kind === void 0) {
              const err14 = { instancePath: instancePath + "/choice/answer", schemaPath: "#/$defs/waiver/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data4.reason === void 0) {
              const err15 = { instancePath: instancePath + "/choice/answer", schemaPath: "#/$defs/waiver/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            if (data4.kind !== void 0) {
              let data5 = data4.kind;
              if (typeof data5 != "string") {
                const err16 = { instancePath: instancePath + "/choice/answer/kind", schemaPath: "#/$defs/waiver/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
              if (data5 !== "waiver") {
                const err17 = { instancePath: instancePath + "/choice/answer/kind", schemaPath: "#/$defs/waiver/properties/kind/const", keyword: "const", params: { allowedValue: "waiver" }, message: "must be equal to constant" };
                vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
              }
            }
            if (data4.reason !== void 0) {
              let data6 = data4.reason;
              if (typeof data6 == "string") {
                if (data6.length < 1) {
                  const err18 = { instancePath: instancePath + "/choice/answer/reason", schemaPath: "#/$defs/waiver/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                }
              } else {
                const err19 = { instancePath: instancePath + "/choice/answer/reason", schemaPath: "#/$defs/waiver/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
              }
            }
          } else {
            const err20 = { instancePath: instancePath + "/choice/answer", schemaPath: "#/$defs/waiver/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
          var _valid0 = _errs12 === errors;
          if (_valid0 && valid2 ? (valid2 = !1, passing0 = [passing0, 1]) : _valid0 && (valid2 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.kind = !0, props0.reason = !0)), valid2)
            errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
          else {
            const err21 = { instancePath: instancePath + "/choice/answer", schemaPath: "#/properties/choice/properties/answer/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
        if (data1.who !== void 0) {
          let data7 = data1.who;
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.uid === void 0) {
              const err22 = { instancePath: instancePath + "/choice/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "uid" }, message: "must have required property 'uid'" };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
            if (data7.user === void 0) {
              const err23 = { instancePath: instancePath + "/choice/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
            if (data7.uid !== void 0) {
              let data8 = data7.uid;
              if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
                const err24 = { instancePath: instancePath + "/choice/who/uid", schemaPath: "#/$defs/who/properties/uid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
              }
              if (typeof data8 == "number" && isFinite(data8) && (data8 < 0 || isNaN(data8))) {
                const err25 = { instancePath: instancePath + "/choice/who/uid", schemaPath: "#/$defs/who/properties/uid/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
              }
            }
            if (data7.user !== void 0 && typeof data7.user != "string") {
              const err26 = { instancePath: instancePath + "/choice/who/user", schemaPath: "#/$defs/who/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
            }
            if (data7.login !== void 0 && typeof data7.login != "string") {
              const err27 = { instancePath: instancePath + "/choice/who/login", schemaPath: "#/$defs/who/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
            }
            if (data7.loginBy !== void 0) {
              let data11 = data7.loginBy;
              if (typeof data11 != "string") {
                const err28 = { instancePath: instancePath + "/choice/who/loginBy", schemaPath: "#/$defs/who/properties/loginBy/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
              }
              if (!(data11 === "loginuid" || data11 === "SUDO_USER" || data11 === "LOGNAME")) {
                const err29 = { instancePath: instancePath + "/choice/who/loginBy", schemaPath: "#/$defs/who/properties/loginBy/enum", keyword: "enum", params: { allowedValues: schema37.properties.loginBy.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
              }
            }
          } else {
            const err30 = { instancePath: instancePath + "/choice/who", schemaPath: "#/$defs/who/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
          }
        }
        if (data1.at !== void 0) {
          let data12 = data1.at;
          if (typeof data12 == "string") {
            if (data12.length > 64 && func1(data12) > 64) {
              const err31 = { instancePath: instancePath + "/choice/at", schemaPath: "#/properties/choice/properties/at/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
              vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/choice/at", schemaPath: "#/properties/choice/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
          }
        }
        if (data1.via !== void 0) {
          let data13 = data1.via;
          if (typeof data13 != "string") {
            const err33 = { instancePath: instancePath + "/choice/via", schemaPath: "#/properties/choice/properties/via/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
          if (!(data13 === "command" || data13 === "prompt")) {
            const err34 = { instancePath: instancePath + "/choice/via", schemaPath: "#/properties/choice/properties/via/enum", keyword: "enum", params: { allowedValues: schema32.properties.choice.properties.via.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/choice", schemaPath: "#/properties/choice/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
validate21.evaluated = { props: { kind: !0, choice: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema38 = { type: "object", required: ["kind", "reason", "who"], properties: { kind: { type: "string", const: "abandon" }, reason: { type: "string", minLength: 1 }, who: { $ref: "#/$defs/who" } } };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.reason === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.who === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "who" }, message: "must have required property 'who'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 != "string") {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (data0 !== "abandon") {
        const err4 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "abandon" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 == "string") {
        if (data1.length < 1) {
          const err5 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.who !== void 0) {
      let data2 = data.who;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.uid === void 0) {
          const err7 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "uid" }, message: "must have required property 'uid'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data2.user === void 0) {
          const err8 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data2.uid !== void 0) {
          let data3 = data2.uid;
          if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
            const err9 = { instancePath: instancePath + "/who/uid", schemaPath: "#/$defs/who/properties/uid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
          if (typeof data3 == "number" && isFinite(data3) && (data3 < 0 || isNaN(data3))) {
            const err10 = { instancePath: instancePath + "/who/uid", schemaPath: "#/$defs/who/properties/uid/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data2.user !== void 0 && typeof data2.user != "string") {
          const err11 = { instancePath: instancePath + "/who/user", schemaPath: "#/$defs/who/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data2.login !== void 0 && typeof data2.login != "string") {
          const err12 = { instancePath: instancePath + "/who/login", schemaPath: "#/$defs/who/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (data2.loginBy !== void 0) {
          let data6 = data2.loginBy;
          if (typeof data6 != "string") {
            const err13 = { instancePath: instancePath + "/who/loginBy", schemaPath: "#/$defs/who/properties/loginBy/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
          if (!(data6 === "loginuid" || data6 === "SUDO_USER" || data6 === "LOGNAME")) {
            const err14 = { instancePath: instancePath + "/who/loginBy", schemaPath: "#/$defs/who/properties/loginBy/enum", keyword: "enum", params: { allowedValues: schema37.properties.loginBy.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
validate27.evaluated = { props: { kind: !0, reason: !0, who: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate20.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs1 = errors;
  let valid0 = !1, passing0 = null;
  const _errs2 = errors;
  validate21(data) || under(validate21, instancePath) || (vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors), errors = vErrors.length);
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = !0, passing0 = 0;
    var props0 = {};
    props0.kind = !0, props0.choice = !0;
  }
  const _errs3 = errors;
  validate27(data) || under(validate27, instancePath) || (vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors), errors = vErrors.length);
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0 ? (valid0 = !1, passing0 = [passing0, 1]) : _valid0 && (valid0 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.kind = !0, props0.reason = !0, props0.who = !0)), valid0)
    errors = _errs1, vErrors !== null && (_errs1 ? vErrors.length = _errs1 : vErrors = null);
  else {
    const err0 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.edgewise === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edgewise" }, message: "must have required property 'edgewise'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.run === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.kind === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (props0 !== !0 && (props0 = props0 || {}, props0.edgewise = !0, props0.run = !0, props0.kind = !0), data.edgewise !== void 0) {
      let data0 = data.edgewise;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err4 = { instancePath: instancePath + "/edgewise", schemaPath: "#/properties/edgewise/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (data0 !== 1) {
        const err5 = { instancePath: instancePath + "/edgewise", schemaPath: "#/properties/edgewise/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.run !== void 0) {
      let data1 = data.run;
      if (typeof data1 == "string") {
        if (data1.length > 64 && func1(data1) > 64) {
          const err6 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (data1.length < 1) {
          const err7 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.kind !== void 0) {
      let data2 = data.kind;
      if (typeof data2 != "string") {
        const err9 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (!(data2 === "choice" || data2 === "abandon")) {
        const err10 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema31.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate20.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate20.evaluated = { dynamicProps: !0, dynamicItems: !1 };
export {
  validate
};
