import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/read/read-document.ts";
import { brief, faultsOf, folderOf, yaml } from "../support/documents.ts";

const copy = "copy the file below the folder of the main document and refer to it by a relative path";
const ref = (text: string): string =>
  yaml(
    `components:\n  schemas:\n    Program: { type: object }\n    A:\n      items: { $ref: ${JSON.stringify(text)} }\n`,
  );

const refs: readonly [string, string][] = [
  ["http://x.test/a.yaml", `ref-remote | ${copy}`],
  ["HTTPS://x.test/a.yaml#/A", `ref-remote | ${copy}`],
  ["//x.test/a.yaml", `ref-remote | ${copy}`],
  ["file:///etc/passwd", `ref-absolute | ${copy}, with "/" between folders`],
  ["/etc/passwd", `ref-absolute | ${copy}, with "/" between folders`],
  ["%2Fetc/passwd", `ref-absolute | ${copy}, with "/" between folders`],
  ["C:\\secrets.yaml", `ref-absolute | ${copy}, with "/" between folders`],
  ["sub\\a.yaml", `ref-absolute | ${copy}, with "/" between folders`],
  ["data:text/plain,x", `ref-absolute | ${copy}, with "/" between folders`],
  ["../a.yaml", `ref-outside | ${copy}`],
  ["sub/../../a.yaml", `ref-outside | ${copy}`],
  ["%2e%2e/a.yaml", `ref-outside | ${copy}`],
  ["", 'ref-malformed | write "#/components/…" or "./file.yaml#/…"'],
  ["a.yaml ", 'ref-malformed | write "#/components/…" or "./file.yaml#/…"'],
  ["a\u0000.yaml", "ref-malformed | it must not contain control characters"],
  [
    "#components/schemas/Program",
    'ref-malformed | a pointer begins with "#/": write "#/components/schemas/Program"',
  ],
  ["#anchor", "ref-dangling"],
  ["#/components/schemas/a~2", 'ref-malformed | in a pointer "~" is written "~0" and "/" in a name "~1"'],
  ["#/components/schemas/Porgram", 'ref-dangling | did you mean "Program"?'],
  ["#/components/schemes/Program", 'ref-dangling | did you mean "schemas"?'],
  ["gone.yaml", "ref-dangling"],
  ["sub", "ref-dangling"],
];

describe("refs that are not followed", () => {
  it.each(refs)("%j: %s", async (text, want) => {
    // What leads nowhere costs the schema; what leads out of the folder is refused.
    const severity = /^ref-(?:dangling|malformed)/.test(want) ? "warning" : "error";
    expect(brief(await faultsOf({ "openapi.yaml": ref(text) }))).toEqual([
      `openapi.yaml:9 ${severity} ${want}`,
    ]);
  });

  it("does not follow a link out of the folder", async () => {
    const outside = await folderOf({ "secret.yaml": "type: string\n" });
    const cwd = await folderOf({ "openapi.yaml": ref("link.yaml") });
    await symlink(join(outside, "secret.yaml"), join(cwd, "link.yaml"));
    await expect(readDocument("openapi.yaml", { cwd })).rejects.toMatchObject({
      diagnostics: [{ code: "file-outside", location: { file: "openapi.yaml", line: 9 } }],
    });
  });
});

const DIGITS =
  "openapi.yaml:5 warning number-digits | take one up to 9007199254740991, or put it in quotes where its schema admits a text";
const long = (count: number, text: string): string => text.repeat(count);

