/* Generated from protocol/manifest.schema.json by `npm run generate`. Do not edit. */
import runtime0 from "ajv/dist/runtime/ucs2length.js";
const under = (validate2, path) => {
  for (const error of validate2.errors) error.instancePath = path + error.instancePath;
  return !1;
}, isIn = (table, beyond, unit) => unit < 128 ? table[unit] === 1 : beyond, startsIn = (table, beyond) => ({ test: (text) => text.length > 0 && isIn(table, beyond, text.charCodeAt(0)) }), holdsAny = (table, beyond) => ({
  test(text) {
    for (let i = 0; i < text.length; i++) if (isIn(table, beyond, text.charCodeAt(i))) return !0;
    return !1;
  }
}), validate = validate20, schema31 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://edgewise.dev/protocol/1/manifest.schema.json", title: "Edgewise manifest", description: "The file that says which steps a transition has. Written by people, so that unknown keys are errors.", type: "object", required: ["edgewise", "name", "steps"], additionalProperties: !1, properties: { $schema: { type: "string", description: "Where this schema lives, for editors." }, edgewise: { type: "integer", const: 1, description: "The format of the file." }, name: { $ref: "#/$defs/title", description: "What is moved, a machine's name say." }, target: { $ref: "#/$defs/target" }, path: { $ref: "#/$defs/searchPath" }, reboot: { description: "The command that reboots the machine where --reboot auto may; without it `systemctl reboot`.", $ref: "#/$defs/argv" }, steps: { type: "object", description: "The steps by name. Their order is free; `needs` and `after` say what comes first.", propertyNames: { $ref: "#/$defs/name" }, additionalProperties: { $ref: "#/$defs/step" } } }, $defs: { name: { type: "string", description: "1 to 64 of a-z 0-9 . _ -, beginning with a letter.", minLength: 1, maxLength: 64, pattern: "^[a-z]", not: { pattern: "[^a-z0-9._-]" } }, title: { type: "string", description: "One line of text for people.", minLength: 1, maxLength: 200, not: { pattern: "[\\u0000-\\u001f\\u007f]" } }, target: { type: "string", description: "What the machine is moved to: a store path, a version. Handed to every program as it stands.", minLength: 1, maxLength: 4096, not: { pattern: "[\\u0000-\\u001f\\u007f]" } }, file: { type: "string", description: "A path; relative ones start at the manifest's folder.", minLength: 1, maxLength: 4096 }, searchPath: { description: "Where programs without a slash are searched: a list of folders, or one text with colons.", if: { type: "array" }, then: { $ref: "#/$defs/folders" }, else: { $ref: "#/$defs/colons" } }, folders: { type: "array", minItems: 1, maxItems: 256, items: { $ref: "#/$defs/file" } }, colons: { type: "string", minLength: 1, maxLength: 65536 }, user: { type: "string", description: "A login name, never a number: a letter or _, then letters, digits and . _ @ -; a $ may end it.", minLength: 1, maxLength: 256, pattern: "^[A-Za-z_]", not: { pattern: "[^A-Za-z0-9._@$-]|[$][\\s\\S]" } }, argv: { type: "array", description: "A program and its arguments, each one text. Never a shell line.", minItems: 1, items: { $ref: "#/$defs/argument" } }, argument: { type: "string" }, env: { type: "object", description: "Environment variables, added to the minimal ones.", additionalProperties: { $ref: "#/$defs/argument" } }, program: { type: "object", description: "A program, where it differs from the step's user, env or cwd.", required: ["argv"], additionalProperties: !1, properties: { argv: { $ref: "#/$defs/argv" }, user: { $ref: "#/$defs/user" }, cwd: { $ref: "#/$defs/file" }, env: { $ref: "#/$defs/env" } } }, command: { description: "An argv, or a mapping with one.", if: { type: "array" }, then: { $ref: "#/$defs/argv" }, else: { $ref: "#/$defs/program" } }, duration: { type: "string", description: "A whole number with a unit (ms, s, m, h, d), or none.", pattern: "^(?:none|[0-9]{1,10}(?:ms|s|m|h|d))(?![\\s\\S])" }, pause: { type: "string", description: "A whole number with a unit (ms, s, m, h, d).", pattern: "^[0-9]{1,10}(?:ms|s|m|h|d)(?![\\s\\S])" }, size: { type: "string", description: "A whole number with a unit: B, or K, M, G, T in steps of 1024.", pattern: "^[0-9]{1,15}[BKMGT](?![\\s\\S])" }, unit: { type: "string", description: "A systemd unit by its full name: a service, socket, timer or path; an instance, never a template.", maxLength: 200, pattern: "^[A-Za-z0-9:_][A-Za-z0-9:_.@\\\\-]*\\.(?:service|socket|timer|path)(?![\\s\\S])", not: { pattern: "@\\.[a-z]+(?![\\s\\S])" } }, count: { type: "integer", minimum: 1, maximum: 1e6 }, switch: { type: "boolean" }, names: { type: "array", items: { $ref: "#/$defs/name" } }, timeout: { type: "object", additionalProperties: !1, properties: { idle: { $ref: "#/$defs/duration", description: "Without a message for so long." }, total: { $ref: "#/$defs/duration", description: "All in all." } } }, timeouts: { type: "object", additionalProperties: !1, properties: { producer: { $ref: "#/$defs/timeout" }, consumer: { $ref: "#/$defs/timeout" } } }, retries: { type: "object", additionalProperties: !1, properties: { max: { type: "integer", minimum: 0, maximum: 100 }, backoff: { $ref: "#/$defs/pause" }, afterCrash: { type: "string", enum: ["run", "ask"] } } }, limits: { type: "object", additionalProperties: !1, properties: { memory: { $ref: "#/$defs/size" }, processes: { $ref: "#/$defs/count" }, openFiles: { $ref: "#/$defs/count" }, fileSize: { $ref: "#/$defs/size" }, cpu: { $ref: "#/$defs/pause" }, output: { $ref: "#/$defs/size" } } }, sandbox: { type: "object", description: "How much wider than reading the step's producer is held.", additionalProperties: !1, properties: { allow: { type: "array", items: { $ref: "#/$defs/allowance" } } } }, allowance: { description: "Reach services, reach the network, read what only root may, or not be held at all.", type: "string", enum: ["unix-sockets", "network", "read-all", "host"] }, step: { type: "object", required: ["producer"], additionalProperties: !1, properties: { title: { $ref: "#/$defs/title" }, user: { $ref: "#/$defs/user" }, producer: { $ref: "#/$defs/command" }, consumer: { $ref: "#/$defs/command" }, needs: { $ref: "#/$defs/names" }, after: { $ref: "#/$defs/names" }, locks: { type: "array", items: { $ref: "#/$defs/title" } }, holds: { type: "array", items: { $ref: "#/$defs/unit" } }, config: { type: "object" }, env: { $ref: "#/$defs/env" }, cwd: { $ref: "#/$defs/file" }, timeouts: { $ref: "#/$defs/timeouts" }, retries: { $ref: "#/$defs/retries" }, limits: { $ref: "#/$defs/limits" }, sandbox: { $ref: "#/$defs/sandbox" }, recheck: { $ref: "#/$defs/switch" }, verify: { $ref: "#/$defs/switch" }, files: { type: "array", maxItems: 1e4, items: { $ref: "#/$defs/file" } } } } } }, schema32 = { type: "string", description: "One line of text for people.", minLength: 1, maxLength: 200, not: { pattern: "[\\u0000-\\u001f\\u007f]" } }, schema33 = { type: "string", description: "What the machine is moved to: a store path, a version. Handed to every program as it stands.", minLength: 1, maxLength: 4096, not: { pattern: "[\\u0000-\\u001f\\u007f]" } }, schema40 = { type: "string", description: "1 to 64 of a-z 0-9 . _ -, beginning with a letter.", minLength: 1, maxLength: 64, pattern: "^[a-z]", not: { pattern: "[^a-z0-9._-]" } }, pattern4 = new RegExp("[\\u0000-\\u001f\\u007f]", "u"), pattern6 = holdsAny([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1], !0), pattern7 = startsIn([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], !1), func1 = runtime0.default ?? runtime0, schema34 = { description: "Where programs without a slash are searched: a list of folders, or one text with colons.", if: { type: "array" }, then: { $ref: "#/$defs/folders" }, else: { $ref: "#/$defs/colons" } }, schema37 = { type: "string", minLength: 1, maxLength: 65536 }, schema35 = { type: "array", minItems: 1, maxItems: 256, items: { $ref: "#/$defs/file" } }, schema36 = { type: "string", description: "A path; relative ones start at the manifest's folder.", minLength: 1, maxLength: 4096 };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    if (data.length > 256) {
      const err0 = { instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 256 }, message: "must NOT have more than 256 items" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.length < 1) {
      const err1 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 == "string") {
        if (data0.length > 4096 && func1(data0) > 4096) {
          const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/file/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0.length < 1) {
          const err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
validate22.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate21.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs0 = errors;
  let valid0 = !0;
  const _errs1 = errors;
  Array.isArray(data) || errors++;
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    validate22(data) || under(validate22, instancePath) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length);
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    const _errs4 = errors;
    if (typeof data == "string") {
      if (data.length > 65536 && func1(data) > 65536) {
        const err1 = { instancePath, schemaPath: "#/$defs/colons/maxLength", keyword: "maxLength", params: { limit: 65536 }, message: "must NOT have more than 65536 characters" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/$defs/colons/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/$defs/colons/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate21.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate21.evaluated = { dynamicProps: !1, dynamicItems: !0 };
const schema38 = { type: "array", description: "A program and its arguments, each one text. Never a shell line.", minItems: 1, items: { $ref: "#/$defs/argument" } }, schema39 = { type: "string" };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++)
      if (typeof data[i0] != "string") {
        const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/argument/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
validate25.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const schema41 = { type: "object", required: ["producer"], additionalProperties: !1, properties: { title: { $ref: "#/$defs/title" }, user: { $ref: "#/$defs/user" }, producer: { $ref: "#/$defs/command" }, consumer: { $ref: "#/$defs/command" }, needs: { $ref: "#/$defs/names" }, after: { $ref: "#/$defs/names" }, locks: { type: "array", items: { $ref: "#/$defs/title" } }, holds: { type: "array", items: { $ref: "#/$defs/unit" } }, config: { type: "object" }, env: { $ref: "#/$defs/env" }, cwd: { $ref: "#/$defs/file" }, timeouts: { $ref: "#/$defs/timeouts" }, retries: { $ref: "#/$defs/retries" }, limits: { $ref: "#/$defs/limits" }, sandbox: { $ref: "#/$defs/sandbox" }, recheck: { $ref: "#/$defs/switch" }, verify: { $ref: "#/$defs/switch" }, files: { type: "array", maxItems: 1e4, items: { $ref: "#/$defs/file" } } } }, schema43 = { type: "string", description: "A login name, never a number: a letter or _, then letters, digits and . _ @ -; a $ may end it.", minLength: 1, maxLength: 256, pattern: "^[A-Za-z_]", not: { pattern: "[^A-Za-z0-9._@$-]|[$][\\s\\S]" } }, schema53 = { type: "string", description: "A systemd unit by its full name: a service, socket, timer or path; an instance, never a template.", maxLength: 200, pattern: "^[A-Za-z0-9:_][A-Za-z0-9:_.@\\\\-]*\\.(?:service|socket|timer|path)(?![\\s\\S])", not: { pattern: "@\\.[a-z]+(?![\\s\\S])" } }, schema70 = { type: "boolean" }, func11 = Object.prototype.hasOwnProperty, pattern9 = new RegExp("[^A-Za-z0-9._@$-]|[$][\\s\\S]", "u"), pattern10 = startsIn([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], !1), pattern16 = new RegExp("@\\.[a-z]+(?![\\s\\S])", "u"), pattern17 = new RegExp("^[A-Za-z0-9:_][A-Za-z0-9:_.@\\\\-]*\\.(?:service|socket|timer|path)(?![\\s\\S])", "u"), schema44 = { description: "An argv, or a mapping with one.", if: { type: "array" }, then: { $ref: "#/$defs/argv" }, else: { $ref: "#/$defs/program" } }, schema45 = { type: "object", description: "A program, where it differs from the step's user, env or cwd.", required: ["argv"], additionalProperties: !1, properties: { argv: { $ref: "#/$defs/argv" }, user: { $ref: "#/$defs/user" }, cwd: { $ref: "#/$defs/file" }, env: { $ref: "#/$defs/env" } } }, schema48 = { type: "object", description: "Environment variables, added to the minimal ones.", additionalProperties: { $ref: "#/$defs/argument" } };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (typeof data[key0] != "string") {
        const err0 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/argument/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate32.errors = vErrors, errors === 0;
}
validate32.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.argv === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "argv" }, message: "must have required property 'argv'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "argv" || key0 === "user" || key0 === "cwd" || key0 === "env")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.argv !== void 0 && (validate25(data.argv, { instancePath: instancePath + "/argv", parentData: data, parentDataProperty: "argv", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length)), data.user !== void 0) {
      let data1 = data.user;
      const _errs6 = errors, _errs7 = errors;
      typeof data1 == "string" && (pattern9.test(data1) || errors++);
      var valid2 = _errs7 === errors;
      if (valid2) {
        const err3 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      } else
        errors = _errs6, vErrors !== null && (_errs6 ? vErrors.length = _errs6 : vErrors = null);
      if (typeof data1 == "string") {
        if (data1.length > 256 && func1(data1) > 256) {
          const err4 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1.length < 1) {
          const err5 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (!pattern10.test(data1)) {
          const err6 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_]" }, message: 'must match pattern "^[A-Za-z_]"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.cwd !== void 0) {
      let data2 = data.cwd;
      if (typeof data2 == "string") {
        if (data2.length > 4096 && func1(data2) > 4096) {
          const err8 = { instancePath: instancePath + "/cwd", schemaPath: "#/$defs/file/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data2.length < 1) {
          const err9 = { instancePath: instancePath + "/cwd", schemaPath: "#/$defs/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/cwd", schemaPath: "#/$defs/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    data.env !== void 0 && (validate32(data.env, { instancePath: instancePath + "/env", parentData: data, parentDataProperty: "env", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors), errors = vErrors.length));
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate30.errors = vErrors, errors === 0;
}
validate30.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate28.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs0 = errors;
  let valid0 = !0;
  const _errs1 = errors;
  Array.isArray(data) || errors++;
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    validate25(data) || under(validate25, instancePath) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length);
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    const _errs4 = errors;
    validate30(data) || under(validate30, instancePath) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length);
    var _valid0 = _errs4 === errors;
    if (valid0 = _valid0, valid0)
      var props0 = !0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err1 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate28.errors = vErrors, evaluated0.props = props0, evaluated0.items = items0, errors === 0;
}
validate28.evaluated = { dynamicProps: !0, dynamicItems: !0 };
const schema50 = { type: "array", items: { $ref: "#/$defs/name" } };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      const _errs4 = errors, _errs5 = errors;
      typeof data0 == "string" && (pattern6.test(data0) || errors++);
      var valid3 = _errs5 === errors;
      if (valid3) {
        const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      } else
        errors = _errs4, vErrors !== null && (_errs4 ? vErrors.length = _errs4 : vErrors = null);
      if (typeof data0 == "string") {
        if (data0.length > 64 && func1(data0) > 64) {
          const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0.length < 1) {
          const err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (!pattern7.test(data0)) {
          const err4 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate37.errors = vErrors, errors === 0;
}
validate37.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const schema55 = { type: "object", additionalProperties: !1, properties: { producer: { $ref: "#/$defs/timeout" }, consumer: { $ref: "#/$defs/timeout" } } }, schema56 = { type: "object", additionalProperties: !1, properties: { idle: { $ref: "#/$defs/duration", description: "Without a message for so long." }, total: { $ref: "#/$defs/duration", description: "All in all." } } }, schema57 = { type: "string", description: "A whole number with a unit (ms, s, m, h, d), or none.", pattern: "^(?:none|[0-9]{1,10}(?:ms|s|m|h|d))(?![\\s\\S])" }, pattern18 = new RegExp("^(?:none|[0-9]{1,10}(?:ms|s|m|h|d))(?![\\s\\S])", "u");
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "idle" || key0 === "total")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.idle !== void 0) {
      let data0 = data.idle;
      if (typeof data0 == "string") {
        if (!pattern18.test(data0)) {
          const err1 = { instancePath: instancePath + "/idle", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^(?:none|[0-9]{1,10}(?:ms|s|m|h|d))(?![\\s\\S])" }, message: 'must match pattern "^(?:none|[0-9]{1,10}(?:ms|s|m|h|d))(?![\\s\\S])"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/idle", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.total !== void 0) {
      let data1 = data.total;
      if (typeof data1 == "string") {
        if (!pattern18.test(data1)) {
          const err3 = { instancePath: instancePath + "/total", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^(?:none|[0-9]{1,10}(?:ms|s|m|h|d))(?![\\s\\S])" }, message: 'must match pattern "^(?:none|[0-9]{1,10}(?:ms|s|m|h|d))(?![\\s\\S])"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/total", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate42.errors = vErrors, errors === 0;
}
validate42.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "producer" || key0 === "consumer")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.producer !== void 0 && (validate42(data.producer, { instancePath: instancePath + "/producer", parentData: data, parentDataProperty: "producer", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors), errors = vErrors.length)), data.consumer !== void 0 && (validate42(data.consumer, { instancePath: instancePath + "/consumer", parentData: data, parentDataProperty: "consumer", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors), errors = vErrors.length));
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate41.errors = vErrors, errors === 0;
}
validate41.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const schema59 = { type: "object", additionalProperties: !1, properties: { max: { type: "integer", minimum: 0, maximum: 100 }, backoff: { $ref: "#/$defs/pause" }, afterCrash: { type: "string", enum: ["run", "ask"] } } }, schema60 = { type: "string", description: "A whole number with a unit (ms, s, m, h, d).", pattern: "^[0-9]{1,10}(?:ms|s|m|h|d)(?![\\s\\S])" }, pattern20 = new RegExp("^[0-9]{1,10}(?:ms|s|m|h|d)(?![\\s\\S])", "u");
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate46.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "max" || key0 === "backoff" || key0 === "afterCrash")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.max !== void 0) {
      let data0 = data.max;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/max", schemaPath: "#/properties/max/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/max", schemaPath: "#/properties/max/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/max", schemaPath: "#/properties/max/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.backoff !== void 0) {
      let data1 = data.backoff;
      if (typeof data1 == "string") {
        if (!pattern20.test(data1)) {
          const err4 = { instancePath: instancePath + "/backoff", schemaPath: "#/$defs/pause/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,10}(?:ms|s|m|h|d)(?![\\s\\S])" }, message: 'must match pattern "^[0-9]{1,10}(?:ms|s|m|h|d)(?![\\s\\S])"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/backoff", schemaPath: "#/$defs/pause/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.afterCrash !== void 0) {
      let data2 = data.afterCrash;
      if (typeof data2 != "string") {
        const err6 = { instancePath: instancePath + "/afterCrash", schemaPath: "#/properties/afterCrash/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (!(data2 === "run" || data2 === "ask")) {
        const err7 = { instancePath: instancePath + "/afterCrash", schemaPath: "#/properties/afterCrash/enum", keyword: "enum", params: { allowedValues: schema59.properties.afterCrash.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate46.errors = vErrors, errors === 0;
}
validate46.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const schema61 = { type: "object", additionalProperties: !1, properties: { memory: { $ref: "#/$defs/size" }, processes: { $ref: "#/$defs/count" }, openFiles: { $ref: "#/$defs/count" }, fileSize: { $ref: "#/$defs/size" }, cpu: { $ref: "#/$defs/pause" }, output: { $ref: "#/$defs/size" } } }, schema62 = { type: "string", description: "A whole number with a unit: B, or K, M, G, T in steps of 1024.", pattern: "^[0-9]{1,15}[BKMGT](?![\\s\\S])" }, schema63 = { type: "integer", minimum: 1, maximum: 1e6 }, pattern21 = new RegExp("^[0-9]{1,15}[BKMGT](?![\\s\\S])", "u");
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "memory" || key0 === "processes" || key0 === "openFiles" || key0 === "fileSize" || key0 === "cpu" || key0 === "output")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.memory !== void 0) {
      let data0 = data.memory;
      if (typeof data0 == "string") {
        if (!pattern21.test(data0)) {
          const err1 = { instancePath: instancePath + "/memory", schemaPath: "#/$defs/size/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,15}[BKMGT](?![\\s\\S])" }, message: 'must match pattern "^[0-9]{1,15}[BKMGT](?![\\s\\S])"' };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/memory", schemaPath: "#/$defs/size/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.processes !== void 0) {
      let data1 = data.processes;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/processes", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 1e6 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/processes", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/processes", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      }
    }
    if (data.openFiles !== void 0) {
      let data2 = data.openFiles;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        const err6 = { instancePath: instancePath + "/openFiles", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e6 || isNaN(data2)) {
          const err7 = { instancePath: instancePath + "/openFiles", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err8 = { instancePath: instancePath + "/openFiles", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      }
    }
    if (data.fileSize !== void 0) {
      let data3 = data.fileSize;
      if (typeof data3 == "string") {
        if (!pattern21.test(data3)) {
          const err9 = { instancePath: instancePath + "/fileSize", schemaPath: "#/$defs/size/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,15}[BKMGT](?![\\s\\S])" }, message: 'must match pattern "^[0-9]{1,15}[BKMGT](?![\\s\\S])"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/fileSize", schemaPath: "#/$defs/size/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.cpu !== void 0) {
      let data4 = data.cpu;
      if (typeof data4 == "string") {
        if (!pattern20.test(data4)) {
          const err11 = { instancePath: instancePath + "/cpu", schemaPath: "#/$defs/pause/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,10}(?:ms|s|m|h|d)(?![\\s\\S])" }, message: 'must match pattern "^[0-9]{1,10}(?:ms|s|m|h|d)(?![\\s\\S])"' };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/cpu", schemaPath: "#/$defs/pause/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.output !== void 0) {
      let data5 = data.output;
      if (typeof data5 == "string") {
        if (!pattern21.test(data5)) {
          const err13 = { instancePath: instancePath + "/output", schemaPath: "#/$defs/size/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,15}[BKMGT](?![\\s\\S])" }, message: 'must match pattern "^[0-9]{1,15}[BKMGT](?![\\s\\S])"' };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/output", schemaPath: "#/$defs/size/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate48.errors = vErrors, errors === 0;
}
validate48.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const schema68 = { type: "object", description: "How much wider than reading the step's producer is held.", additionalProperties: !1, properties: { allow: { type: "array", items: { $ref: "#/$defs/allowance" } } } }, schema69 = { description: "Reach services, reach the network, read what only root may, or not be held at all.", type: "string", enum: ["unix-sockets", "network", "read-all", "host"] };
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate50.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (key0 !== "allow") {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.allow !== void 0) {
      let data0 = data.allow;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 != "string") {
            const err1 = { instancePath: instancePath + "/allow/" + i0, schemaPath: "#/$defs/allowance/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
          }
          if (!(data1 === "unix-sockets" || data1 === "network" || data1 === "read-all" || data1 === "host")) {
            const err2 = { instancePath: instancePath + "/allow/" + i0, schemaPath: "#/$defs/allowance/enum", keyword: "enum", params: { allowedValues: schema69.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate50.errors = vErrors, errors === 0;
}
validate50.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.producer === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "producer" }, message: "must have required property 'producer'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (const key0 in data)
      if (!func11.call(schema41.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.title !== void 0) {
      let data0 = data.title;
      const _errs5 = errors, _errs6 = errors;
      typeof data0 == "string" && (pattern4.test(data0) || errors++);
      var valid2 = _errs6 === errors;
      if (valid2) {
        const err3 = { instancePath: instancePath + "/title", schemaPath: "#/$defs/title/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      } else
        errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
      if (typeof data0 == "string") {
        if (data0.length > 200 && func1(data0) > 200) {
          const err4 = { instancePath: instancePath + "/title", schemaPath: "#/$defs/title/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data0.length < 1) {
          const err5 = { instancePath: instancePath + "/title", schemaPath: "#/$defs/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/title", schemaPath: "#/$defs/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.user !== void 0) {
      let data1 = data.user;
      const _errs10 = errors, _errs11 = errors;
      typeof data1 == "string" && (pattern9.test(data1) || errors++);
      var valid4 = _errs11 === errors;
      if (valid4) {
        const err8 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      } else
        errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
      if (typeof data1 == "string") {
        if (data1.length > 256 && func1(data1) > 256) {
          const err9 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data1.length < 1) {
          const err10 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (!pattern10.test(data1)) {
          const err11 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_]" }, message: 'must match pattern "^[A-Za-z_]"' };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/user", schemaPath: "#/$defs/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.producer !== void 0 && (validate28(data.producer, { instancePath: instancePath + "/producer", parentData: data, parentDataProperty: "producer", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors), errors = vErrors.length)), data.consumer !== void 0 && (validate28(data.consumer, { instancePath: instancePath + "/consumer", parentData: data, parentDataProperty: "consumer", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors), errors = vErrors.length)), data.needs !== void 0 && (validate37(data.needs, { instancePath: instancePath + "/needs", parentData: data, parentDataProperty: "needs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length)), data.after !== void 0 && (validate37(data.after, { instancePath: instancePath + "/after", parentData: data, parentDataProperty: "after", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length)), data.locks !== void 0) {
      let data6 = data.locks;
      if (Array.isArray(data6)) {
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          const _errs21 = errors, _errs22 = errors;
          typeof data7 == "string" && (pattern4.test(data7) || errors++);
          var valid8 = _errs22 === errors;
          if (valid8) {
            const err14 = { instancePath: instancePath + "/locks/" + i0, schemaPath: "#/$defs/title/not", keyword: "not", params: {}, message: "must NOT be valid" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          } else
            errors = _errs21, vErrors !== null && (_errs21 ? vErrors.length = _errs21 : vErrors = null);
          if (typeof data7 == "string") {
            if (data7.length > 200 && func1(data7) > 200) {
              const err15 = { instancePath: instancePath + "/locks/" + i0, schemaPath: "#/$defs/title/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            if (data7.length < 1) {
              const err16 = { instancePath: instancePath + "/locks/" + i0, schemaPath: "#/$defs/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/locks/" + i0, schemaPath: "#/$defs/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/locks", schemaPath: "#/properties/locks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.holds !== void 0) {
      let data8 = data.holds;
      if (Array.isArray(data8)) {
        const len1 = data8.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data9 = data8[i1];
          const _errs28 = errors, _errs29 = errors;
          typeof data9 == "string" && (pattern16.test(data9) || errors++);
          var valid12 = _errs29 === errors;
          if (valid12) {
            const err20 = { instancePath: instancePath + "/holds/" + i1, schemaPath: "#/$defs/unit/not", keyword: "not", params: {}, message: "must NOT be valid" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          } else
            errors = _errs28, vErrors !== null && (_errs28 ? vErrors.length = _errs28 : vErrors = null);
          if (typeof data9 == "string") {
            if (data9.length > 200 && func1(data9) > 200) {
              const err21 = { instancePath: instancePath + "/holds/" + i1, schemaPath: "#/$defs/unit/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
            if (!pattern17.test(data9)) {
              const err22 = { instancePath: instancePath + "/holds/" + i1, schemaPath: "#/$defs/unit/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9:_][A-Za-z0-9:_.@\\\\-]*\\.(?:service|socket|timer|path)(?![\\s\\S])" }, message: 'must match pattern "^[A-Za-z0-9:_][A-Za-z0-9:_.@\\\\-]*\\.(?:service|socket|timer|path)(?![\\s\\S])"' };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/holds/" + i1, schemaPath: "#/$defs/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/holds", schemaPath: "#/properties/holds/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    if (data.config !== void 0) {
      let data10 = data.config;
      if (!(data10 && typeof data10 == "object" && !Array.isArray(data10))) {
        const err25 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.env !== void 0 && (validate32(data.env, { instancePath: instancePath + "/env", parentData: data, parentDataProperty: "env", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors), errors = vErrors.length)), data.cwd !== void 0) {
      let data12 = data.cwd;
      if (typeof data12 == "string") {
        if (data12.length > 4096 && func1(data12) > 4096) {
          const err26 = { instancePath: instancePath + "/cwd", schemaPath: "#/$defs/file/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
        if (data12.length < 1) {
          const err27 = { instancePath: instancePath + "/cwd", schemaPath: "#/$defs/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
      } else {
        const err28 = { instancePath: instancePath + "/cwd", schemaPath: "#/$defs/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
    if (data.timeouts !== void 0 && (validate41(data.timeouts, { instancePath: instancePath + "/timeouts", parentData: data, parentDataProperty: "timeouts", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors), errors = vErrors.length)), data.retries !== void 0 && (validate46(data.retries, { instancePath: instancePath + "/retries", parentData: data, parentDataProperty: "retries", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors), errors = vErrors.length)), data.limits !== void 0 && (validate48(data.limits, { instancePath: instancePath + "/limits", parentData: data, parentDataProperty: "limits", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors), errors = vErrors.length)), data.sandbox !== void 0 && (validate50(data.sandbox, { instancePath: instancePath + "/sandbox", parentData: data, parentDataProperty: "sandbox", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors), errors = vErrors.length)), data.recheck !== void 0 && typeof data.recheck != "boolean") {
      const err29 = { instancePath: instancePath + "/recheck", schemaPath: "#/$defs/switch/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
    }
    if (data.verify !== void 0 && typeof data.verify != "boolean") {
      const err30 = { instancePath: instancePath + "/verify", schemaPath: "#/$defs/switch/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
    }
    if (data.files !== void 0) {
      let data19 = data.files;
      if (Array.isArray(data19)) {
        if (data19.length > 1e4) {
          const err31 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        const len2 = data19.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data20 = data19[i2];
          if (typeof data20 == "string") {
            if (data20.length > 4096 && func1(data20) > 4096) {
              const err32 = { instancePath: instancePath + "/files/" + i2, schemaPath: "#/$defs/file/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" };
              vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
            }
            if (data20.length < 1) {
              const err33 = { instancePath: instancePath + "/files/" + i2, schemaPath: "#/$defs/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
            }
          } else {
            const err34 = { instancePath: instancePath + "/files/" + i2, schemaPath: "#/$defs/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
validate27.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.edgewise === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edgewise" }, message: "must have required property 'edgewise'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.name === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.steps === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "$schema" || key0 === "edgewise" || key0 === "name" || key0 === "target" || key0 === "path" || key0 === "reboot" || key0 === "steps")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.$schema !== void 0 && typeof data.$schema != "string") {
      const err4 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.edgewise !== void 0) {
      let data1 = data.edgewise;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        const err5 = { instancePath: instancePath + "/edgewise", schemaPath: "#/properties/edgewise/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (data1 !== 1) {
        const err6 = { instancePath: instancePath + "/edgewise", schemaPath: "#/properties/edgewise/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.name !== void 0) {
      let data2 = data.name;
      const _errs9 = errors, _errs10 = errors;
      typeof data2 == "string" && (pattern4.test(data2) || errors++);
      var valid2 = _errs10 === errors;
      if (valid2) {
        const err8 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/title/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      } else
        errors = _errs9, vErrors !== null && (_errs9 ? vErrors.length = _errs9 : vErrors = null);
      if (typeof data2 == "string") {
        if (data2.length > 200 && func1(data2) > 200) {
          const err9 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/title/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data2.length < 1) {
          const err10 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.target !== void 0) {
      let data3 = data.target;
      const _errs14 = errors, _errs15 = errors;
      typeof data3 == "string" && (pattern4.test(data3) || errors++);
      var valid4 = _errs15 === errors;
      if (valid4) {
        const err13 = { instancePath: instancePath + "/target", schemaPath: "#/$defs/target/not", keyword: "not", params: {}, message: "must NOT be valid" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      } else
        errors = _errs14, vErrors !== null && (_errs14 ? vErrors.length = _errs14 : vErrors = null);
      if (typeof data3 == "string") {
        if (data3.length > 4096 && func1(data3) > 4096) {
          const err14 = { instancePath: instancePath + "/target", schemaPath: "#/$defs/target/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data3.length < 1) {
          const err15 = { instancePath: instancePath + "/target", schemaPath: "#/$defs/target/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/target", schemaPath: "#/$defs/target/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.path !== void 0 && (validate21(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors), errors = vErrors.length)), data.reboot !== void 0 && (validate25(data.reboot, { instancePath: instancePath + "/reboot", parentData: data, parentDataProperty: "reboot", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length)), data.steps !== void 0) {
      let data6 = data.steps;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (const key1 in data6) {
          const _errs20 = errors, _errs23 = errors, _errs24 = errors;
          typeof key1 == "string" && (pattern6.test(key1) || errors++);
          var valid7 = _errs24 === errors;
          if (valid7) {
            const err18 = { instancePath: instancePath + "/steps", schemaPath: "#/$defs/name/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: key1 };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          } else
            errors = _errs23, vErrors !== null && (_errs23 ? vErrors.length = _errs23 : vErrors = null);
          if (typeof key1 == "string") {
            if (key1.length > 64 && func1(key1) > 64) {
              const err19 = { instancePath: instancePath + "/steps", schemaPath: "#/$defs/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
            if (key1.length < 1) {
              const err20 = { instancePath: instancePath + "/steps", schemaPath: "#/$defs/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", propertyName: key1 };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
            if (!pattern7.test(key1)) {
              const err21 = { instancePath: instancePath + "/steps", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]" }, message: 'must match pattern "^[a-z]"', propertyName: key1 };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/steps", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key1 };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
          var valid5 = _errs20 === errors;
          if (!valid5) {
            const err23 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        for (const key2 in data6)
          validate27(data6[key2]) || under(validate27, instancePath + "/steps/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors), errors = vErrors.length);
      } else {
        const err24 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
  }
  return validate20.errors = vErrors, errors === 0;
}
validate20.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  validate
};
