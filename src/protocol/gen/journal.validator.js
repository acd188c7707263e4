/* Generated from protocol/journal.schema.json by `npm run generate`. Do not edit. */
import runtime0 from "ajv/dist/runtime/ucs2length.js";
const under = (validate2, path) => {
  for (const error of validate2.errors) error.instancePath = path + error.instancePath;
  return !1;
}, isIn = (table, beyond, unit) => unit < 128 ? table[unit] === 1 : beyond, startsIn = (table, beyond) => ({ test: (text) => text.length > 0 && isIn(table, beyond, text.charCodeAt(0)) }), holdsAny = (table, beyond) => ({
  test(text) {
    for (let i = 0; i < text.length; i++) if (isIn(table, beyond, text.charCodeAt(i))) return !0;
    return !1;
  }
}), validate = validate20, schema31 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://edgewise.dev/protocol/1/journal.schema.json", title: "A record of a run's journal", description: 'One line of runs/RUN/journal.jsonl. `sum` is the first 16 hex digits of the SHA-256 of the line\'s bytes before `,"sum":`, `prev` the `sum` of the record before, 0000000000000000 in the first.', type: "object", required: ["seq", "time", "boot", "prev", "event", "sum"], properties: { seq: { description: "Counts from 1, without gaps.", type: "integer", minimum: 1, maximum: 9007199254740991 }, time: { description: "ISO 8601, UTC, of the wall clock.", type: "string", minLength: 1 }, boot: { description: "The machine's boot id then.", type: "string", minLength: 1 }, format: { description: "In the first record that a host writes: the format of this record and those behind it.", type: "integer", minimum: 1 }, host: { description: "In the first record that a host writes: its version.", type: "string" }, synced: { description: "In the first record of a batch: the newest sequence number that was on the disk then. Damage up to there is refused, damage behind it is a torn tail.", type: "integer", minimum: 0, maximum: 9007199254740991 }, prev: { $ref: "#/$defs/sum" }, event: { type: "object", required: ["type"], properties: { type: { type: "string", minLength: 1 }, optional: { description: "True where the state is the same without this event: a host that does not know it passes over it. Without that an unknown event is refused.", type: "boolean" } } }, sum: { $ref: "#/$defs/sum" } }, dependentRequired: { format: ["host"], host: ["format"] }, $defs: { sum: { type: "string", minLength: 16, maxLength: 16, not: { pattern: "[^0-9a-f]" } } } }, schema32 = { type: "string", minLength: 16, maxLength: 16, not: { pattern: "[^0-9a-f]" } }, func1 = runtime0.default ?? runtime0, pattern4 = holdsAny([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], !0);
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.seq === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "seq" }, message: "must have required property 'seq'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.time === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "time" }, message: "must have required property 'time'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.boot === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "boot" }, message: "must have required property 'boot'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.prev === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "prev" }, message: "must have required property 'prev'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.event === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property 'event'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.sum === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sum" }, message: "must have required property 'sum'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.seq !== void 0) {
      let data0 = data.seq;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err6 = { instancePath: instancePath + "/seq", schemaPath: "#/properties/seq/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 9007199254740991 || isNaN(data0)) {
          const err7 = { instancePath: instancePath + "/seq", schemaPath: "#/properties/seq/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err8 = { instancePath: instancePath + "/seq", schemaPath: "#/properties/seq/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      }
    }
    if (data.time !== void 0) {
      let data1 = data.time;
      if (typeof data1 == "string") {
        if (data1.length < 1) {
          const err9 = { instancePath: instancePath + "/time", schemaPath: "#/properties/time/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/time", schemaPath: "#/properties/time/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.boot !== void 0) {
      let data2 = data.boot;
      if (typeof data2 == "string") {
        if (data2.length < 1) {
          const err11 = { instancePath: instancePath + "/boot", schemaPath: "#/properties/boot/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/boot", schemaPath: "#/properties/boot/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.format !== void 0) {
      let data3 = data.format;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        const err13 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (typeof data3 == "number" && isFinite(data3) && (data3 < 1 || isNaN(data3))) {
        const err14 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.host !== void 0 && typeof data.host != "string") {
      const err15 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.synced !== void 0) {
      let data5 = data.synced;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        const err16 = { instancePath: instancePath + "/synced", schemaPath: "#/properties/synced/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 9007199254740991 || isNaN(data5)) {
          const err17 = { instancePath: instancePath + "/synced", schemaPath: "#/properties/synced/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          const err18 = { instancePath: instancePath + "/synced", schemaPath: "#/properties/synced/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
      }
    }
    if (data.prev !== void 0) {
      let data6 = data.prev;
      const _errs16 = errors, _errs17 = errors;
      typeof data6 == "string" && (pattern4.test(data6) || errors++);
      var valid2 = _errs17 === errors;
      if (valid2) {
        const err20 = { instancePath: instancePath + "/prev", schemaPath: "#/$defs/sum/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      } else
        errors = _errs16, vErrors !== null && (_errs16 ? vErrors.length = _errs16 : vErrors = null);
      if (typeof data6 == "string") {
        if (data6.length > 16 && func1(data6) > 16) {
          const err21 = { instancePath: instancePath + "/prev", schemaPath: "#/$defs/sum/maxLength", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" };
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
        if (func1(data6) < 16) {
          const err22 = { instancePath: instancePath + "/prev", schemaPath: "#/$defs/sum/minLength", keyword: "minLength", params: { limit: 16 }, message: "must NOT have fewer than 16 characters" };
          vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/prev", schemaPath: "#/$defs/sum/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.event !== void 0) {
      let data7 = data.event;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        if (data7.type === void 0) {
          const err24 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
          vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
        }
        if (data7.type !== void 0) {
          let data8 = data7.type;
          if (typeof data8 == "string") {
            if (data8.length < 1) {
              const err25 = { instancePath: instancePath + "/event/type", schemaPath: "#/properties/event/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/event/type", schemaPath: "#/properties/event/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        }
        if (data7.optional !== void 0 && typeof data7.optional != "boolean") {
          const err27 = { instancePath: instancePath + "/event/optional", schemaPath: "#/properties/event/properties/optional/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
      } else {
        const err28 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
    if (data.sum !== void 0) {
      let data10 = data.sum;
      const _errs27 = errors, _errs28 = errors;
      typeof data10 == "string" && (pattern4.test(data10) || errors++);
      var valid5 = _errs28 === errors;
      if (valid5) {
        const err30 = { instancePath: instancePath + "/sum", schemaPath: "#/$defs/sum/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      } else
        errors = _errs27, vErrors !== null && (_errs27 ? vErrors.length = _errs27 : vErrors = null);
      if (typeof data10 == "string") {
        if (data10.length > 16 && func1(data10) > 16) {
          const err31 = { instancePath: instancePath + "/sum", schemaPath: "#/$defs/sum/maxLength", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (func1(data10) < 16) {
          const err32 = { instancePath: instancePath + "/sum", schemaPath: "#/$defs/sum/minLength", keyword: "minLength", params: { limit: 16 }, message: "must NOT have fewer than 16 characters" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
      } else {
        const err33 = { instancePath: instancePath + "/sum", schemaPath: "#/$defs/sum/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
    }
    if (data.format !== void 0 && data.host === void 0) {
      const err34 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "format",
        missingProperty: "host",
        depsCount: 1,
        deps: "host"
      }, message: "must have property host when property format is present" };
      vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
    }
    if (data.host !== void 0 && data.format === void 0) {
      const err35 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "host",
        missingProperty: "format",
        depsCount: 1,
        deps: "format"
      }, message: "must have property format when property host is present" };
      vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
  }
  return validate20.errors = vErrors, errors === 0;
}
validate20.evaluated = { props: { seq: !0, time: !0, boot: !0, format: !0, host: !0, synced: !0, prev: !0, event: !0, sum: !0 }, dynamicProps: !1, dynamicItems: !1 };
export {
  validate
};
