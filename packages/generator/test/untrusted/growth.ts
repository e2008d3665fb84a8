import type { JsonObject, JsonValue } from "@trunkline/document";
import { markdownBlocks, markdownCode, markdownFence, markdownText } from "../../src/emit/markdown.ts";
import { comment, inert, literal, print, propertyKey, stringLiteral } from "../../src/emit/text.ts";
import { endSentence, firstSentence } from "../../src/emit/typescript/docs.ts";
import { wrap } from "../../src/emit/wrap.ts";
import { withoutEndSlashes } from "../../src/end-slashes.ts";
import { escapeInvisible, hasInvisible } from "../../src/invisible.ts";
import { bare } from "../../src/model/infer/answer-places.ts";
import { pin } from "../../src/model/pin.ts";
import { templateNames } from "../../src/model/routes.ts";
import { filledURL } from "../../src/model/servers.ts";
import { clientName } from "../../src/names/client-name.ts";
import { environmentFault, environmentName, environmentPrefix } from "../../src/names/environment-names.ts";
import { escapeUnknownLetters, isIdentifier } from "../../src/names/identifier.ts";
import { mixedScripts } from "../../src/names/mixed-scripts.ts";
import { splitId } from "../../src/names/operation-id.ts";
import { nameOperation } from "../../src/names/operations.ts";
import { parseLock } from "../../src/names/parse-lock.ts";
import { camelCase, kebabCase, pascalCase, singular, words } from "../../src/names/words.ts";
import { givesOrder, withoutOrders } from "../../src/orders.ts";
import { parseComponentRef } from "../../src/read/component-ref.ts";
import { faultsIn } from "../../src/read/faults.ts";
import { defaultLimits } from "../../src/read/limits.ts";
import { nearest } from "../../src/read/nearest.ts";
import { applyOverlay } from "../../src/read/overlay/apply-overlay.ts";
import { parseJson } from "../../src/read/parse-json.ts";
import { parseYaml } from "../../src/read/parse-yaml.ts";
import { PositionTable, position } from "../../src/read/positions.ts";
import { parseReference } from "../../src/read/reference.ts";
import { SourceFile } from "../../src/read/source-file.ts";
import { yamlText } from "../../src/read/yaml-text.ts";
import { parseSource } from "../../src/verify/parse.ts";

/** What is made of one text. */
export const ofText: Readonly<Record<string, (text: string) => unknown>> = {
  words,
  camelCase,
  pascalCase,
  kebabCase,
  singular,
  clientName,
  isIdentifier,
  escapeUnknownLetters,
  mixedScripts,
  splitId,
  environmentName: (text) => environmentName("shop", text),
  environmentPrefix,
  environmentFault: (text) => environmentFault("shop", text),
  nameOperation: (text) =>
    nameOperation({ httpMethod: "GET", path: `/${text}`, operationId: text, tag: text }),
  "nameOperation of a path": (text) =>
    nameOperation({ httpMethod: "POST", path: `/${text}`, operationId: undefined, tag: undefined }),
  withoutOrders,
  givesOrder,
  inert,
  wrap: (text) => wrap(text, 100),
  "wrap of a tag": (text) => wrap(`@default ${text}`, 100, true),
  comment: (text) => print(comment([text, text], [`@default ${text}`])),
  stringLiteral,
  propertyKey,
  literal: (text) => literal({ [text]: [text] }),
  firstSentence,
  endSentence,
  markdownText,
  markdownBlocks,
  markdownCode,
  markdownFence: (text) => markdownFence("ts", text),
  escapeInvisible,
  hasInvisible,
  withoutEndSlashes,
  filledURL: (text) => filledURL({ url: `https://{a}${text}`, variables: { a: { default: text } } }),
  "names of parameters": bare,
  templateNames,
  pin: (text) => pin("here", { option: text }),
  nearest: (text) => nearest(text, ["title", "version", text]),
  parseComponentRef: (text) => parseComponentRef(`#/components/schemas/${text}`),
  parseReference: (text) => parseReference(text, "openapi.yaml", "https://a.test"),
  "parseReference of a file": (text) => parseReference(`a/${text}#/b/${text}`, "x/openapi.yaml"),
  yamlText: (text) => yamlText({ [text]: text, list: [text] }),
  "a line's place": (text) => {
    const file = new SourceFile("a", "a", text);
    return [file.locate(text.length), file.locate(0)];
  },
  "parseSource of a comment": (text) => parseSource("a.ts", `/** ${inert(text)} */\n`),
  "parseSource of a literal": (text) => parseSource("a.ts", `const a = ${print(stringLiteral(text))};\n`),
  "parseJson of a text": (text) => parseJson(contextOf(JSON.stringify({ a: text }))),
  "parseJson of nothing that is JSON": (text) => parseJson(contextOf(`{"a": ${text}`)),
  "parseYaml of a text": (text) => parseYaml(contextOf(`a: ${JSON.stringify(text)}\n`)),
  "parseYaml of a block": (text) => parseYaml(contextOf(`a: |\n  ${text.replaceAll("\n", "\n  ")}\n`)),
  "applyOverlay of a target": (text) => overlaid([{ target: `$.${text}`, update: {} }]),
  "applyOverlay of a name in a target": (text) =>
    overlaid([{ target: `$[${JSON.stringify(text)}]`, update: {} }]),
  "applyOverlay of a value": (text) => overlaid([{ target: "$", update: { [text]: [text] } }]),
  "applyOverlay of a source": (text) => overlaid([{ target: "$.info", copy: `$.${text}` }], "1.1.0"),
  "parseLock of nothing that is JSON": (text) => tried(() => parseLock(`{"a": ${text}`, "names.lock")),
  "parseLock of a name": (text) => tried(() => parseLock(lockOf({ [text]: text }), "names.lock")),
};

