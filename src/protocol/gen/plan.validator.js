/* Generated from protocol/report.schema.json by `npm run generate`. Do not edit. */
const under = (validate2, path) => {
  for (const error of validate2.errors) error.instancePath = path + error.instancePath;
  return !1;
}, isIn = (table, beyond, unit) => unit < 128 ? table[unit] === 1 : beyond, startsIn = (table, beyond) => ({ test: (text) => text.length > 0 && isIn(table, beyond, text.charCodeAt(0)) }), holdsAny = (table, beyond) => ({
  test(text) {
    for (let i = 0; i < text.length; i++) if (isIn(table, beyond, text.charCodeAt(i))) return !0;
    return !1;
  }
}), validate = validate105, schema44 = { description: "What was committed.", type: "object", properties: { edgewise: { const: 1 }, kind: { const: "plan" }, digest: { type: "string" }, created: { type: "string" }, supersedes: { type: "string" }, machine: { type: "string" }, host: { type: "string", description: "Version of Edgewise that made it." }, action: { enum: ["switch", "boot", "test"] }, name: { type: "string" }, target: { type: "string" }, reboot: { $ref: "#/$defs/program" }, manifest: { description: "Where it came from.", type: "object", properties: { path: { type: "string" }, digest: { type: "string" } }, required: ["path", "digest"] }, steps: { type: "array", items: { $ref: "#/$defs/step" } }, programs: { type: "object", additionalProperties: { type: "string" } }, findings: { type: "array", items: { $ref: "#/$defs/finding" } }, unpredicted: { type: "array", items: { type: "string" } }, choices: { type: "array", items: { $ref: "#/$defs/choice" } }, left: { type: "array", items: { description: "What --partial leaves out.", type: "object", properties: { step: { type: "string" }, reason: { type: "string" } }, required: ["step", "reason"] } }, graph: { $ref: "#/$defs/graph" }, prediction: { $ref: "#/$defs/prediction" }, pointOfNoReturn: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["edgewise", "kind", "digest", "created", "machine", "host", "action", "name", "manifest", "steps", "programs", "findings", "unpredicted", "choices", "left", "graph", "prediction", "pointOfNoReturn"] }, schema45 = { description: "What is started.", type: "object", properties: { argv: { type: "array", items: { type: "string" } }, executable: { type: "string" }, user: { anyOf: [{ type: "string" }, { type: "null" }] }, cwd: { type: "string" }, env: { type: "object", additionalProperties: { type: "string" } } }, required: ["argv", "executable", "user", "cwd", "env"] }, schema46 = { description: "A step as the manifest has it.", type: "object", properties: { name: { type: "string" }, title: { type: "string" }, producer: { $ref: "#/$defs/program" }, consumer: { $ref: "#/$defs/program" }, needs: { type: "array", items: { type: "string" } }, after: { type: "array", items: { type: "string" } }, locks: { type: "array", items: { type: "string" } }, holds: { type: "array", items: { type: "string" } }, config: { type: "object", description: "The step's own." }, timeouts: { description: "Of its programs.", type: "object", properties: { producer: { $ref: "#/$defs/timeouts" }, consumer: { $ref: "#/$defs/timeouts" } }, required: ["producer", "consumer"] }, retries: { description: "After a temporary failure.", type: "object", properties: { max: { type: "integer" }, backoff: { type: "number" }, afterCrash: { enum: ["run", "ask"] } }, required: ["max", "backoff", "afterCrash"] }, limits: { description: "Bytes and counts.", type: "object", properties: { memory: { type: "number" }, processes: { type: "number" }, openFiles: { type: "number" }, fileSize: { type: "number" } } }, sandbox: { description: "How much wider than reading its producer is held; absent: no wider.", type: "object", properties: { allow: { type: "array", items: { enum: ["unix-sockets", "network", "read-all", "host"] } } }, required: ["allow"] }, recheck: { type: "boolean" }, verify: { type: "boolean" }, files: { type: "array", items: { type: "string" } } }, required: ["name", "producer", "needs", "after", "locks", "timeouts", "retries", "limits", "recheck", "verify", "files"] }, schema49 = { description: "Milliseconds; null is no limit.", type: "object", properties: { idle: { anyOf: [{ type: "number" }, { type: "null" }] }, total: { anyOf: [{ type: "number" }, { type: "null" }] } }, required: ["idle", "total"] };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.producer === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "producer" }, message: "must have required property 'producer'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.needs === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "needs" }, message: "must have required property 'needs'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.after === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "after" }, message: "must have required property 'after'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.locks === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "locks" }, message: "must have required property 'locks'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.timeouts === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "timeouts" }, message: "must have required property 'timeouts'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.retries === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "retries" }, message: "must have required property 'retries'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.limits === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "limits" }, message: "must have required property 'limits'" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.recheck === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "recheck" }, message: "must have required property 'recheck'" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.verify === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verify" }, message: "must have required property 'verify'" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.files === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.name !== void 0 && typeof data.name != "string") {
      const err11 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.title !== void 0 && typeof data.title != "string") {
      const err12 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.producer !== void 0) {
      let data2 = data.producer;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.argv === void 0) {
          const err13 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "argv" }, message: "must have required property 'argv'" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        if (data2.executable === void 0) {
          const err14 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "executable" }, message: "must have required property 'executable'" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data2.user === void 0) {
          const err15 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        if (data2.cwd === void 0) {
          const err16 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "cwd" }, message: "must have required property 'cwd'" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
        if (data2.env === void 0) {
          const err17 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property 'env'" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
        if (data2.argv !== void 0) {
          let data3 = data2.argv;
          if (Array.isArray(data3)) {
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++)
              if (typeof data3[i0] != "string") {
                const err18 = { instancePath: instancePath + "/producer/argv/" + i0, schemaPath: "#/$defs/program/properties/argv/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
          } else {
            const err19 = { instancePath: instancePath + "/producer/argv", schemaPath: "#/$defs/program/properties/argv/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
        if (data2.executable !== void 0 && typeof data2.executable != "string") {
          const err20 = { instancePath: instancePath + "/producer/executable", schemaPath: "#/$defs/program/properties/executable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
        if (data2.user !== void 0) {
          let data6 = data2.user;
          const _errs15 = errors;
          let valid5 = !1;
          const _errs16 = errors;
          if (typeof data6 != "string") {
            const err21 = { instancePath: instancePath + "/producer/user", schemaPath: "#/$defs/program/properties/user/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
          var _valid0 = _errs16 === errors;
          valid5 = valid5 || _valid0;
          const _errs18 = errors;
          if (data6 !== null) {
            const err22 = { instancePath: instancePath + "/producer/user", schemaPath: "#/$defs/program/properties/user/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
          var _valid0 = _errs18 === errors;
          if (valid5 = valid5 || _valid0, valid5)
            errors = _errs15, vErrors !== null && (_errs15 ? vErrors.length = _errs15 : vErrors = null);
          else {
            const err23 = { instancePath: instancePath + "/producer/user", schemaPath: "#/$defs/program/properties/user/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        if (data2.cwd !== void 0 && typeof data2.cwd != "string") {
          const err24 = { instancePath: instancePath + "/producer/cwd", schemaPath: "#/$defs/program/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
        }
        if (data2.env !== void 0) {
          let data8 = data2.env;
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            for (const key0 in data8)
              if (typeof data8[key0] != "string") {
                const err25 = { instancePath: instancePath + "/producer/env/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/program/properties/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
              }
          } else {
            const err26 = { instancePath: instancePath + "/producer/env", schemaPath: "#/$defs/program/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.consumer !== void 0) {
      let data10 = data.consumer;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (data10.argv === void 0) {
          const err28 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "argv" }, message: "must have required property 'argv'" };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
        if (data10.executable === void 0) {
          const err29 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "executable" }, message: "must have required property 'executable'" };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
        if (data10.user === void 0) {
          const err30 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (data10.cwd === void 0) {
          const err31 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "cwd" }, message: "must have required property 'cwd'" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (data10.env === void 0) {
          const err32 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property 'env'" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
        if (data10.argv !== void 0) {
          let data11 = data10.argv;
          if (Array.isArray(data11)) {
            const len1 = data11.length;
            for (let i1 = 0; i1 < len1; i1++)
              if (typeof data11[i1] != "string") {
                const err33 = { instancePath: instancePath + "/consumer/argv/" + i1, schemaPath: "#/$defs/program/properties/argv/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
              }
          } else {
            const err34 = { instancePath: instancePath + "/consumer/argv", schemaPath: "#/$defs/program/properties/argv/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
        if (data10.executable !== void 0 && typeof data10.executable != "string") {
          const err35 = { instancePath: instancePath + "/consumer/executable", schemaPath: "#/$defs/program/properties/executable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
        }
        if (data10.user !== void 0) {
          let data14 = data10.user;
          const _errs37 = errors;
          let valid11 = !1;
          const _errs38 = errors;
          if (typeof data14 != "string") {
            const err36 = { instancePath: instancePath + "/consumer/user", schemaPath: "#/$defs/program/properties/user/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
          }
          var _valid1 = _errs38 === errors;
          valid11 = valid11 || _valid1;
          const _errs40 = errors;
          if (data14 !== null) {
            const err37 = { instancePath: instancePath + "/consumer/user", schemaPath: "#/$defs/program/properties/user/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
          var _valid1 = _errs40 === errors;
          if (valid11 = valid11 || _valid1, valid11)
            errors = _errs37, vErrors !== null && (_errs37 ? vErrors.length = _errs37 : vErrors = null);
          else {
            const err38 = { instancePath: instancePath + "/consumer/user", schemaPath: "#/$defs/program/properties/user/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
          }
        }
        if (data10.cwd !== void 0 && typeof data10.cwd != "string") {
          const err39 = { instancePath: instancePath + "/consumer/cwd", schemaPath: "#/$defs/program/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
        }
        if (data10.env !== void 0) {
          let data16 = data10.env;
          if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
            for (const key1 in data16)
              if (typeof data16[key1] != "string") {
                const err40 = { instancePath: instancePath + "/consumer/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/program/properties/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
              }
          } else {
            const err41 = { instancePath: instancePath + "/consumer/env", schemaPath: "#/$defs/program/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
      }
    }
    if (data.needs !== void 0) {
      let data18 = data.needs;
      if (Array.isArray(data18)) {
        const len2 = data18.length;
        for (let i2 = 0; i2 < len2; i2++)
          if (typeof data18[i2] != "string") {
            const err43 = { instancePath: instancePath + "/needs/" + i2, schemaPath: "#/properties/needs/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
          }
      } else {
        const err44 = { instancePath: instancePath + "/needs", schemaPath: "#/properties/needs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
      }
    }
    if (data.after !== void 0) {
      let data20 = data.after;
      if (Array.isArray(data20)) {
        const len3 = data20.length;
        for (let i3 = 0; i3 < len3; i3++)
          if (typeof data20[i3] != "string") {
            const err45 = { instancePath: instancePath + "/after/" + i3, schemaPath: "#/properties/after/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
          }
      } else {
        const err46 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
      }
    }
    if (data.locks !== void 0) {
      let data22 = data.locks;
      if (Array.isArray(data22)) {
        const len4 = data22.length;
        for (let i4 = 0; i4 < len4; i4++)
          if (typeof data22[i4] != "string") {
            const err47 = { instancePath: instancePath + "/locks/" + i4, schemaPath: "#/properties/locks/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
          }
      } else {
        const err48 = { instancePath: instancePath + "/locks", schemaPath: "#/properties/locks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
      }
    }
    if (data.holds !== void 0) {
      let data24 = data.holds;
      if (Array.isArray(data24)) {
        const len5 = data24.length;
        for (let i5 = 0; i5 < len5; i5++)
          if (typeof data24[i5] != "string") {
            const err49 = { instancePath: instancePath + "/holds/" + i5, schemaPath: "#/properties/holds/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
          }
      } else {
        const err50 = { instancePath: instancePath + "/holds", schemaPath: "#/properties/holds/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
      }
    }
    if (data.config !== void 0) {
      let data26 = data.config;
      if (!(data26 && typeof data26 == "object" && !Array.isArray(data26))) {
        const err51 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
      }
    }
    if (data.timeouts !== void 0) {
      let data27 = data.timeouts;
      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
        if (data27.producer === void 0) {
          const err52 = { instancePath: instancePath + "/timeouts", schemaPath: "#/properties/timeouts/required", keyword: "required", params: { missingProperty: "producer" }, message: "must have required property 'producer'" };
          vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
        }
        if (data27.consumer === void 0) {
          const err53 = { instancePath: instancePath + "/timeouts", schemaPath: "#/properties/timeouts/required", keyword: "required", params: { missingProperty: "consumer" }, message: "must have required property 'consumer'" };
          vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
        }
        if (data27.producer !== void 0) {
          let data28 = data27.producer;
          if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
            if (data28.idle === void 0) {
              const err54 = { instancePath: instancePath + "/timeouts/producer", schemaPath: "#/$defs/timeouts/required", keyword: "required", params: { missingProperty: "idle" }, message: "must have required property 'idle'" };
              vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
            }
            if (data28.total === void 0) {
              const err55 = { instancePath: instancePath + "/timeouts/producer", schemaPath: "#/$defs/timeouts/required", keyword: "required", params: { missingProperty: "total" }, message: "must have required property 'total'" };
              vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
            }
            if (data28.idle !== void 0) {
              let data29 = data28.idle;
              const _errs73 = errors;
              let valid24 = !1;
              const _errs74 = errors;
              if (!(typeof data29 == "number" && isFinite(data29))) {
                const err56 = { instancePath: instancePath + "/timeouts/producer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
              }
              var _valid2 = _errs74 === errors;
              valid24 = valid24 || _valid2;
              const _errs76 = errors;
              if (data29 !== null) {
                const err57 = { instancePath: instancePath + "/timeouts/producer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
              }
              var _valid2 = _errs76 === errors;
              if (valid24 = valid24 || _valid2, valid24)
                errors = _errs73, vErrors !== null && (_errs73 ? vErrors.length = _errs73 : vErrors = null);
              else {
                const err58 = { instancePath: instancePath + "/timeouts/producer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
              }
            }
            if (data28.total !== void 0) {
              let data30 = data28.total;
              const _errs79 = errors;
              let valid25 = !1;
              const _errs80 = errors;
              if (!(typeof data30 == "number" && isFinite(data30))) {
                const err59 = { instancePath: instancePath + "/timeouts/producer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
              }
              var _valid3 = _errs80 === errors;
              valid25 = valid25 || _valid3;
              const _errs82 = errors;
              if (data30 !== null) {
                const err60 = { instancePath: instancePath + "/timeouts/producer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
              }
              var _valid3 = _errs82 === errors;
              if (valid25 = valid25 || _valid3, valid25)
                errors = _errs79, vErrors !== null && (_errs79 ? vErrors.length = _errs79 : vErrors = null);
              else {
                const err61 = { instancePath: instancePath + "/timeouts/producer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
              }
            }
          } else {
            const err62 = { instancePath: instancePath + "/timeouts/producer", schemaPath: "#/$defs/timeouts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
          }
        }
        if (data27.consumer !== void 0) {
          let data31 = data27.consumer;
          if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
            if (data31.idle === void 0) {
              const err63 = { instancePath: instancePath + "/timeouts/consumer", schemaPath: "#/$defs/timeouts/required", keyword: "required", params: { missingProperty: "idle" }, message: "must have required property 'idle'" };
              vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
            }
            if (data31.total === void 0) {
              const err64 = { instancePath: instancePath + "/timeouts/consumer", schemaPath: "#/$defs/timeouts/required", keyword: "required", params: { missingProperty: "total" }, message: "must have required property 'total'" };
              vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
            }
            if (data31.idle !== void 0) {
              let data32 = data31.idle;
              const _errs88 = errors;
              let valid28 = !1;
              const _errs89 = errors;
              if (!(typeof data32 == "number" && isFinite(data32))) {
                const err65 = { instancePath: instancePath + "/timeouts/consumer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
              }
              var _valid4 = _errs89 === errors;
              valid28 = valid28 || _valid4;
              const _errs91 = errors;
              if (data32 !== null) {
                const err66 = { instancePath: instancePath + "/timeouts/consumer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
              }
              var _valid4 = _errs91 === errors;
              if (valid28 = valid28 || _valid4, valid28)
                errors = _errs88, vErrors !== null && (_errs88 ? vErrors.length = _errs88 : vErrors = null);
              else {
                const err67 = { instancePath: instancePath + "/timeouts/consumer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
              }
            }
            if (data31.total !== void 0) {
              let data33 = data31.total;
              const _errs94 = errors;
              let valid29 = !1;
              const _errs95 = errors;
              if (!(typeof data33 == "number" && isFinite(data33))) {
                const err68 = { instancePath: instancePath + "/timeouts/consumer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
              }
              var _valid5 = _errs95 === errors;
              valid29 = valid29 || _valid5;
              const _errs97 = errors;
              if (data33 !== null) {
                const err69 = { instancePath: instancePath + "/timeouts/consumer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
              }
              var _valid5 = _errs97 === errors;
              if (valid29 = valid29 || _valid5, valid29)
                errors = _errs94, vErrors !== null && (_errs94 ? vErrors.length = _errs94 : vErrors = null);
              else {
                const err70 = { instancePath: instancePath + "/timeouts/consumer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
              }
            }
          } else {
            const err71 = { instancePath: instancePath + "/timeouts/consumer", schemaPath: "#/$defs/timeouts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
          }
        }
      } else {
        const err72 = { instancePath: instancePath + "/timeouts", schemaPath: "#/properties/timeouts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
      }
    }
    if (data.retries !== void 0) {
      let data34 = data.retries;
      if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
        if (data34.max === void 0) {
          const err73 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/required", keyword: "required", params: { missingProperty: "max" }, message: "must have required property 'max'" };
          vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
        }
        if (data34.backoff === void 0) {
          const err74 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/required", keyword: "required", params: { missingProperty: "backoff" }, message: "must have required property 'backoff'" };
          vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
        }
        if (data34.afterCrash === void 0) {
          const err75 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/required", keyword: "required", params: { missingProperty: "afterCrash" }, message: "must have required property 'afterCrash'" };
          vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
        }
        if (data34.max !== void 0) {
          let data35 = data34.max;
          if (!(typeof data35 == "number" && !(data35 % 1) && !isNaN(data35) && isFinite(data35))) {
            const err76 = { instancePath: instancePath + "/retries/max", schemaPath: "#/properties/retries/properties/max/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
          }
        }
        if (data34.backoff !== void 0) {
          let data36 = data34.backoff;
          if (!(typeof data36 == "number" && isFinite(data36))) {
            const err77 = { instancePath: instancePath + "/retries/backoff", schemaPath: "#/properties/retries/properties/backoff/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
          }
        }
        if (data34.afterCrash !== void 0) {
          let data37 = data34.afterCrash;
          if (!(data37 === "run" || data37 === "ask")) {
            const err78 = { instancePath: instancePath + "/retries/afterCrash", schemaPath: "#/properties/retries/properties/afterCrash/enum", keyword: "enum", params: { allowedValues: schema46.properties.retries.properties.afterCrash.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
          }
        }
      } else {
        const err79 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
      }
    }
    if (data.limits !== void 0) {
      let data38 = data.limits;
      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
        if (data38.memory !== void 0) {
          let data39 = data38.memory;
          if (!(typeof data39 == "number" && isFinite(data39))) {
            const err80 = { instancePath: instancePath + "/limits/memory", schemaPath: "#/properties/limits/properties/memory/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
          }
        }
        if (data38.processes !== void 0) {
          let data40 = data38.processes;
          if (!(typeof data40 == "number" && isFinite(data40))) {
            const err81 = { instancePath: instancePath + "/limits/processes", schemaPath: "#/properties/limits/properties/processes/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
          }
        }
        if (data38.openFiles !== void 0) {
          let data41 = data38.openFiles;
          if (!(typeof data41 == "number" && isFinite(data41))) {
            const err82 = { instancePath: instancePath + "/limits/openFiles", schemaPath: "#/properties/limits/properties/openFiles/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
          }
        }
        if (data38.fileSize !== void 0) {
          let data42 = data38.fileSize;
          if (!(typeof data42 == "number" && isFinite(data42))) {
            const err83 = { instancePath: instancePath + "/limits/fileSize", schemaPath: "#/properties/limits/properties/fileSize/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
          }
        }
      } else {
        const err84 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
      }
    }
    if (data.sandbox !== void 0) {
      let data43 = data.sandbox;
      if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
        if (data43.allow === void 0) {
          const err85 = { instancePath: instancePath + "/sandbox", schemaPath: "#/properties/sandbox/required", keyword: "required", params: { missingProperty: "allow" }, message: "must have required property 'allow'" };
          vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
        }
        if (data43.allow !== void 0) {
          let data44 = data43.allow;
          if (Array.isArray(data44)) {
            const len6 = data44.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data45 = data44[i6];
              if (!(data45 === "unix-sockets" || data45 === "network" || data45 === "read-all" || data45 === "host")) {
                const err86 = { instancePath: instancePath + "/sandbox/allow/" + i6, schemaPath: "#/properties/sandbox/properties/allow/items/enum", keyword: "enum", params: { allowedValues: schema46.properties.sandbox.properties.allow.items.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
              }
            }
          } else {
            const err87 = { instancePath: instancePath + "/sandbox/allow", schemaPath: "#/properties/sandbox/properties/allow/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
          }
        }
      } else {
        const err88 = { instancePath: instancePath + "/sandbox", schemaPath: "#/properties/sandbox/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
      }
    }
    if (data.recheck !== void 0 && typeof data.recheck != "boolean") {
      const err89 = { instancePath: instancePath + "/recheck", schemaPath: "#/properties/recheck/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
    }
    if (data.verify !== void 0 && typeof data.verify != "boolean") {
      const err90 = { instancePath: instancePath + "/verify", schemaPath: "#/properties/verify/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
    }
    if (data.files !== void 0) {
      let data48 = data.files;
      if (Array.isArray(data48)) {
        const len7 = data48.length;
        for (let i7 = 0; i7 < len7; i7++)
          if (typeof data48[i7] != "string") {
            const err91 = { instancePath: instancePath + "/files/" + i7, schemaPath: "#/properties/files/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
          }
      } else {
        const err92 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
      }
    }
  } else {
    const err93 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
  }
  return validate33.errors = vErrors, errors === 0;
}
validate33.evaluated = { props: { name: !0, title: !0, producer: !0, consumer: !0, needs: !0, after: !0, locks: !0, holds: !0, config: !0, timeouts: !0, retries: !0, limits: !0, sandbox: !0, recheck: !0, verify: !0, files: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema51 = { description: "An item, and what a choice for it is bound to.", type: "object", properties: { address: { type: "string" }, step: { type: "string" }, item: { $ref: "#/$defs/item" }, fingerprint: { type: "string" }, source: { enum: ["producer", "consumer", "host"] }, parent: { description: "The choice that it hangs on.", type: "object", properties: { address: { type: "string" }, resolution: { type: "string" } }, required: ["address", "resolution"] } }, required: ["address", "step", "item", "fingerprint", "source"] }, schema52 = { description: "What a step has found, as in schema.json.", type: "object", properties: { type: { const: "item" }, id: { type: "string" }, severity: { enum: ["error", "warning", "recommendation"] }, title: { type: "string" }, detail: { type: "string" }, docs: { type: "string" }, fingerprint: { type: "string" }, resources: { type: "array", items: { type: "string" } }, after: { type: "array", items: { type: "string" } }, resolutions: { type: "array", items: { $ref: "#/$defs/resolution" } } }, required: ["id", "severity", "title"] }, schema53 = { description: "One way to deal with an item.", type: "object", properties: { id: { type: "string" }, title: { type: "string" }, detail: { type: "string" }, default: { type: "boolean" }, when: { enum: ["now", "after-boot"] }, ends: { enum: ["resolved", "kept", "reverted"] }, effects: { $ref: "#/$defs/effects" }, seconds: { type: "integer" }, inputs: { type: "object", additionalProperties: { $ref: "#/$defs/inputSpec" } }, items: { type: "array", items: { $ref: "#/$defs/item" }, description: "Asked only where this resolution is chosen." } }, required: ["id", "title"] }, schema54 = { description: "What is absent is not stated.", type: "object", properties: { reboot: { type: "boolean" }, destructive: { type: "boolean" }, reversible: { type: "boolean" }, downtime: { type: "boolean" } } }, schema55 = { description: "What a resolution asks for.", type: "object", properties: { type: { enum: ["string", "boolean", "integer"] }, title: { type: "string" }, secret: { type: "boolean" }, optional: { type: "boolean" }, default: { $ref: "#/$defs/scalar" }, enum: { type: "array", items: { $ref: "#/$defs/scalar" } } }, required: ["type"] }, schema40 = { anyOf: [{ type: "string" }, { type: "boolean" }, { type: "number" }] };
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if (!(data0 === "string" || data0 === "boolean" || data0 === "integer")) {
        const err1 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema55.properties.type.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.title !== void 0 && typeof data.title != "string") {
      const err2 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.secret !== void 0 && typeof data.secret != "boolean") {
      const err3 = { instancePath: instancePath + "/secret", schemaPath: "#/properties/secret/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.optional !== void 0 && typeof data.optional != "boolean") {
      const err4 = { instancePath: instancePath + "/optional", schemaPath: "#/properties/optional/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.default !== void 0) {
      let data4 = data.default;
      const _errs10 = errors;
      let valid2 = !1;
      const _errs11 = errors;
      if (typeof data4 != "string") {
        const err5 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      var _valid0 = _errs11 === errors;
      valid2 = valid2 || _valid0;
      const _errs13 = errors;
      if (typeof data4 != "boolean") {
        const err6 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      var _valid0 = _errs13 === errors;
      valid2 = valid2 || _valid0;
      const _errs15 = errors;
      if (!(typeof data4 == "number" && isFinite(data4))) {
        const err7 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      var _valid0 = _errs15 === errors;
      if (valid2 = valid2 || _valid0, valid2)
        errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
      else {
        const err8 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.enum !== void 0) {
      let data5 = data.enum;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          const _errs21 = errors;
          let valid6 = !1;
          const _errs22 = errors;
          if (typeof data6 != "string") {
            const err9 = { instancePath: instancePath + "/enum/" + i0, schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
          var _valid1 = _errs22 === errors;
          valid6 = valid6 || _valid1;
          const _errs24 = errors;
          if (typeof data6 != "boolean") {
            const err10 = { instancePath: instancePath + "/enum/" + i0, schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
          var _valid1 = _errs24 === errors;
          valid6 = valid6 || _valid1;
          const _errs26 = errors;
          if (!(typeof data6 == "number" && isFinite(data6))) {
            const err11 = { instancePath: instancePath + "/enum/" + i0, schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
          var _valid1 = _errs26 === errors;
          if (valid6 = valid6 || _valid1, valid6)
            errors = _errs21, vErrors !== null && (_errs21 ? vErrors.length = _errs21 : vErrors = null);
          else {
            const err12 = { instancePath: instancePath + "/enum/" + i0, schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/enum", schemaPath: "#/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate38.errors = vErrors, errors === 0;
}
validate38.evaluated = { props: { type: !0, title: !0, secret: !0, optional: !0, default: !0, enum: !0 }, dynamicProps: !1, dynamicItems: !1 };
const wrapper0 = { validate: validate36 };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.title === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.id !== void 0 && typeof data.id != "string") {
      const err2 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.title !== void 0 && typeof data.title != "string") {
      const err3 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.detail !== void 0 && typeof data.detail != "string") {
      const err4 = { instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.default !== void 0 && typeof data.default != "boolean") {
      const err5 = { instancePath: instancePath + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.when !== void 0) {
      let data4 = data.when;
      if (!(data4 === "now" || data4 === "after-boot")) {
        const err6 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/enum", keyword: "enum", params: { allowedValues: schema53.properties.when.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.ends !== void 0) {
      let data5 = data.ends;
      if (!(data5 === "resolved" || data5 === "kept" || data5 === "reverted")) {
        const err7 = { instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/enum", keyword: "enum", params: { allowedValues: schema53.properties.ends.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.effects !== void 0) {
      let data6 = data.effects;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.reboot !== void 0 && typeof data6.reboot != "boolean") {
          const err8 = { instancePath: instancePath + "/effects/reboot", schemaPath: "#/$defs/effects/properties/reboot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data6.destructive !== void 0 && typeof data6.destructive != "boolean") {
          const err9 = { instancePath: instancePath + "/effects/destructive", schemaPath: "#/$defs/effects/properties/destructive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data6.reversible !== void 0 && typeof data6.reversible != "boolean") {
          const err10 = { instancePath: instancePath + "/effects/reversible", schemaPath: "#/$defs/effects/properties/reversible/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data6.downtime !== void 0 && typeof data6.downtime != "boolean") {
          const err11 = { instancePath: instancePath + "/effects/downtime", schemaPath: "#/$defs/effects/properties/downtime/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/effects", schemaPath: "#/$defs/effects/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.seconds !== void 0) {
      let data11 = data.seconds;
      if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
        const err13 = { instancePath: instancePath + "/seconds", schemaPath: "#/properties/seconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.inputs !== void 0) {
      let data12 = data.inputs;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12))
        for (const key0 in data12)
          validate38(data12[key0]) || under(validate38, instancePath + "/inputs/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors), errors = vErrors.length);
      else {
        const err14 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.items !== void 0) {
      let data14 = data.items;
      if (Array.isArray(data14)) {
        const len0 = data14.length;
        for (let i0 = 0; i0 < len0; i0++)
          wrapper0.validate(data14[i0]) || under(wrapper0.validate, instancePath + "/items/" + i0) || (vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors), errors = vErrors.length);
      } else {
        const err15 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate37.errors = vErrors, errors === 0;
}
validate37.evaluated = { props: { id: !0, title: !0, detail: !0, default: !0, when: !0, ends: !0, effects: !0, seconds: !0, inputs: !0, items: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.severity === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.title === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.type !== void 0 && data.type !== "item") {
      const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "item" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.id !== void 0 && typeof data.id != "string") {
      const err4 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.severity !== void 0) {
      let data2 = data.severity;
      if (!(data2 === "error" || data2 === "warning" || data2 === "recommendation")) {
        const err5 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema52.properties.severity.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.title !== void 0 && typeof data.title != "string") {
      const err6 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.detail !== void 0 && typeof data.detail != "string") {
      const err7 = { instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.docs !== void 0 && typeof data.docs != "string") {
      const err8 = { instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err9 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.resources !== void 0) {
      let data7 = data.resources;
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data7[i0] != "string") {
            const err10 = { instancePath: instancePath + "/resources/" + i0, schemaPath: "#/properties/resources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
      } else {
        const err11 = { instancePath: instancePath + "/resources", schemaPath: "#/properties/resources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.after !== void 0) {
      let data9 = data.after;
      if (Array.isArray(data9)) {
        const len1 = data9.length;
        for (let i1 = 0; i1 < len1; i1++)
          if (typeof data9[i1] != "string") {
            const err12 = { instancePath: instancePath + "/after/" + i1, schemaPath: "#/properties/after/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
      } else {
        const err13 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.resolutions !== void 0) {
      let data11 = data.resolutions;
      if (Array.isArray(data11)) {
        const len2 = data11.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate37(data11[i2]) || under(validate37, instancePath + "/resolutions/" + i2) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length);
      } else {
        const err14 = { instancePath: instancePath + "/resolutions", schemaPath: "#/properties/resolutions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate36.errors = vErrors, errors === 0;
}
validate36.evaluated = { props: { type: !0, id: !0, severity: !0, title: !0, detail: !0, docs: !0, fingerprint: !0, resources: !0, after: !0, resolutions: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.step === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.item === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "item" }, message: "must have required property 'item'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.fingerprint === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fingerprint" }, message: "must have required property 'fingerprint'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.source === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.address !== void 0 && typeof data.address != "string") {
      const err5 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.step !== void 0 && typeof data.step != "string") {
      const err6 = { instancePath: instancePath + "/step", schemaPath: "#/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.item !== void 0 && (validate36(data.item, { instancePath: instancePath + "/item", parentData: data, parentDataProperty: "item", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors), errors = vErrors.length)), data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err7 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.source !== void 0) {
      let data4 = data.source;
      if (!(data4 === "producer" || data4 === "consumer" || data4 === "host")) {
        const err8 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/enum", keyword: "enum", params: { allowedValues: schema51.properties.source.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.parent !== void 0) {
      let data5 = data.parent;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.address === void 0) {
          const err9 = { instancePath: instancePath + "/parent", schemaPath: "#/properties/parent/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data5.resolution === void 0) {
          const err10 = { instancePath: instancePath + "/parent", schemaPath: "#/properties/parent/required", keyword: "required", params: { missingProperty: "resolution" }, message: "must have required property 'resolution'" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data5.address !== void 0 && typeof data5.address != "string") {
          const err11 = { instancePath: instancePath + "/parent/address", schemaPath: "#/properties/parent/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data5.resolution !== void 0 && typeof data5.resolution != "string") {
          const err12 = { instancePath: instancePath + "/parent/resolution", schemaPath: "#/properties/parent/properties/resolution/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/parent", schemaPath: "#/properties/parent/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate35.errors = vErrors, errors === 0;
}
validate35.evaluated = { props: { address: !0, step: !0, item: !0, fingerprint: !0, source: !0, parent: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema37 = { description: "An answer, bound to the state that it was given for.", type: "object", properties: { address: { type: "string", description: "`step/item`" }, fingerprint: { type: "string" }, answer: { $ref: "#/$defs/answer" }, who: { $ref: "#/$defs/who" }, at: { type: "string", description: "ISO 8601, UTC." }, via: { enum: ["prompt", "answers", "pattern", "policy", "option", "plan", "command"] } }, required: ["address", "fingerprint", "answer", "who", "at", "via"] }, schema41 = { description: "Who did it.", type: "object", properties: { uid: { type: "integer" }, user: { type: "string" }, login: { type: "string", description: "Behind sudo or su, where it can be known." }, loginBy: { description: "How it is known: the kernel's word, or a variable that anybody can set.", enum: ["loginuid", "SUDO_USER", "LOGNAME"] } }, required: ["uid", "user"] }, schema38 = { description: "What was chosen.", type: "object", properties: { kind: { enum: ["resolution", "waiver", "later"] }, resolution: { type: "string" }, input: { type: "object", additionalProperties: { $ref: "#/$defs/inputValue" } }, reason: { type: "string" } }, required: ["kind"] }, schema39 = { description: "A secret is only ever named.", anyOf: [{ $ref: "#/$defs/scalar" }, { description: "A secret, by where it comes from.", type: "object", properties: { secret: { enum: ["file", "memory"] }, file: { type: "string" } }, required: ["secret"] }] };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate26.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs0 = errors;
  let valid0 = !1;
  const _errs1 = errors, _errs3 = errors;
  let valid2 = !1;
  const _errs4 = errors;
  if (typeof data != "string") {
    const err0 = { instancePath, schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  var _valid1 = _errs4 === errors;
  valid2 = valid2 || _valid1;
  const _errs6 = errors;
  if (typeof data != "boolean") {
    const err1 = { instancePath, schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  var _valid1 = _errs6 === errors;
  valid2 = valid2 || _valid1;
  const _errs8 = errors;
  if (!(typeof data == "number" && isFinite(data))) {
    const err2 = { instancePath, schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "number" }, message: "must be number" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  var _valid1 = _errs8 === errors;
  if (valid2 = valid2 || _valid1, valid2)
    errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
  else {
    const err3 = { instancePath, schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs10 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.secret === void 0) {
      const err4 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.secret !== void 0) {
      let data0 = data.secret;
      if (!(data0 === "file" || data0 === "memory")) {
        const err5 = { instancePath: instancePath + "/secret", schemaPath: "#/anyOf/1/properties/secret/enum", keyword: "enum", params: { allowedValues: schema39.anyOf[1].properties.secret.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.file !== void 0 && typeof data.file != "string") {
      const err6 = { instancePath: instancePath + "/file", schemaPath: "#/anyOf/1/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  var _valid0 = _errs10 === errors;
  if (valid0 = valid0 || _valid0, _valid0) {
    var props0 = {};
    props0.secret = !0, props0.file = !0;
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    const err8 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate26.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate26.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (!(data0 === "resolution" || data0 === "waiver" || data0 === "later")) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema38.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.resolution !== void 0 && typeof data.resolution != "string") {
      const err2 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.input !== void 0) {
      let data2 = data.input;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2))
        for (const key0 in data2)
          validate26(data2[key0]) || under(validate26, instancePath + "/input/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors), errors = vErrors.length);
      else {
        const err3 = { instancePath: instancePath + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.reason !== void 0 && typeof data.reason != "string") {
      const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
validate25.evaluated = { props: { kind: !0, resolution: !0, input: !0, reason: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.fingerprint === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fingerprint" }, message: "must have required property 'fingerprint'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.answer === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "answer" }, message: "must have required property 'answer'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.who === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "who" }, message: "must have required property 'who'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.at === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.via === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "via" }, message: "must have required property 'via'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.address !== void 0 && typeof data.address != "string") {
      const err6 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err7 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.answer !== void 0 && (validate25(data.answer, { instancePath: instancePath + "/answer", parentData: data, parentDataProperty: "answer", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length)), data.who !== void 0) {
      let data3 = data.who;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.uid === void 0) {
          const err8 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "uid" }, message: "must have required property 'uid'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data3.user === void 0) {
          const err9 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data3.uid !== void 0) {
          let data4 = data3.uid;
          if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            const err10 = { instancePath: instancePath + "/who/uid", schemaPath: "#/$defs/who/properties/uid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data3.user !== void 0 && typeof data3.user != "string") {
          const err11 = { instancePath: instancePath + "/who/user", schemaPath: "#/$defs/who/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data3.login !== void 0 && typeof data3.login != "string") {
          const err12 = { instancePath: instancePath + "/who/login", schemaPath: "#/$defs/who/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (data3.loginBy !== void 0) {
          let data7 = data3.loginBy;
          if (!(data7 === "loginuid" || data7 === "SUDO_USER" || data7 === "LOGNAME")) {
            const err13 = { instancePath: instancePath + "/who/loginBy", schemaPath: "#/$defs/who/properties/loginBy/enum", keyword: "enum", params: { allowedValues: schema41.properties.loginBy.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.at !== void 0 && typeof data.at != "string") {
      const err15 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.via !== void 0) {
      let data9 = data.via;
      if (!(data9 === "prompt" || data9 === "answers" || data9 === "pattern" || data9 === "policy" || data9 === "option" || data9 === "plan" || data9 === "command")) {
        const err16 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/enum", keyword: "enum", params: { allowedValues: schema37.properties.via.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
validate24.evaluated = { props: { address: !0, fingerprint: !0, answer: !0, who: !0, at: !0, via: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema58 = { description: "What waits for what.", type: "object", properties: { tasks: { type: "array", items: { $ref: "#/$defs/task" } }, barriers: { type: "array", items: { $ref: "#/$defs/barrier" } }, edges: { type: "array", items: { $ref: "#/$defs/edge" } } }, required: ["tasks", "barriers", "edges"] }, schema61 = { description: "A reboot that the graph has to pass.", type: "object", properties: { id: { type: "string" }, reboot: { type: "integer", description: "Counts from 1." } }, required: ["id", "reboot"] }, schema42 = { description: "Its end waits for its beginning.", type: "object", properties: { from: { type: "string" }, to: { type: "string" }, kind: { enum: ["needs", "after", "item", "phase", "barrier"] } }, required: ["from", "to", "kind"] }, schema59 = { description: "A node of the graph: a step's consumer, and what it is to apply.", type: "object", properties: { id: { type: "string" }, step: { type: "string" }, phase: { enum: ["now", "after-boot"] }, generation: { type: "integer" }, selections: { type: "array", items: { $ref: "#/$defs/selection" } } }, required: ["id", "step", "phase", "generation", "selections"] }, schema60 = { description: "A choice that a consumer has to carry out.", type: "object", properties: { address: { type: "string" }, item: { type: "string" }, resolution: { type: "string" }, fingerprint: { type: "string" }, input: { type: "object", additionalProperties: { $ref: "#/$defs/inputValue" } }, ends: { enum: ["resolved", "kept", "reverted"] }, destructive: { type: "boolean" }, reversible: { anyOf: [{ type: "boolean" }, { type: "null" }], description: "Null where it is not stated." }, reboot: { anyOf: [{ type: "boolean" }, { type: "null" }], description: "Null where it is not stated." } }, required: ["address", "item", "resolution", "fingerprint", "ends", "destructive", "reversible", "reboot"] };
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate46.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.item === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "item" }, message: "must have required property 'item'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.resolution === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "resolution" }, message: "must have required property 'resolution'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.fingerprint === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fingerprint" }, message: "must have required property 'fingerprint'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.ends === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ends" }, message: "must have required property 'ends'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.destructive === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "destructive" }, message: "must have required property 'destructive'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.reversible === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reversible" }, message: "must have required property 'reversible'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.reboot === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reboot" }, message: "must have required property 'reboot'" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.address !== void 0 && typeof data.address != "string") {
      const err8 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.item !== void 0 && typeof data.item != "string") {
      const err9 = { instancePath: instancePath + "/item", schemaPath: "#/properties/item/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.resolution !== void 0 && typeof data.resolution != "string") {
      const err10 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err11 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.input !== void 0) {
      let data4 = data.input;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4))
        for (const key0 in data4)
          validate26(data4[key0]) || under(validate26, instancePath + "/input/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors), errors = vErrors.length);
      else {
        const err12 = { instancePath: instancePath + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.ends !== void 0) {
      let data6 = data.ends;
      if (!(data6 === "resolved" || data6 === "kept" || data6 === "reverted")) {
        const err13 = { instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/enum", keyword: "enum", params: { allowedValues: schema60.properties.ends.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.destructive !== void 0 && typeof data.destructive != "boolean") {
      const err14 = { instancePath: instancePath + "/destructive", schemaPath: "#/properties/destructive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.reversible !== void 0) {
      let data8 = data.reversible;
      const _errs17 = errors;
      let valid2 = !1;
      const _errs18 = errors;
      if (typeof data8 != "boolean") {
        const err15 = { instancePath: instancePath + "/reversible", schemaPath: "#/properties/reversible/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
      var _valid0 = _errs18 === errors;
      valid2 = valid2 || _valid0;
      const _errs20 = errors;
      if (data8 !== null) {
        const err16 = { instancePath: instancePath + "/reversible", schemaPath: "#/properties/reversible/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
      var _valid0 = _errs20 === errors;
      if (valid2 = valid2 || _valid0, valid2)
        errors = _errs17, vErrors !== null && (_errs17 ? vErrors.length = _errs17 : vErrors = null);
      else {
        const err17 = { instancePath: instancePath + "/reversible", schemaPath: "#/properties/reversible/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.reboot !== void 0) {
      let data9 = data.reboot;
      const _errs23 = errors;
      let valid3 = !1;
      const _errs24 = errors;
      if (typeof data9 != "boolean") {
        const err18 = { instancePath: instancePath + "/reboot", schemaPath: "#/properties/reboot/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
      var _valid1 = _errs24 === errors;
      valid3 = valid3 || _valid1;
      const _errs26 = errors;
      if (data9 !== null) {
        const err19 = { instancePath: instancePath + "/reboot", schemaPath: "#/properties/reboot/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
      var _valid1 = _errs26 === errors;
      if (valid3 = valid3 || _valid1, valid3)
        errors = _errs23, vErrors !== null && (_errs23 ? vErrors.length = _errs23 : vErrors = null);
      else {
        const err20 = { instancePath: instancePath + "/reboot", schemaPath: "#/properties/reboot/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate46.errors = vErrors, errors === 0;
}
validate46.evaluated = { props: { address: !0, item: !0, resolution: !0, fingerprint: !0, input: !0, ends: !0, destructive: !0, reversible: !0, reboot: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate45.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.step === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.phase === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "phase" }, message: "must have required property 'phase'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.generation === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "generation" }, message: "must have required property 'generation'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.selections === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "selections" }, message: "must have required property 'selections'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.id !== void 0 && typeof data.id != "string") {
      const err5 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.step !== void 0 && typeof data.step != "string") {
      const err6 = { instancePath: instancePath + "/step", schemaPath: "#/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.phase !== void 0) {
      let data2 = data.phase;
      if (!(data2 === "now" || data2 === "after-boot")) {
        const err7 = { instancePath: instancePath + "/phase", schemaPath: "#/properties/phase/enum", keyword: "enum", params: { allowedValues: schema59.properties.phase.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.generation !== void 0) {
      let data3 = data.generation;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        const err8 = { instancePath: instancePath + "/generation", schemaPath: "#/properties/generation/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.selections !== void 0) {
      let data4 = data.selections;
      if (Array.isArray(data4)) {
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate46(data4[i0]) || under(validate46, instancePath + "/selections/" + i0) || (vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors), errors = vErrors.length);
      } else {
        const err9 = { instancePath: instancePath + "/selections", schemaPath: "#/properties/selections/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate45.errors = vErrors, errors === 0;
}
validate45.evaluated = { props: { id: !0, step: !0, phase: !0, generation: !0, selections: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tasks === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tasks" }, message: "must have required property 'tasks'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.barriers === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "barriers" }, message: "must have required property 'barriers'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.edges === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edges" }, message: "must have required property 'edges'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.tasks !== void 0) {
      let data0 = data.tasks;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate45(data0[i0]) || under(validate45, instancePath + "/tasks/" + i0) || (vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors), errors = vErrors.length);
      } else {
        const err3 = { instancePath: instancePath + "/tasks", schemaPath: "#/properties/tasks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.barriers !== void 0) {
      let data2 = data.barriers;
      if (Array.isArray(data2)) {
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.id === void 0) {
              const err4 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            if (data3.reboot === void 0) {
              const err5 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/required", keyword: "required", params: { missingProperty: "reboot" }, message: "must have required property 'reboot'" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data3.id !== void 0 && typeof data3.id != "string") {
              const err6 = { instancePath: instancePath + "/barriers/" + i1 + "/id", schemaPath: "#/$defs/barrier/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (data3.reboot !== void 0) {
              let data5 = data3.reboot;
              if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
                const err7 = { instancePath: instancePath + "/barriers/" + i1 + "/reboot", schemaPath: "#/$defs/barrier/properties/reboot/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
              }
            }
          } else {
            const err8 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/barriers", schemaPath: "#/properties/barriers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.edges !== void 0) {
      let data6 = data.edges;
      if (Array.isArray(data6)) {
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.from === void 0) {
              const err10 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (data7.to === void 0) {
              const err11 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
            if (data7.kind === void 0) {
              const err12 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
            if (data7.from !== void 0 && typeof data7.from != "string") {
              const err13 = { instancePath: instancePath + "/edges/" + i2 + "/from", schemaPath: "#/$defs/edge/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data7.to !== void 0 && typeof data7.to != "string") {
              const err14 = { instancePath: instancePath + "/edges/" + i2 + "/to", schemaPath: "#/$defs/edge/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data7.kind !== void 0) {
              let data10 = data7.kind;
              if (!(data10 === "needs" || data10 === "after" || data10 === "item" || data10 === "phase" || data10 === "barrier")) {
                const err15 = { instancePath: instancePath + "/edges/" + i2 + "/kind", schemaPath: "#/$defs/edge/properties/kind/enum", keyword: "enum", params: { allowedValues: schema42.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/edges", schemaPath: "#/properties/edges/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate44.errors = vErrors, errors === 0;
}
validate44.evaluated = { props: { tasks: !0, barriers: !0, edges: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema63 = { description: "The worst verdict, and that of every step.", type: "object", properties: { verdict: { $ref: "#/$defs/verdict" }, steps: { type: "array", items: { description: "Of one step.", type: "object", properties: { step: { type: "string" }, verdict: { $ref: "#/$defs/verdict" }, unpredicted: { type: "boolean", description: "Its producer cannot look yet." }, reasons: { type: "array", items: { $ref: "#/$defs/reason" } } }, required: ["step", "verdict", "unpredicted", "reasons"] } } }, required: ["verdict", "steps"] }, schema34 = { enum: ["nothing-to-do", "ready", "undecided", "blocked"] }, schema66 = { description: "Why an item or a step stands as it does.", type: "object", properties: { address: { type: "string" }, code: { enum: ["no-resolution", "no-choice", "producer-failed", "need-blocked", "need-undecided", "no-consumer", "reboot-in-test", "cycle"] }, message: { type: "string" } }, required: ["code", "message"] };
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate51.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.verdict === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verdict" }, message: "must have required property 'verdict'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.steps === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.verdict !== void 0) {
      let data0 = data.verdict;
      if (!(data0 === "nothing-to-do" || data0 === "ready" || data0 === "undecided" || data0 === "blocked")) {
        const err2 = { instancePath: instancePath + "/verdict", schemaPath: "#/$defs/verdict/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.steps !== void 0) {
      let data1 = data.steps;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.step === void 0) {
              const err3 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            if (data2.verdict === void 0) {
              const err4 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/required", keyword: "required", params: { missingProperty: "verdict" }, message: "must have required property 'verdict'" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            if (data2.unpredicted === void 0) {
              const err5 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/required", keyword: "required", params: { missingProperty: "unpredicted" }, message: "must have required property 'unpredicted'" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data2.reasons === void 0) {
              const err6 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/required", keyword: "required", params: { missingProperty: "reasons" }, message: "must have required property 'reasons'" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (data2.step !== void 0 && typeof data2.step != "string") {
              const err7 = { instancePath: instancePath + "/steps/" + i0 + "/step", schemaPath: "#/properties/steps/items/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
            if (data2.verdict !== void 0) {
              let data4 = data2.verdict;
              if (!(data4 === "nothing-to-do" || data4 === "ready" || data4 === "undecided" || data4 === "blocked")) {
                const err8 = { instancePath: instancePath + "/steps/" + i0 + "/verdict", schemaPath: "#/$defs/verdict/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
              }
            }
            if (data2.unpredicted !== void 0 && typeof data2.unpredicted != "boolean") {
              const err9 = { instancePath: instancePath + "/steps/" + i0 + "/unpredicted", schemaPath: "#/properties/steps/items/properties/unpredicted/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (data2.reasons !== void 0) {
              let data6 = data2.reasons;
              if (Array.isArray(data6)) {
                const len1 = data6.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data7 = data6[i1];
                  if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                    if (data7.code === void 0) {
                      const err10 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1, schemaPath: "#/$defs/reason/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
                      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                    }
                    if (data7.message === void 0) {
                      const err11 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1, schemaPath: "#/$defs/reason/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
                      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                    }
                    if (data7.address !== void 0 && typeof data7.address != "string") {
                      const err12 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1 + "/address", schemaPath: "#/$defs/reason/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                    }
                    if (data7.code !== void 0) {
                      let data9 = data7.code;
                      if (!(data9 === "no-resolution" || data9 === "no-choice" || data9 === "producer-failed" || data9 === "need-blocked" || data9 === "need-undecided" || data9 === "no-consumer" || data9 === "reboot-in-test" || data9 === "cycle")) {
                        const err13 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1 + "/code", schemaPath: "#/$defs/reason/properties/code/enum", keyword: "enum", params: { allowedValues: schema66.properties.code.enum }, message: "must be equal to one of the allowed values" };
                        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                      }
                    }
                    if (data7.message !== void 0 && typeof data7.message != "string") {
                      const err14 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1 + "/message", schemaPath: "#/$defs/reason/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                    }
                  } else {
                    const err15 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1, schemaPath: "#/$defs/reason/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                  }
                }
              } else {
                const err16 = { instancePath: instancePath + "/steps/" + i0 + "/reasons", schemaPath: "#/properties/steps/items/properties/reasons/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
  }
  return validate51.errors = vErrors, errors === 0;
}
validate51.evaluated = { props: { verdict: !0, steps: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate105(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate105.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.edgewise === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edgewise" }, message: "must have required property 'edgewise'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.digest === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.created === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "created" }, message: "must have required property 'created'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.machine === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "machine" }, message: "must have required property 'machine'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.host === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.action === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "action" }, message: "must have required property 'action'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.name === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.manifest === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "manifest" }, message: "must have required property 'manifest'" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.steps === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.programs === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "programs" }, message: "must have required property 'programs'" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.findings === void 0) {
      const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "findings" }, message: "must have required property 'findings'" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.unpredicted === void 0) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "unpredicted" }, message: "must have required property 'unpredicted'" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.choices === void 0) {
      const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "choices" }, message: "must have required property 'choices'" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.left === void 0) {
      const err14 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "left" }, message: "must have required property 'left'" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.graph === void 0) {
      const err15 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "graph" }, message: "must have required property 'graph'" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.prediction === void 0) {
      const err16 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "prediction" }, message: "must have required property 'prediction'" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.pointOfNoReturn === void 0) {
      const err17 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pointOfNoReturn" }, message: "must have required property 'pointOfNoReturn'" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.edgewise !== void 0 && data.edgewise !== 1) {
      const err18 = { instancePath: instancePath + "/edgewise", schemaPath: "#/properties/edgewise/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "plan") {
      const err19 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "plan" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    if (data.digest !== void 0 && typeof data.digest != "string") {
      const err20 = { instancePath: instancePath + "/digest", schemaPath: "#/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    if (data.created !== void 0 && typeof data.created != "string") {
      const err21 = { instancePath: instancePath + "/created", schemaPath: "#/properties/created/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
    if (data.supersedes !== void 0 && typeof data.supersedes != "string") {
      const err22 = { instancePath: instancePath + "/supersedes", schemaPath: "#/properties/supersedes/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
    }
    if (data.machine !== void 0 && typeof data.machine != "string") {
      const err23 = { instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.host !== void 0 && typeof data.host != "string") {
      const err24 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    if (data.action !== void 0) {
      let data7 = data.action;
      if (!(data7 === "switch" || data7 === "boot" || data7 === "test")) {
        const err25 = { instancePath: instancePath + "/action", schemaPath: "#/properties/action/enum", keyword: "enum", params: { allowedValues: schema44.properties.action.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.name !== void 0 && typeof data.name != "string") {
      const err26 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
    }
    if (data.target !== void 0 && typeof data.target != "string") {
      const err27 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
    }
    if (data.reboot !== void 0) {
      let data10 = data.reboot;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (data10.argv === void 0) {
          const err28 = { instancePath: instancePath + "/reboot", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "argv" }, message: "must have required property 'argv'" };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
        if (data10.executable === void 0) {
          const err29 = { instancePath: instancePath + "/reboot", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "executable" }, message: "must have required property 'executable'" };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
        if (data10.user === void 0) {
          const err30 = { instancePath: instancePath + "/reboot", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (data10.cwd === void 0) {
          const err31 = { instancePath: instancePath + "/reboot", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "cwd" }, message: "must have required property 'cwd'" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (data10.env === void 0) {
          const err32 = { instancePath: instancePath + "/reboot", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property 'env'" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
        if (data10.argv !== void 0) {
          let data11 = data10.argv;
          if (Array.isArray(data11)) {
            const len0 = data11.length;
            for (let i0 = 0; i0 < len0; i0++)
              if (typeof data11[i0] != "string") {
                const err33 = { instancePath: instancePath + "/reboot/argv/" + i0, schemaPath: "#/$defs/program/properties/argv/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
              }
          } else {
            const err34 = { instancePath: instancePath + "/reboot/argv", schemaPath: "#/$defs/program/properties/argv/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
        if (data10.executable !== void 0 && typeof data10.executable != "string") {
          const err35 = { instancePath: instancePath + "/reboot/executable", schemaPath: "#/$defs/program/properties/executable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
        }
        if (data10.user !== void 0) {
          let data14 = data10.user;
          const _errs28 = errors;
          let valid5 = !1;
          const _errs29 = errors;
          if (typeof data14 != "string") {
            const err36 = { instancePath: instancePath + "/reboot/user", schemaPath: "#/$defs/program/properties/user/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
          }
          var _valid0 = _errs29 === errors;
          valid5 = valid5 || _valid0;
          const _errs31 = errors;
          if (data14 !== null) {
            const err37 = { instancePath: instancePath + "/reboot/user", schemaPath: "#/$defs/program/properties/user/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
          var _valid0 = _errs31 === errors;
          if (valid5 = valid5 || _valid0, valid5)
            errors = _errs28, vErrors !== null && (_errs28 ? vErrors.length = _errs28 : vErrors = null);
          else {
            const err38 = { instancePath: instancePath + "/reboot/user", schemaPath: "#/$defs/program/properties/user/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
          }
        }
        if (data10.cwd !== void 0 && typeof data10.cwd != "string") {
          const err39 = { instancePath: instancePath + "/reboot/cwd", schemaPath: "#/$defs/program/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
        }
        if (data10.env !== void 0) {
          let data16 = data10.env;
          if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
            for (const key0 in data16)
              if (typeof data16[key0] != "string") {
                const err40 = { instancePath: instancePath + "/reboot/env/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/program/properties/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
              }
          } else {
            const err41 = { instancePath: instancePath + "/reboot/env", schemaPath: "#/$defs/program/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/reboot", schemaPath: "#/$defs/program/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
      }
    }
    if (data.manifest !== void 0) {
      let data18 = data.manifest;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        if (data18.path === void 0) {
          const err43 = { instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
          vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
        }
        if (data18.digest === void 0) {
          const err44 = { instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'" };
          vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
        }
        if (data18.path !== void 0 && typeof data18.path != "string") {
          const err45 = { instancePath: instancePath + "/manifest/path", schemaPath: "#/properties/manifest/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
        }
        if (data18.digest !== void 0 && typeof data18.digest != "string") {
          const err46 = { instancePath: instancePath + "/manifest/digest", schemaPath: "#/properties/manifest/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
        }
      } else {
        const err47 = { instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
      }
    }
    if (data.steps !== void 0) {
      let data21 = data.steps;
      if (Array.isArray(data21)) {
        const len1 = data21.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate33(data21[i1]) || under(validate33, instancePath + "/steps/" + i1) || (vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors), errors = vErrors.length);
      } else {
        const err48 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
      }
    }
    if (data.programs !== void 0) {
      let data23 = data.programs;
      if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
        for (const key1 in data23)
          if (typeof data23[key1] != "string") {
            const err49 = { instancePath: instancePath + "/programs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/programs/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
          }
      } else {
        const err50 = { instancePath: instancePath + "/programs", schemaPath: "#/properties/programs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
      }
    }
    if (data.findings !== void 0) {
      let data25 = data.findings;
      if (Array.isArray(data25)) {
        const len2 = data25.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate35(data25[i2]) || under(validate35, instancePath + "/findings/" + i2) || (vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors), errors = vErrors.length);
      } else {
        const err51 = { instancePath: instancePath + "/findings", schemaPath: "#/properties/findings/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
      }
    }
    if (data.unpredicted !== void 0) {
      let data27 = data.unpredicted;
      if (Array.isArray(data27)) {
        const len3 = data27.length;
        for (let i3 = 0; i3 < len3; i3++)
          if (typeof data27[i3] != "string") {
            const err52 = { instancePath: instancePath + "/unpredicted/" + i3, schemaPath: "#/properties/unpredicted/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
          }
      } else {
        const err53 = { instancePath: instancePath + "/unpredicted", schemaPath: "#/properties/unpredicted/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
      }
    }
    if (data.choices !== void 0) {
      let data29 = data.choices;
      if (Array.isArray(data29)) {
        const len4 = data29.length;
        for (let i4 = 0; i4 < len4; i4++)
          validate24(data29[i4]) || under(validate24, instancePath + "/choices/" + i4) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length);
      } else {
        const err54 = { instancePath: instancePath + "/choices", schemaPath: "#/properties/choices/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
      }
    }
    if (data.left !== void 0) {
      let data31 = data.left;
      if (Array.isArray(data31)) {
        const len5 = data31.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data32 = data31[i5];
          if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
            if (data32.step === void 0) {
              const err55 = { instancePath: instancePath + "/left/" + i5, schemaPath: "#/properties/left/items/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
              vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
            }
            if (data32.reason === void 0) {
              const err56 = { instancePath: instancePath + "/left/" + i5, schemaPath: "#/properties/left/items/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
              vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
            }
            if (data32.step !== void 0 && typeof data32.step != "string") {
              const err57 = { instancePath: instancePath + "/left/" + i5 + "/step", schemaPath: "#/properties/left/items/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
            }
            if (data32.reason !== void 0 && typeof data32.reason != "string") {
              const err58 = { instancePath: instancePath + "/left/" + i5 + "/reason", schemaPath: "#/properties/left/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
            }
          } else {
            const err59 = { instancePath: instancePath + "/left/" + i5, schemaPath: "#/properties/left/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
          }
        }
      } else {
        const err60 = { instancePath: instancePath + "/left", schemaPath: "#/properties/left/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
      }
    }
    if (data.graph !== void 0 && (validate44(data.graph, { instancePath: instancePath + "/graph", parentData: data, parentDataProperty: "graph", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors), errors = vErrors.length)), data.prediction !== void 0 && (validate51(data.prediction, { instancePath: instancePath + "/prediction", parentData: data, parentDataProperty: "prediction", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors), errors = vErrors.length)), data.pointOfNoReturn !== void 0) {
      let data37 = data.pointOfNoReturn;
      const _errs75 = errors;
      let valid20 = !1;
      const _errs76 = errors;
      if (typeof data37 != "string") {
        const err61 = { instancePath: instancePath + "/pointOfNoReturn", schemaPath: "#/properties/pointOfNoReturn/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
      }
      var _valid1 = _errs76 === errors;
      valid20 = valid20 || _valid1;
      const _errs78 = errors;
      if (data37 !== null) {
        const err62 = { instancePath: instancePath + "/pointOfNoReturn", schemaPath: "#/properties/pointOfNoReturn/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
      }
      var _valid1 = _errs78 === errors;
      if (valid20 = valid20 || _valid1, valid20)
        errors = _errs75, vErrors !== null && (_errs75 ? vErrors.length = _errs75 : vErrors = null);
      else {
        const err63 = { instancePath: instancePath + "/pointOfNoReturn", schemaPath: "#/properties/pointOfNoReturn/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
      }
    }
  } else {
    const err64 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
  }
  return validate105.errors = vErrors, errors === 0;
}
validate105.evaluated = { props: { edgewise: !0, kind: !0, digest: !0, created: !0, supersedes: !0, machine: !0, host: !0, action: !0, name: !0, target: !0, reboot: !0, manifest: !0, steps: !0, programs: !0, findings: !0, unpredicted: !0, choices: !0, left: !0, graph: !0, prediction: !0, pointOfNoReturn: !0 }, dynamicProps: !1, dynamicItems: !1 };
export {
  validate
};
