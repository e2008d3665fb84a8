import { describe, expect, it } from "vitest";
import { yaml } from "../support/documents.ts";
import { check, findingsOf, type Mutation } from "../support/mutations.ts";

const words: readonly [string, Mutation][] = [
  [
    "an operation",
    { change: ["      description: One of them.\n", ""], at: "    post:", want: "error house-words" },
  ],
  [
    "a parameter",
    {
      change: ["          description: How many.\n", ""],
      at: "        - name: limit",
      want: "error house-words",
    },
  ],
  [
    "a schema",
    { change: ["    Thing:\n      description: D.\n", "    Thing:\n"], want: "error house-words" },
  ],
  [
    "a property",
    {
      change: ["code: { type: string, description: D. }", "code: { type: string }"],
      want: "error house-words",
    },
  ],
  [
    "an answer",
    {
      change: ["description: Nothing there.", 'description: ""'],
      at: '    Fault:\n      description: ""',
      want: "error house-words",
    },
  ],
  [
    "a server",
    {
      change: ["    description: Development.\n", ""],
      at: "  - url: https://dev.shop.test",
      want: "error house-words",
    },
  ],
];

const table: readonly [string, Mutation][] = [
  [
    "an operation without id",
    {
      change: ["      operationId: things.create\n", ""],
      at: "    post:",
      want: "error operation-id-missing | operationId: resource.method",
    },
  ],
  [
    "an id twice",
    {
      change: ["operationId: things.create", "operationId: things.list"],
      at: "operationId: things.list\n      tags: [Things]\n      summary: Create",
      want: "error operation-id-duplicate | give each operation an id of its own",
    },
  ],
  [
    "an id of another form",
    { change: ["operationId: things.create", "operationId: create_thing"], want: "error house-operation-id" },
  ],
  [
    "no answer of success",
    {
      change: ['"201":', '"404":'],
      at: '      responses:\n        "404":',
      want: 'warning no-success | add a "2XX" status',
    },
  ],
  [
    "a path parameter that is not declared",
    {
      change: ["  /token:", "  /token/{id}:"],
      at: "    post:\n      operationId: tokens",
      want: [
        "error path-parameter-missing | add { name: id, in: path, required: true, schema: { type: string } }",
        // Tokens are got there.
        "error x-trunkline-exchange | an operation with a path of its own",
      ],
    },
  ],
  [
    "a parameter that the path has not",
    {
      change: ["in: header\n", "in: path\n          required: true\n"],
      at: "- name: Idempotency-Key",
      want: [
        "error x-trunkline-idempotency",
        "error x-trunkline-idempotency",
        "error path-parameter-unknown",
      ],
    },
  ],
  [
    "a place that no parameter can be in",
    {
      change: ["in: header\n", "in: headers\n"],
      want: [
        "error x-trunkline-idempotency",
        "error x-trunkline-idempotency",
        'error parameter-in | did you mean "header"?',
      ],
    },
  ],
  [
    "a parameter twice",
    {
      change: ["        - name: limit\n", "        - name: cursor\n"],
      at: "        - name: cursor\n          in: query\n          description: How",
      want: ["error parameter-duplicate", "error house-example-pages"],
    },
  ],
  [
    "an undeclared tag",
    {
      change: ["tags: [Things]\n      summary: Create", "tags: [Thing]\n      summary: Create"],
      want: 'error tag-undeclared | did you mean "Things"?',
    },
  ],
  [
    "two tags",
    {
      change: ["tags: [Things]\n      summary: Create", "tags: [Things, Things]\n      summary: Create"],
      at: "    post:",
      want: "error house-tag",
    },
  ],
  [
    "a summary that is a sentence",
    { change: ["summary: Create a thing", "summary: Create a thing."], want: "error house-words" },
  ],
];

describe("operations", () => {
  it.each(table)("finds %s", async (name, mutation) => {
    const { findings, lines, line } = await findingsOf(mutation, { house: true });
    if (name === "a parameter twice") expect(findings).toContain("error parameter-duplicate");
    else expect(findings).toEqual([mutation.want].flat());
    expect(lines).toContain(line);
  });

  it.each(words)("finds %s without words", async (_, mutation) => {
    const { findings, lines, line } = await findingsOf(mutation, { house: true });
    expect(findings).toEqual([mutation.want]);
    expect(lines).toEqual([line]);
  });

  it("asks less of documents of others", async () => {
    const text = yaml(
      "tags: [{ name: known }]\npaths:\n  /a:\n    get:\n      tags: [unknown]\n      responses:\n        default: { description: d }\n",
    );
    const codes = (await check(text)).map(({ severity, code }) => `${severity} ${code}`);
    expect(codes).toEqual(["warning operation-id-missing", "warning tag-undeclared"]);
  });
});
