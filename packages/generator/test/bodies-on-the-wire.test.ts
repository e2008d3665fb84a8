import { describe, expect, it } from "vitest";
import { dedent, modelOf, under } from "./support/emit.ts";
import { type Emitted, type Seen, withPackage, withServer } from "./support/run-model.ts";
import { typeCheck } from "./support/type-check.ts";

interface Row {
  /** `requestBody` of `POST /things`, called `things.send`. */
  readonly given: string;
  readonly schemas?: string;
  call(things: Emitted): Promise<unknown>;
  /** Content type, and the body: JSON as a value, else its text. */
  readonly want: readonly [type: string, body: unknown];
}

const thing = "{ type: object, required: [a], properties: { a: { type: integer }, b: { type: object } } }";
const forms = (schema: string, encoding: string): string =>
  `content: { application/x-www-form-urlencoded: { schema: ${schema}, encoding: ${encoding} } }`;
const hook =
  "{ type: object, required: [payload], properties: { payload: { type: object, properties: { text: { type: string } } }, ids: { type: array, items: { type: integer } } } }";
const raw =
  "{ type: object, required: [raw], properties: { raw: { type: string, format: binary }, list: { type: array, items: { type: string, format: binary } }, meta: { type: object } } }";
const either = (schema: string): string =>
  `content: { multipart/form-data: { schema: ${schema} }, application/json: { schema: ${schema} } }`;
const urlEncoded = "application/x-www-form-urlencoded";

