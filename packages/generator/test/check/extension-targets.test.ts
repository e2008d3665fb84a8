import { describe, expect, it } from "vitest";
import { findingsOf, type Mutation } from "../support/mutations.ts";

const TENANT =
  "{ name: tenant, in: path, required: true, description: A tenant., schema: { type: string }, example: a }";

const table: readonly [string, Mutation][] = [
  [
    "an unknown pagination",
    {
      change: ["pagination: cursor\n", "pagination: cursors\n"],
      want: [
        "warning x-trunkline-unused",
        'error x-trunkline-pagination | did you mean "cursor"?',
        "error x-trunkline-walk",
      ],
    },
  ],
  [
    "a pagination that fits some of its operations only, where it does not fit",
    {
      change: ["x-trunkline: { idempotency: explicit }", "x-trunkline: { pagination: [cursor] }"],
      want: ["error x-trunkline-parameter", "error x-trunkline-parameter", "error x-trunkline-items"],
    },
  ],
  [
    "a pagination that nobody uses",
    {
      change: ["servers:\n", "    spare: { style: page, items: /data, request: { page: page } }\nservers:\n"],
      want: "warning x-trunkline-unused",
    },
  ],
  [
    "a request name that is not a parameter",
    {
      change: ["request: { cursor: cursor, limit: limit }", "request: { cursor: curser, limit: limit }"],
      want: 'error x-trunkline-parameter | did you mean "cursor"?',
    },
  ],
  [
    "a request pointer where there is no body",
    {
      change: ["request: { cursor: cursor, limit: limit }", "request: { cursor: /cursor, limit: limit }"],
      want: "error x-trunkline-pointer",
    },
  ],
  [
    "a response pointer to nothing",
    {
      change: ["next: /meta/next", "next: /meta/nxt"],
      want: 'error x-trunkline-pointer | did you mean "/meta/next"?',
    },
  ],
  [
    "a fault of an inline pagination, in its own line",
    {
      change: [
        "        pagination: cursor\n",
        "        pagination:\n          - style: cursor\n            items: /data\n            request: { cursor: crsr }\n            response: { next: /meta/next }\n          - cursor\n",
      ],
      at: "request: { cursor: crsr }",
      want: ['error x-trunkline-parameter | did you mean "cursor"?', "error x-trunkline-walk"],
    },
  ],
  [
    "items that are not a list",
    {
      change: ["items: /data\n      request", "items: /meta\n      request"],
      want: "error x-trunkline-items",
    },
  ],
  [
    "a walk without pagination",
    { change: ["{ idempotency: explicit }", "{ walk: { method: all } }"], want: "error x-trunkline-walk" },
  ],
  [
    "a walk with a page size beyond the maximum",
    { change: ["listAll, limit: 100", "listAll, limit: 101"], want: "error x-trunkline-walk" },
  ],
  [
    "an envelope that no answer has",
    {
      change: ["    data: /data", "    data: /dta"],
      want: 'error x-trunkline-pointer | did you mean "/data"?',
    },
  ],
  [
    "an answer without the envelope",
    {
      change: ["{ envelope: false, retry: always }", "{ retry: always }"],
      at: "    post:\n      operationId: tokens.create",
      want: "error x-trunkline-envelope | if it is not wrapped, say so on the operation: x-trunkline: { envelope: false }",
    },
  ],
  [
    "one of several places of an envelope that no answer has",
    {
      change: ["    data: /data", "    data: [/data, /dta]"],
      want: 'error x-trunkline-pointer | did you mean "/data"?',
    },
  ],
  [
    "an envelope of one operation that its answer has not",
    {
      change: ["{ envelope: false, retry: always }", "{ envelope: { data: [/tken] }, retry: always }"],
      want: 'error x-trunkline-pointer | did you mean "/token"?',
    },
  ],
  [
    "a name of the page size that is not a parameter",
    {
      change: [
        "request: { cursor: cursor, limit: limit }",
        "request: { cursor: cursor, limit: [limit, lmit] }",
      ],
      want: 'error x-trunkline-parameter | did you mean "limit"?',
    },
  ],
  [
    "a request id that is not there",
    {
      change: ["requestId: /meta/requestId", "requestId: /meta/requestid"],
      want: 'error x-trunkline-pointer | did you mean "/meta/requestId"?',
    },
  ],
  [
    "an error pointer to nothing",
    {
      change: ["code: [/error/code]", "code: [/error/cod]"],
      want: 'error x-trunkline-pointer | did you mean "/error/code"?',
    },
  ],
  [
    "a hint in the body that is not there",
    {
      change: ["body: /error/wait", "body: /error/await"],
      want: 'error x-trunkline-pointer | did you mean "/error/wait"?',
    },
  ],
  [
    "a header that nothing declares",
    {
      change: ["remaining: X-Remaining", "remaining: X-Remainder"],
      want: 'warning x-trunkline-header | did you mean "x-remaining"?',
    },
  ],
  [
    "a group of quotas that the root does not have",
    {
      change: ["{ idempotency: explicit }", "{ idempotency: explicit, quotas: [uploads] }"],
      want: "error x-trunkline-quota | add one to the quotas of the root, or leave it out",
    },
  ],
  [
    "a quota of a scope that is none, and no operation's group",
    {
      change: ["servers:\n", "  quotas: [{ limit: 1, per: day, scope: acount }]\nservers:\n"],
      want: 'error x-trunkline-quota | did you mean "account"?',
    },
  ],
  [
    "a header of a quota that nothing declares",
    {
      change: [
        "servers:\n",
        "  quotas: [{ limit: 1, per: day, scope: key, headers: { remaining: X-Remainder } }]\nservers:\n",
      ],
      want: 'warning x-trunkline-header | did you mean "x-remaining"?',
    },
  ],
  [
    "a class named after the base",
    {
      change: ["ShopDownError", "ShopError"],
      want: "error x-trunkline-class | give the class of this status another name",
    },
  ],
  [
    "a class named after a global",
    { change: ["ShopDownError", "TypeError"], want: "error x-trunkline-class" },
  ],
  [
    "an idempotency header that is not a parameter",
    {
      change: ["header: Idempotency-Key", "header: Idempotence-Key"],
      want: [
        'error x-trunkline-idempotency | did you mean "Idempotency-Key"?',
        "error x-trunkline-idempotency",
      ],
    },
  ],
  [
    "idempotency without header",
    {
      change: ["{ envelope: false, retry: always }", "{ envelope: false, idempotency: auto }"],
      want: "error x-trunkline-idempotency",
    },
  ],
  [
    "two environments of one name",
    {
      change: ["environment: development", "environment: production "],
      at: "production  }",
      want: "error x-trunkline-environment | give each server a name of its own",
    },
  ],
  [
    "an exchange without operation",
    {
      change: ["operation: tokens.create", "operation: tokens.crate"],
      want: 'error x-trunkline-exchange | did you mean "tokens.create"?',
    },
  ],
  [
    "an exchange at an address with parameters",
    {
      change: ["  /token:\n    post:\n", `  "/{tenant}/token":\n    parameters: [${TENANT}]\n    post:\n`],
      at: "operation: tokens.create\n",
      want: "error x-trunkline-exchange | an operation with a path of its own",
    },
  ],
  [
    "an exchange that sends to nowhere",
    { change: ["request: /key", "request: /kee"], want: 'error x-trunkline-pointer | did you mean "/key"?' },
  ],
  [
    "an exchange that reads nothing",
    {
      change: ["expiresIn: /ttl", "expiresIn: /tll"],
      want: 'error x-trunkline-pointer | did you mean "/ttl"?',
    },
  ],
  [
    "an exchange on a scheme of another kind",
    {
      change: ["scheme: bearer", "scheme: basic"],
      at: "        exchange:",
      want: "error x-trunkline-exchange | type: http, scheme: bearer",
    },
  ],
  [
    "an option that exists",
    { change: ["option: apiKey", "option: timeout"], want: "error x-trunkline-option" },
  ],
  [
    "one option for secret and token",
    {
      change: ["option: apiKey", "option: accessToken "],
      at: "option: accessToken \n",
      want: "error x-trunkline-option",
    },
  ],
];