const documents: readonly [
  string,
  { given: string | Readonly<Record<string, string>>; want: readonly string[] },
][] = [
  [
    "an empty file",
    {
      given: "",
      want: ['openapi.yaml:1 error no-document | an OpenAPI document begins with "openapi: 3.1.0"'],
    },
  ],
  [
    "a list",
    {
      given: "- a\n",
      want: ['openapi.yaml:1 error no-document | an OpenAPI document begins with "openapi: 3.1.0"'],
    },
  ],
  [
    "no version",
    {
      given: "info: {}\n",
      want: ['openapi.yaml:1 error openapi-version | an OpenAPI document begins with "openapi: 3.1.0"'],
    },
  ],
  [
    "OpenAPI 3.3",
    {
      given: yaml("", "3.3.0"),
      want: ["openapi.yaml:1 error openapi-version | 3.0.x, 3.1.x and 3.2.x are supported"],
    },
  ],
  [
    "a version that is a number",
    {
      given: yaml("", "3.1"),
      want: ['openapi.yaml:1 error openapi-version | write the whole version in quotes: "3.1.0"'],
    },
  ],
  ["broken YAML", { given: "openapi: 3.1.0\ninfo: [\n", want: ["openapi.yaml:3 error yaml-syntax"] }],
  [
    "broken JSON",
    {
      given: '{\n  "openapi": "3.1.0",\n  "info": {"a": 1 "b": 2}\n}',
      want: ["openapi.yaml:3 error yaml-syntax"],
    },
  ],
  [
    "broken YAML, of which the parser finds much more",
    {
      given: `openapi: 3.1.0\nservers: [{ url: https://a.b/{c}, d: 1 }]\n${"x: [{ a: 1 }]\n".repeat(5)}`,
      want: [
        "openapi.yaml:2 error yaml-syntax",
        "openapi.yaml:2 error yaml-syntax",
        expect.stringMatching(
          /^openapi.yaml:2 error yaml-syntax \| \d+ more of the kind are not shown: mend the first one/,
        ),
      ],
    },
  ],
  ["several YAML documents", { given: `${yaml("")}---\na: 1\n`, want: ["openapi.yaml:5 error yaml-syntax"] }],
  [
    "a key twice",
    {
      given: yaml("paths: {}\npaths: {}\n"),
      want: ["openapi.yaml:6 error duplicate-key | the first one is on line 5: delete one or rename it"],
    },
  ],
  [
    "a key twice in JSON",
    {
      given: '{\n"openapi": "3.1.0",\n"info": { "title": "T", "version": "1" },\n"x-a": 1,\n"x-a": 2\n}',
      want: ["openapi.yaml:5 error duplicate-key | the first one is on line 4: delete one or rename it"],
    },
  ],
  [
    "a prototype key twice",
    {
      given: yaml("x-a:\n  __proto__: 1\n  __proto__: 2\n"),
      want: ["openapi.yaml:7 error duplicate-key | the first one is on line 6: delete one or rename it"],
    },
  ],
  [
    "not a number",
    {
      given: yaml("x-a: .nan\n"),
      want: ["openapi.yaml:5 error not-json | put it in quotes if it is a text"],
    },
  ],
  ...[
    "9007199254740993",
    "-9007199254740993",
    "+9007199254740993",
    "[1, 123456789012345678901]",
    "{ maximum: 9223372036854775806 }",
    "9223372036854775807",
  ].map((text): [string, { given: string; want: string[] }] => [
    `digits that a number does not hold, ${text}`,
    { given: yaml(`x-a: ${text}\n`), want: [DIGITS] },
  ]),
  ...[
    "9007199254740992",
    "'9007199254740993'",
    "{ maximum: 9223372036854775807, minimum: -9223372036854775808 }",
    "{ exclusiveMaximum: 18446744073709551615 }",
    "100000000000000000000",
    "9007199254740993.5",
    "1234567890123456789 apples",
  ].map((text): [string, { given: string; want: string[] }] => [
    `digits that a number holds, or that are a text, or the end of a type, ${text}`,
    { given: yaml(`x-a: ${text}\n`), want: [] },
  ]),
  [
    "digits that a number does not hold, in JSON",
    {
      given:
        '{\n"openapi": "3.1.0",\n"info": { "title": "T", "version": "1" },\n"paths": {},\n"x-a": [{"maximum" : 9223372036854775807},\n9007199254740993]\n}',
      want: [DIGITS.replace("5", "6")],
    },
  ],
  ["a tag", { given: yaml("x-a: !secret x\n"), want: ["openapi.yaml:5 error yaml-tag"] }],
  ["an alias of nothing", { given: yaml("x-a: *nothing\n"), want: ["openapi.yaml:5 error yaml-alias"] }],
  ["an alias of itself", { given: yaml("x-a: &a [*a]\n"), want: ["openapi.yaml:5 error yaml-alias"] }],
  [
    "a ref to another kind",
    {
      given: yaml(
        "components:\n  schemas:\n    A: { items: { $ref: '#/components/responses/R' } }\n  responses:\n    R: { description: R. }\n",
      ),
      want: ["openapi.yaml:7 warning ref-kind"],
    },
  ],
  [
    "a ref that is not text",
    {
      given: yaml("components:\n  schemas:\n    A: { $ref: [1] }\n"),
      want: ['openapi.yaml:7 warning ref-malformed | write "#/components/…" or "./file.yaml#/…"'],
    },
  ],
  [
    "components that are each other's alias",
    {
      given: yaml(
        "components:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }\n",
      ),
      want: ["openapi.yaml:7 warning ref-cycle"],
    },
  ],
  [
    "files that are each other's alias",
    {
      given: {
        "openapi.yaml": yaml("components:\n  schemas:\n    X: { items: { $ref: a.yaml } }\n"),
        "a.yaml": "$ref: b.yaml\n",
        "b.yaml": "$ref: a.yaml\n",
      },
      want: ["openapi.yaml:7 warning ref-cycle"],
    },
  ],
  [
    "a path item in itself",
    {
      given: {
        "openapi.yaml": yaml("paths:\n  /a: { $ref: a.yaml }\n"),
        "a.yaml": "get:\n  responses: {}\n  callbacks:\n    c:\n      '{$url}': { $ref: a.yaml }\n",
      },
      want: ["a.yaml:5 warning ref-cycle"],
    },
  ],
  [
    "a fault in another file",
    {
      given: {
        "openapi.yaml": yaml("paths:\n  /a: { $ref: sub/a.yaml }\n"),
        "sub/a.yaml": "get:\n  responses:\n    two: {}\n",
      },
      want: [
        'sub/a.yaml:3 warning unknown-key | a status is a number from 100 to 599, a range such as "4XX", or "default"',
      ],
    },
  ],
  [
    "missing keys",
    {
      given: "openapi: 3.1.0\ninfo: { title: T }\npaths:\n  /a:\n    parameters:\n      - { name: q }\n",
      want: ["openapi.yaml:2 warning missing-key", "openapi.yaml:6 warning missing-key"],
    },
  ],
  [
    "a path without slash",
    { given: yaml("paths:\n  a: {}\n"), want: ['openapi.yaml:6 warning unknown-key | write it as "/a"'] },
  ],
  [
    "a typo",
    {
      given: yaml("paths:\n  /a:\n    get:\n      reponses: {}\n"),
      want: ['openapi.yaml:8 warning unknown-key | did you mean "responses"?'],
    },
  ],
  [
    "wrong types",
    {
      given: yaml("paths:\n  /a:\n    parameters: {}\n    get: []\n"),
      want: ["openapi.yaml:7 warning wrong-type", "openapi.yaml:8 warning wrong-type"],
    },
  ],
  [
    "a number for a text",
    {
      given: "openapi: 3.1.0\ninfo: { title: T, version: 1.0 }\n",
      want: ["openapi.yaml:2 warning wrong-type | put it in quotes"],
    },
  ],
  [
    "an empty value",
    {
      given: yaml("paths:\n"),
      want: ["openapi.yaml:5 warning empty-value | give it a value or delete the line"],
    },
  ],
  [
    "no such type",
    {
      given: yaml("components:\n  schemas:\n    A: { type: strin }\n"),
      want: ['openapi.yaml:7 warning schema-type | did you mean "string"?'],
    },
  ],
  [
    "a mapping to no schema",
    {
      given: yaml(
        "components:\n  schemas:\n    Dog: { discriminator: { propertyName: k, mapping: { d: Dig } } }\n",
      ),
      want: ['openapi.yaml:7 warning discriminator-mapping | did you mean "Dog"?'],
    },
  ],
  [
    "x-trunkline that would be lost",
    {
      given: yaml(
        "components:\n  responses:\n    A: { $ref: '#/components/responses/B', x-trunkline: {} }\n    B: { description: B. }\n",
      ),
      want: ["openapi.yaml:7 error ref-sibling | put it where the $ref leads"],
    },
  ],
];