const rows: [name: string, row: Row][] = [
  [
    "a JSON patch is a list, whatever else a patch may be",
    {
      given:
        "content: { application/json-patch+json: { schema: { type: object } }, application/merge-patch+json: { schema: { type: object } } }",
      call: (things) => things.sendAsJsonPatch({ body: [{ op: "remove", path: "/a" }] }),
      want: ["application/json-patch+json", [{ op: "remove", path: "/a" }]],
    },
  ],
  [
    "a merge patch",
    {
      given:
        "content: { application/json-patch+json: { schema: { type: object } }, application/merge-patch+json: { schema: { type: object } } }",
      call: (things) => things.send({ body: { a: null } }),
      want: ["application/merge-patch+json", { a: null }],
    },
  ],
  [
    "the second of two types of a vendor's",
    {
      given: `content: { application/vnd.acme.draft+json: { schema: ${thing} }, application/vnd.acme.final+json: { schema: ${thing} } }`,
      call: (things) => things.sendAsAcmeFinal({ a: 1 }),
      want: ["application/vnd.acme.final+json", { a: 1 }],
    },
  ],
  [
    "anything at all with fields",
    {
      given: `content: { "*/*": { schema: ${thing} } }`,
      call: (things) => things.send({ a: 1, b: { c: [true] } }),
      want: ["application/json", { a: 1, b: { c: [true] } }],
    },
  ],
  [
    "any application, by a ref to a list",
    {
      given: `content: { application/*: { schema: { $ref: "#/components/schemas/Things" } } }`,
      schemas: `Things: { type: array, items: ${thing} }`,
      call: (things) => things.send({ body: [{ a: 1 }] }),
      want: ["application/json", [{ a: 1 }]],
    },
  ],
  [
    "anything at all, by a ref to a union",
    {
      given: `content: { "*/*": { schema: { $ref: "#/components/schemas/One" } } }`,
      schemas: `One: { oneOf: [${thing}, { type: array, items: { type: string } }] }`,
      call: (things) => things.send({ body: ["x"] }),
      want: ["application/json", ["x"]],
    },
  ],
  [
    "anything at all that is bytes",
    {
      given: `content: { "*/*": { schema: { type: string, format: binary } } }`,
      call: (things) => things.send({ body: new Blob(["x"], { type: "image/png" }) }),
      want: ["image/png", "x"],
    },
  ],
  [
    "anything at all that is text",
    {
      given: `content: { "*/*": { schema: { type: string } } }`,
      call: (things) => things.send({ body: "x" }),
      want: ["text/plain; charset=utf-8", "x"],
    },
  ],
  [
    "a vendor's type of no notation",
    {
      given: `content: { application/vnd.acme.thing: { schema: ${thing} } }`,
      call: (things) => things.send({ a: 1 }),
      want: ["application/vnd.acme.thing", '{"a":1}'],
    },
  ],
  [
    "a version of JSON",
    {
      given: `content: { application/json;version=2: { schema: ${thing} } }`,
      call: (things) => things.send({ a: 1 }),
      want: ["application/json;version=2", { a: 1 }],
    },
  ],
  [
    "a field of a form that is JSON",
    {
      given: forms(hook, "{ payload: { contentType: application/json } }"),
      call: (things) => things.send({ payload: { text: "hi" }, ids: [1, 2] }),
      want: [urlEncoded, "payload=%7B%22text%22%3A%22hi%22%7D&ids=1&ids=2"],
    },
  ],
  [
    "objects of a form, which are JSON where nothing is said of them",
    {
      given: forms(
        "{ type: object, required: [payload, rows], properties: { payload: { type: object }, rows: { type: array, items: { type: object } }, spread: { type: object }, deep: { type: object } } }",
        "{ spread: { style: form }, deep: { style: deepObject } }",
      ),
      call: (things) =>
        things.send({ payload: {}, rows: [{ a: [1] }, {}], spread: { x: 1, y: 2 }, deep: { z: 3 } }),
      want: [urlEncoded, "payload=%7B%7D&rows=%7B%22a%22%3A%5B1%5D%7D&rows=%7B%7D&x=1&y=2&deep%5Bz%5D=3"],
    },
  ],
  [
    "a list in a form that is JSON, of a body that is given whole",
    {
      given: forms(
        "{ allOf: [{ $ref: '#/components/schemas/Hook' }, { type: [object, 'null'] }] }",
        "{ ids: { contentType: application/vnd.acme+json } }",
      ),
      schemas: `Hook: ${hook}`,
      call: (things) => things.send({ body: { payload: { text: "a&b" }, ids: [] } }),
      want: [urlEncoded, "payload=%7B%22text%22%3A%22a%26b%22%7D&ids=%5B%5D"],
    },
  ],
  [
    "a field of a form that has a style besides",
    {
      given: forms(hook, "{ ids: { contentType: application/json, explode: false } }"),
      call: (things) => things.send({ payload: { text: "x" }, ids: [1, 2] }),
      want: [urlEncoded, "payload=%7B%22text%22%3A%22x%22%7D&ids=1,2"],
    },
  ],
  [
    "bytes within JSON are text",
    {
      given: `content: { application/json: { schema: ${raw} } }`,
      call: (things) => things.send({ raw: "abc", list: ["d"] }),
      want: ["application/json", { raw: "abc", list: ["d"] }],
    },
  ],
  [
    "bytes within JSON by a ref, and within a JSON part of a form",
    {
      given: `content: { multipart/form-data: { schema: { type: object, required: [file], properties: { file: { $ref: "#/components/schemas/Bytes" }, meta: { $ref: "#/components/schemas/Meta" } } } } }`,
      schemas: `
        Bytes: { type: string, format: binary }
        Meta: { type: object, properties: { thumb: { $ref: "#/components/schemas/Bytes" } } }
      `,
      call: (things) => things.send({ file: new Blob(["x"]), meta: { thumb: "y" } }),
      want: [
        "multipart/form-data",
        'file; filename="file" application/octet-stream: x\nmeta application/json: {"thumb":"y"}',
      ],
    },
  ],
  [
    "a part that is JSON, whatever its schema",
    {
      given: `content: { multipart/form-data: { schema: { type: object, properties: { raw: { type: string, format: binary } } }, encoding: { raw: { contentType: application/json } } } }`,
      call: (things) => things.send({ raw: "x" }),
      want: ["multipart/form-data", 'raw application/json: "x"'],
    },
  ],
  [
    "a form in alternatives, each with a file",
    {
      given: `content: { multipart/form-data: { schema: { oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] } } }`,
      schemas: `
        A: { type: object, required: [a], properties: { a: { type: string, format: binary } } }
        B: { type: object, required: [b], properties: { b: { type: array, items: { type: string, contentMediaType: image/png } } } }
      `,
      call: (things) => things.send({ body: { b: [new Blob(["x"])] } }),
      want: ["multipart/form-data", 'b; filename="file" application/octet-stream: x'],
    },
  ],
  [
    "JSON or a form of one schema: JSON where no file is given",
    {
      given: either(`${raw}`),
      call: (things) => things.send({ raw: "abc", meta: { deep: { list: [1] } } }),
      want: ["application/json", { raw: "abc", meta: { deep: { list: [1] } } }],
    },
  ],
  [
    "JSON or a form of one schema: a form where a file is given",
    {
      given: either(`${raw}`),
      call: (things) => things.send({ raw: new Blob(["x"]), meta: { deep: 1 } }),
      want: [
        "multipart/form-data",
        'raw; filename="file" application/octet-stream: x\nmeta application/json: {"deep":1}',
      ],
    },
  ],
  [
    "JSON or a form of one schema: a form where a list has a file",
    {
      given: either('{ $ref: "#/components/schemas/Raw" }'),
      schemas: `Raw: ${raw}`,
      call: (things) => things.send({ raw: "text", list: [new Blob(["x"])] }),
      want: ["multipart/form-data", 'raw: text\nlist; filename="file" application/octet-stream: x'],
    },
  ],
  [
    "JSON or a form of one schema, given whole",
    {
      given: either(
        "{ type: object, required: [raw], properties: { raw: { type: string, format: binary } }, additionalProperties: { type: integer } }",
      ),
      call: (things) => things.send({ body: { raw: new Blob(["x"]), more: 1 } }),
      want: ["multipart/form-data", 'raw; filename="file" application/octet-stream: x\nmore: 1'],
    },
  ],
];