describe("what x-trunkline points at", () => {
  it.each(table)("finds %s", async (_, mutation) => {
    const { findings, lines, line } = await findingsOf(mutation, { house: true });
    expect(findings).toEqual([mutation.want].flat());
    expect(lines).toContain(line);
  });

  it.each<[string, readonly [string, string]]>([
    [
      "in alternatives",
      [
        'schema: { $ref: "#/components/schemas/Wrapped" }',
        'schema: { oneOf: [{ type: "null" }, { $ref: "#/components/schemas/Wrapped" }] }',
      ],
    ],
    [
      "in parts",
      [
        'schema: { $ref: "#/components/schemas/Wrapped" }',
        'schema: { allOf: [{ $ref: "#/components/schemas/Wrapped" }] }',
      ],
    ],
    [
      "where anything may stand",
      [
        '    Meta:\n      description: D.\n      type: object\n      properties:\n        requestId: { type: string, description: D. }\n        next: { type: [string, "null"], description: D. }\n        more: { type: boolean, description: D. }\n',
        "    Meta: { description: D. }\n",
      ],
    ],
    [
      "in open objects with a schema",
      ["        requestId: { type: string, description: D. }\n        next", "        next"],
    ],
    ["a body pointer", ["header: X-Reset", "header: x-reset"]],
  ])("accepts what is there %s", async (name, change) => {
    const { findings } = await findingsOf({ change, want: [] }, {});
    expect(findings).toEqual(
      name.startsWith("in open") ? ['error x-trunkline-pointer | did you mean "/meta/next"?'] : [],
    );
  });
});