/** The YAML parser is another's, and slow enough to be looked at by itself. */
export const ofYaml = (text: string): unknown => parseYaml(contextOf(text));

/** What means something in YAML. */
export const yamlUnits: readonly string[] =
  "a|a: |a: {|- |- - |? |: |[|[1,|{|{a: |&a |*a |!!a |!<|'|'a|\"|\"a|\\|#|# |%|---\n|...\n|>\n|\\n|a\n|-\n| a\n|\n|\t|<<: |~|,|]|}".split(
    "|",
  );

/** A document that an overlay changes. */
function overlaid(actions: JsonValue, overlay = "1.0.0"): unknown {
  const text = JSON.stringify({ overlay, info: { title: "O", version: "1" }, actions });
  const { file, positions, faults } = contextOf(text);
  const { value } = parseJson({ ...contextOf(text), positions, faults }) ?? {};
  return (
    value !== undefined &&
    applyOverlay(
      { info: {}, paths: {} },
      { value, start: position(0, 0), positions, faults: faultsIn([file]) },
    )
  );
}

function tried(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const lockOf = (types: JsonObject): string =>
  JSON.stringify({ version: 1, client: "A", operations: {}, types });

function contextOf(text: string): Parameters<typeof parseJson>[0] {
  const file = new SourceFile("a.yaml", "a.yaml", text);
  return {
    file,
    fileIndex: 0,
    positions: new PositionTable(),
    faults: faultsIn([file]),
    limits: { ...defaultLimits, depth: 200 },
  };
}

/** What a text is made of by repeating it: each is a beginning, a middle or an end of something. */
export const units: readonly string[] = [
  ..."a A 1 _ - . , : ; # @ / \\ * ` ' \" < > ( ) [ ] { } | ~ ! & ? = + % $ ^ é \u200b \u202e \ud800 一".split(
    " ",
  ),
  ..." |\n|\t|\r|aA|Aa|A1|a.|a_|- a|-\n|\n\n|\n- |\n> |\n# |\n| |a\n|``|`a` |```\n|**|__|_a|](|[a](|<a |<!--|*/|/*|/*/|//|://|www.|a@b |a@|".split(
    "|",
  ),
  ...'@ts-|@ts-ignore |biome-|istanbul |# |#\t|#__PURE__|#__A|@@__|sourceMappingURL=|@jsx|&amp;|&#38;|%2f|~1|../|{a}|{a|}{|?a=|;a=|- - |? |a: |a: {|[[|!!a |&a |*a |\'a|"a|{"a":|[1,|1e|\\u0041|\\|entries |ies|ses'.split(
    "|",
  ),
].filter((unit) => unit !== "");

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_one, index) => make(index));
const map = (count: number, make: (index: number) => readonly [string, JsonValue]): JsonObject =>
  Object.fromEntries(many(count, make));
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: "string" };
const operation = (operationId: string, more: JsonObject = {}): JsonObject => ({
  operationId,
  responses: { "204": { description: "Done." } },
  ...more,
});
const paths = (more: JsonObject = {}): JsonObject => ({ "/a": { get: operation("a.list", more) } });
const giving = (schemas: JsonObject): JsonObject => ({
  paths: paths({
    responses: { "200": { description: "Good.", content: { "application/json": { schema: ref("S0") } } } },
  }),
  components: { schemas },
});
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
});