/** A request as the rows tell it; each part of a form as `name; filename type: text`. */
function told({ headers, body }: Seen): readonly unknown[] {
  const [type, boundary] = (headers["content-type"] ?? "").split("; boundary=");
  if (boundary === undefined) return [type, body];
  const parts = String(body)
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = "", text = ""] = part.trim().split(/\r\n\r\n/);
      return `${head.replace(/^Content-Disposition: form-data; name="(\w+)"/, "$1").replace(/\r\nContent-Type: /, " ")}: ${text}`;
    });
  return [type, parts.join("\n")];
}

describe("bodies on the wire", () => {
  const models = new Map(
    rows.map(([name, { given, schemas }]) => {
      const operation = `operationId: things.send\nrequestBody: { required: true, ${given} }\nresponses: { "204": { description: Done. } }`;
      const more = schemas === undefined ? "" : `\n${under("components.schemas", dedent(schemas))}`;
      return [
        name,
        modelOf(`servers: [{ url: https://a.test }]\n${under("paths./things.post", operation)}${more}`),
      ];
    }),
  );

  it.each(rows)("%s", async (name, { call, want }) => {
    const model = models.get(name);
    if (model === undefined) throw new Error("No model.");
    const seen = await withPackage(model, async ({ Shop }) =>
      withServer(
        () => ({ status: 204 }),
        async (baseURL, requests): Promise<readonly Seen[]> => {
          await call(new Shop({ baseURL }).things);
          return [...requests];
        },
      ),
    );
    expect(seen.map(told)).toEqual([want]);
  });

  it("type-check", async () => {
    expect(await typeCheck(models.values())).toEqual([]);
  });
});