describe("documents that are not read", () => {
  it.each(documents)("%s", async (_, { given, want }) => {
    const files = typeof given === "string" ? { "openapi.yaml": given } : given;
    expect(brief(await faultsOf(files))).toEqual(want);
  });

  it("names the file that is not there", async () => {
    await expect(readDocument("gone.yaml", { cwd: await folderOf({}) })).rejects.toThrow(
      'gone.yaml:1:1 error file-missing: there is no file "gone.yaml"',
    );
  });

  it("reports every fault of a document at once", async () => {
    const given = yaml("paths:\n  a: {}\n  b: {}\ncomponents:\n  schemas:\n    A: { $ref: '#/x' }\n");
    expect(await faultsOf({ "openapi.yaml": given })).toHaveLength(3);
  });
});

describe("bounds", () => {
  const bomb = `x-0: &a0 [x]\n${Array.from({ length: 9 }, (_, i) => `x-${i + 1}: &a${i + 1} [${long(10, `*a${i},`)}]\n`).join("")}`;
  const copies = `paths:\n${Array.from({ length: 50 }, (_, i) => `  /${i}: { $ref: a.yaml }\n`).join("")}`;

  it.each([
    ["aliases", { files: { "openapi.yaml": yaml(bomb) }, limits: {}, code: "yaml-aliases" }],
    [
      "depth of lists",
      {
        files: { "openapi.yaml": yaml(`x-a: ${long(300, "[")}${long(300, "]")}\n`) },
        limits: {},
        code: "too-deep",
      },
    ],
    [
      "depth that overflows the parser",
      {
        files: { "openapi.yaml": yaml(`x-a: ${long(100_000, "[")}${long(100_000, "]")}\n`) },
        limits: {},
        code: "too-deep",
      },
    ],
    [
      "size of a file",
      {
        files: { "openapi.yaml": yaml(`x-a: ${long(200, "a")}\n`) },
        limits: { fileBytes: 100 },
        code: "file-too-large",
      },
    ],
    [
      "size of all files",
      {
        files: { "openapi.yaml": yaml("paths:\n  /a: { $ref: a.yaml }\n"), "a.yaml": long(100, "#\n") },
        limits: { totalBytes: 150 },
        code: "file-too-large",
      },
    ],
    [
      "number of files",
      {
        files: { "openapi.yaml": yaml("paths:\n  /a: { $ref: a.yaml }\n"), "a.yaml": "{}" },
        limits: { files: 1 },
        code: "file-too-large",
      },
    ],
    [
      "values of a file in JSON",
      {
        files: { "openapi.yaml": `{ "openapi": "3.1.0", "x-a": [${long(100, "1,")}1] }` },
        limits: { values: 100 },
        code: "too-large",
      },
    ],
    [
      "values of a file in YAML",
      {
        files: {
          "openapi.yaml": yaml("components: { schemas: { A: { $ref: a.yaml } } }\n"),
          "a.yaml": long(101, "- a\n"),
        },
        limits: { values: 100 },
        code: "too-large",
      },
    ],
    [
      "items of a list in JSON",
      {
        files: { "openapi.yaml": `{ "openapi": "3.1.0", "x-a": [${long(100, "1,")}1] }` },
        limits: { children: 100 },
        code: "too-large",
      },
    ],
    [
      "doubled keys of a mapping in JSON",
      {
        files: { "openapi.yaml": `{ "openapi": "3.1.0", "x-a": {${long(100, '"a":1,')}"a":1} }` },
        limits: { children: 100 },
        code: "too-large",
      },
    ],
    [
      "items of a list in YAML",
      {
        files: { "openapi.yaml": yaml(`x-a:\n${long(101, "  - a\n")}`) },
        limits: { children: 100 },
        code: "too-large",
      },
    ],
    [
      "copies",
      {
        files: { "openapi.yaml": yaml(copies), "a.yaml": "x-a: [1, 2, 3, 4]\n" },
        limits: { values: 100 },
        code: "too-large",
      },
    ],
  ])("holds %s", async (_, { files, limits, code }) => {
    const faults = await faultsOf(files, limits);
    expect([...new Set(faults.map((fault) => fault.code))]).toEqual([code]);
  });
});