/** Documents that grow in one place. */
export const documents: Readonly<Record<string, (count: number) => JsonObject>> = {
  "operations of one resource": (n) => ({
    paths: map(n, (i) => [`/a/b${i}`, { get: operation(`a.m${i}`) }]),
  }),
  "operations that fail": (n) => ({
    paths: map(n, (i) => [
      `/a/b${i}`,
      {
        get: operation(`a.m${i}`, {
          responses: map(8, (at) => [`${400 + at}`, { description: `W${i}. Why.` }]),
        }),
      },
    ]),
  }),
  "operations without ids": (n) => ({
    paths: map(n, (i) => [`/a/{x${i}}/c${i}`, { get: operation("a.list") }]),
  }),
  resources: (n) => ({ paths: map(n, (i) => [`/r${i}`, { get: operation(`r${i}.list`) }]) }),
  "resources within one": (n) => ({ paths: map(n, (i) => [`/r${i}`, { get: operation(`r.s${i}.list`) }]) }),
  "parts of an operationId": (n) => ({
    paths: { "/a": { get: operation(`${many(n, (i) => `r${i}`).join(".")}.list`) } },
  }),
  tags: (n) => ({
    tags: many(n, (i) => ({ name: `t${i}` })),
    paths: { "/a": { get: operation("aList", { tags: many(n, (i) => `t${i}`) }) } },
  }),
  parameters: (n) => ({
    paths: paths({ parameters: many(n, (i) => ({ name: `p${i}`, in: "query", schema: text })) }),
  }),
  properties: (n) =>
    giving({
      S0: object(
        map(n, (i) => [`p${i}`, text]),
        { required: many(n, (i) => `p${i}`) },
      ),
    }),
  "types with one name": (n) =>
    giving({
      S0: object(map(n, (i) => [`a${"-".repeat(i % 40)}${"_".repeat(i / 40)}`, object({ x: text })])),
    }),
  "a chain of fields": (n) =>
    giving(map(n, (i) => [`S${i}`, object(i === n - 1 ? {} : { next: ref(`S${i + 1}`) })])),
  "a chain of bases": (n) =>
    giving(
      map(n, (i) => [
        `S${i}`,
        i === n - 1
          ? object({ z: text }, { type: ["object", "null"] })
          : { allOf: [ref(`S${i + 1}`), ref(`S${i + 1}`)], required: ["z"] },
      ]),
    ),
  "bases of one": (n) =>
    giving({
      S0: { allOf: many(n, (i) => ref(`N${i}`)), required: many(n, (i) => `p${i}`) },
      ...map(n, (i) => [`N${i}`, object({ [`p${i}`]: text }, { type: ["object", "null"] })]),
    }),
  alternatives: (n) =>
    giving({
      S0: {
        oneOf: many(n, (i) => ref(`N${i}`)),
        discriminator: {
          propertyName: "kind",
          mapping: map(n, (i) => [`k${i}`, `#/components/schemas/N${i}`]),
        },
      },
      ...map(n, (i) => [`N${i}`, object({ kind: text })]),
    }),
  "values of an enum": (n) => giving({ S0: { type: "string", enum: many(n, (i) => `v${i}`) } }),
  "variables of a server": (n) => ({
    servers: [
      {
        url: `https://a.test/${many(n, (i) => `{v${i}}`).join("/")}`,
        variables: map(n, (i) => [`v${i}`, { default: "a" }]),
      },
    ],
    paths: paths(),
  }),
  "security schemes": (n) => ({
    security: many(n, (i) => ({ [`s${i}`]: [] })),
    paths: paths(),
    components: { securitySchemes: map(n, (i) => [`s${i}`, { type: "http", scheme: "basic" }]) },
  }),
  "unknown keys": (n) => ({ paths: paths(), ...map(n, (i) => [`unknown${i}`, 1]) }),
  webhooks: (n) => ({
    paths: paths(),
    webhooks: map(n, (i) => [
      `w${i}`,
      {
        post: operation(`w${i}`, {
          requestBody: { content: { "application/json": { schema: object({ id: text }) } } },
        }),
      },
    ]),
  }),
};
