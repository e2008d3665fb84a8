import { extensionFormat as format } from "@trunkline/document";
import { describe, expect, it } from "vitest";
import { check, findingsOf, type Mutation, shop } from "../support/mutations.ts";

const table: readonly [string, Mutation][] = [
  [
    "an unknown key",
    { change: ["  retry:\n", "  retyr:\n"], want: 'error x-trunkline-unknown-key | did you mean "retry"?' },
  ],
  [
    "an unknown key, deep",
    {
      change: ["    notProcessed: ", "    notProccessed: "],
      want: 'error x-trunkline-unknown-key | did you mean "notProcessed"?',
    },
  ],
  [
    "an unknown key far from all others",
    {
      change: ["environment: production", "zzzzzzz: production"],
      want: "error x-trunkline-unknown-key | valid here: environment",
    },
  ],
  [
    "a key of another place",
    {
      change: ["walk: { method: listAll, limit: 100 }", "environment: x"],
      want: "error x-trunkline-unknown-key | it belongs to the x-trunkline of a server",
    },
  ],
  [
    "a misspelt extension",
    {
      change: ["x-trunkline: { idempotency: explicit }", "x-trunklin: { idempotency: explicit }"],
      want: 'error x-trunkline-typo | did you mean "x-trunkline"?',
    },
  ],
  [
    "a place without meaning",
    {
      change: ["  title: Shop\n", "  title: Shop\n  x-trunkline: {}\n"],
      at: "  x-trunkline: {}",
      want: "error x-trunkline-place | it may stand on: document, server, securityScheme, operation, schema, parameter",
    },
  ],
  [
    "an unknown version",
    {
      change: ["  version: 1\n", "  version: 2\n"],
      want: "error x-trunkline-version | this generator reads version 1",
    },
  ],
  [
    "no version",
    { change: ["  version: 1\n", ""], at: "x-trunkline:", want: "error x-trunkline-missing-key" },
  ],
  [
    "a wrong value",
    {
      change: ["    keys: auto", "    keys: atuo"],
      want: 'error x-trunkline-value | did you mean "auto"?',
    },
  ],
  [
    "a value that can only be false",
    {
      change: ["{ envelope: false, retry: always }", "{ envelope: true, retry: always }"],
      want: "error x-trunkline-value | `false`: the answer of this operation is not wrapped. Else where its value is, in place of what the document says.",
    },
  ],
  [
    "an envelope of one operation without its place",
    {
      change: ["{ envelope: false, retry: always }", "{ envelope: {}, retry: always }"],
      want: "error x-trunkline-missing-key",
    },
  ],
  [
    "places of an envelope that are none",
    {
      change: ["    data: /data\n    requestId", "    data: []\n    requestId"],
      want: 'error x-trunkline-value | The value that methods return. Of several places, the first that the answer has is used; `""` is the whole answer. Paginated operations return the whole page.',
    },
  ],
  [
    "a wrong type",
    {
      change: ["    maxRetryAfterSeconds: 60", "    maxRetryAfterSeconds: soon"],
      want: "error x-trunkline-type | Longest wait that the vendor may ask for.",
    },
  ],
  [
    "a key by its former name",
    {
      change: ["    maxRetryAfterSeconds: 60", "    maxRetryAfter: 60"],
      want: "error x-trunkline-renamed-key | write maxRetryAfterSeconds: 60",
    },
  ],
  [
    "a key by its former name, written another way",
    {
      change: ["    maxRetryAfterSeconds: 60", '    "maxRetryAfter": 1.5e2'],
      want: "error x-trunkline-renamed-key | write maxRetryAfterSeconds: 150",
    },
  ],
  [
    "a former name where it never was one",
    {
      change: ["    name: Shop\n", "    name: Shop\n    maxRetryAfter: 60\n"],
      at: "    maxRetryAfter: 60",
      want: "error x-trunkline-unknown-key | valid here: name, browser",
    },
  ],
  [
    "a family of statuses that is none",
    {
      change: ["statuses: [429, 5XX]", "statuses: [429, 6XX]"],
      want: 'error x-trunkline-value | did you mean "4XX"?',
    },
  ],
  [
    "a family in small letters",
    {
      change: ["notProcessed: [429]", "notProcessed: [4xx]"],
      want: 'error x-trunkline-value | did you mean "4XX"?',
    },
  ],
  [
    "a status that is not an error",
    {
      change: ["notProcessed: [429]", "notProcessed: [200]"],
      want: "error x-trunkline-value | A status of an error, such as 429, or a family of them: `4XX`, `5XX`.",
    },
  ],
  [
    "a pointer without slash",
    {
      change: ["    data: /data", "    data: data"],
      want: 'error x-trunkline-value | a JSON pointer begins with "/": "/data"',
    },
  ],
  [
    "a class name that is none",
    {
      change: ["name: Shop", "name: my-shop"],
      want: "error x-trunkline-value | the name of a class or type is PascalCase: letters and digits",
    },
  ],
  [
    "code for a name",
    {
      change: ["LostError", '"A {} alert(1)"'],
      want: "error x-trunkline-value | the name of a class or type is PascalCase: letters and digits",
    },
  ],
  [
    "an option that is not an identifier",
    {
      change: ["option: apiKey", "option: api-key"],
      want: "error x-trunkline-value | write it in camelCase: letters and digits",
    },
  ],
  [
    "a status that is none",
    {
      change: ['"404": LostError', '"200": LostError'],
      want: "error x-trunkline-unknown-key | Names of the vendor's error classes, by status or family.",
    },
  ],
  [
    "a hint from nowhere",
    {
      change: ["    - header: X-Reset\n      format: epochSeconds", "    - format: epochSeconds"],
      want: "error x-trunkline-missing-key",
    },
  ],
  [
    "an unknown style",
    { change: ["style: cursor", "style: cursors"], want: 'error x-trunkline-value | did you mean "cursor"?' },
  ],
  [
    "a key of another style",
    {
      change: ["more: /meta/more }", "total: /meta/more }"],
      at: "response: { next",
      want: "error x-trunkline-unknown-key | valid here: next, more, done",
    },
  ],
  [
    "a style without its pointer",
    {
      change: ["response: { next: /meta/next, more: /meta/more }", "response: { more: /meta/more }"],
      want: "error x-trunkline-missing-key",
    },
  ],
  [
    "a prototype key",
    {
      change: ["    name: Shop", "    name: Shop\n    __proto__: {}"],
      at: "    __proto__",
      want: "error x-trunkline-unknown-key | valid here: name, browser",
    },
  ],
];

describe("the format of x-trunkline", () => {
  it.each(table)("finds %s", async (_, mutation) => {
    const { findings, lines, line } = await findingsOf(mutation, { house: true });
    expect(findings).toEqual([mutation.want].flat());
    expect(lines).toEqual([line]);
  });

  it("has no fault to find in the document that the tables change", async () => {
    expect(await check(shop, { house: true })).toEqual([]);
  });

  it("describes every key", () => {
    const bare: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        const place = `${path}/${key}`;
        const isKey = path.endsWith("/properties") && !path.includes("/allOf/");
        if (isKey && !("description" in child) && !("$ref" in child)) bare.push(place);
        walk(child, place);
      }
    };
    walk(format, "");
    expect(bare).toEqual([]);
  });
});
