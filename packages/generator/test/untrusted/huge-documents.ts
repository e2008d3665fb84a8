import type { JsonObject, JsonValue } from "@trunkline/document";

const document = (more: object): string =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://a.test" }],
    paths: {},
    ...more,
  });

const answer = (schema: JsonValue, more: JsonObject = {}): object => ({
  paths: {
    "/a": {
      get: {
        operationId: "a.get",
        responses: { "200": { description: "d", content: { "application/json": { schema, ...more } } } },
      },
    },
  },
});

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const schemas = (count: number, make: (index: number) => JsonValue): object => ({
  components: { schemas: Object.fromEntries(many(count, (i) => [`V${i}`, make(i)])) },
});

const ref = (index: number): JsonObject => ({ $ref: `#/components/schemas/V${index}` });
const head = "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: {}\n";
const letters = "abcdefghij";

/** As text: what is made of it in the test's own process would count. */
const withExtra = (json: string): string => `${document({}).slice(0, -1)},"x-a":${json}}`;

/** Documents that no generator would end with: nothing but the limit ends them, whatever it is. */
export const endless: ReadonlySet<string> = new Set([
  "oneOf that doubles",
  "a pattern that backtracks",
  "a pattern of keys that backtracks",
]);

/** Documents that would cost a naive generator minutes, gigabytes or its stack. */
export const documents: Readonly<Record<string, () => string>> = {
  "an enum of 100,000": () => document(answer({ type: "string", enum: many(100_000, (i) => `v${i}`) })),
  "100,000 properties": () =>
    document(answer({ type: "object", properties: Object.fromEntries(many(100_000, (i) => [`p${i}`, {}])) })),
  "20,000 schemas": () =>
    document(schemas(20_000, () => ({ type: "object", properties: { a: { type: "string" } } }))),
  "20,000 operations": () =>
    document({
      paths: Object.fromEntries(
        many(20_000, (i) => [
          `/a${i}`,
          { get: { operationId: `r${i}.get`, responses: { "200": { description: "d" } } } },
        ]),
      ),
    }),
  "a chain of allOf": () =>
    document({
      ...answer(ref(0)),
      ...schemas(3000, (i) => ({
        allOf: [{ type: "object", properties: { [`p${i}`]: {} } }, ...(i < 2999 ? [ref(i + 1)] : [])],
      })),
    }),
  "allOf that doubles": () =>
    document({
      ...answer(ref(0)),
      ...schemas(60, (i) =>
        i === 59 ? { type: "object", properties: { a: {} } } : { allOf: [ref(i + 1), ref(i + 1)] },
      ),
    }),
  "oneOf that doubles": () =>
    document({
      ...answer(ref(0), { example: "a" }),
      ...schemas(60, (i) =>
        i === 59 ? { type: "string", pattern: "^b" } : { oneOf: [ref(i + 1), ref(i + 1)] },
      ),
    }),
  "refs in a circle": () => document({ ...answer(ref(0)), ...schemas(2, (i) => ref(1 - i)) }),
  "allOf in a circle": () => document({ ...answer(ref(0)), ...schemas(2, (i) => ({ allOf: [ref(1 - i)] })) }),
  "a chain of refs": () =>
    document({ ...answer(ref(0)), ...schemas(5000, (i) => (i < 4999 ? ref(i + 1) : {})) }),
  "a pattern that backtracks": () =>
    document(answer({ type: "string", pattern: "^(a+)+$" }, { example: `${"a".repeat(60)}!` })),
  "a pattern of keys that backtracks": () =>
    document(
      answer(
        { type: "object", patternProperties: { "^(a+)+$": {} } },
        { example: { [`${"a".repeat(60)}!`]: 1 } },
      ),
    ),
  "a pattern that is huge": () =>
    document(
      answer({ type: "string", pattern: "(?:a{1,1000}){1,1000}".repeat(200) }, { example: "a".repeat(5000) }),
    ),
  "unique items": () =>
    document(
      answer({ type: "array", uniqueItems: true, items: {} }, { example: many(60_000, (a) => ({ a })) }),
    ),
  "aliases that multiply": () =>
    `${head}x-a: &a [x,x,x,x,x,x,x,x,x]\n${[...letters.slice(1)].map((name, i) => `x-${name}: &${name} [${Array(9).fill(`*${letters[i]}`).join()}]`).join("\n")}\n`,
  "depth in JSON": () =>
    `${document({}).slice(0, -1)},"x-a":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`,
  "depth in YAML": () => `${head}x-a: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`,
  "depth in maps": () => `${head}x-a: ${"{a: ".repeat(50_000)}1${"}".repeat(50_000)}\n`,
  "20 MB of YAML": () => `${head}x-a:\n${"  - a\n".repeat(3_500_000)}`,
  "30 MB of JSON": () => document({ "x-a": many(7_000_000, () => 1) }),
  "one list of 15 million": () => withExtra(`[${"1,".repeat(15 * 1024 * 1024)}1]`),
  "one mapping of 2.9 million": () =>
    withExtra(
      `{${many(2900, (i) => many(1000, (j) => `"${(i * 1000 + j).toString(36)}a":1`).join()).join()}}`,
    ),
  "5 million values": () => withExtra(`[${many(25, () => `[${"1,".repeat(199_999)}1]`).join()}]`),
  "40 MB": () => document({ info: { title: "T", version: "1", description: "word ".repeat(8_000_000) } }),
  "200,000 lines that are not YAML": () => `${head}${"a: b: c: d\n".repeat(200_000)}`,
  "200,000 unknown keys": () =>
    document({
      info: { title: "T", version: "1", ...Object.fromEntries(many(200_000, (i) => [`titel${i}`, 1])) },
    }),
  "5,000 refs to nowhere": () => document(schemas(5000, (i) => ({ $ref: `#/components/schemas/W${i}` }))),
  "200,000 doubled keys": () =>
    `${document({}).slice(0, -1)},"x-a":{${many(200_000, (i) => `"k${i}":1,"k${i}":2`).join()}}}`,
};

/** Documents of long texts that are one piece again and again. */
export const longTexts: Readonly<Record<string, () => string>> = Object.fromEntries(
  [
    ...' \n/`_*-.{["\\@aA1,<|~:%#',
    "aB",
    "a! ",
    "- ",
    "\n ",
    "> ",
    "```\n",
    "use ",
    "://",
    "\u0301",
    "\u202e",
  ].map((text) => [
    `1 MB of ${JSON.stringify(text)}`,
    () => {
      const long = `x${text.repeat(1_000_000 / text.length)}x`;
      return document({
        info: { title: long, version: long, description: long },
        tags: [{ name: "a", description: long }],
        paths: {
          "/a": {
            post: {
              operationId: "a.get",
              tags: ["a"],
              summary: long,
              description: long,
              deprecated: true,
              responses: {
                "200": {
                  description: long,
                  content: { "application/json": { schema: { title: long, default: long } } },
                },
              },
            },
          },
        },
      });
    },
  ]),
);
