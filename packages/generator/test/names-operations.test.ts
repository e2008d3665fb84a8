import { describe, expect, it } from "vitest";
import { nameOperation } from "../src/names/operations.ts";
import { dedent, modelOf, under } from "./support/emit.ts";

interface Row {
  readonly given: string;
  readonly operationId?: string;
  readonly tag?: string;
  readonly givesList?: boolean;
  readonly want: string;
}

const rows: [name: string, row: Row][] = [
  [
    "resource.method",
    {
      given: "GET /x",
      operationId: "programs.listAffiliates",
      tag: "Other",
      want: "programs.listAffiliates",
    },
  ],
  [
    "resource/method",
    { given: "GET /x", operationId: "repos/list-for-org", tag: "repos", want: "repos.listForOrg" },
  ],
  ["no id: one thing", { given: "GET /status", givesList: false, want: "status.get" }],
  ["nested resources", { given: "GET /x", operationId: "me.links.list", want: "me.links.list" }],
  [
    "a tag and an id that repeats it",
    { given: "POST /leads/upload", operationId: "uploadLeads", tag: "Leads", want: "leads.upload" },
  ],
  [
    "the noun in the middle",
    {
      given: "GET /w/h",
      operationId: "getWebhookEndpointHealth",
      tag: "Webhooks",
      want: "webhooks.getEndpointHealth",
    },
  ],
  [
    "an id that is only the noun",
    { given: "GET /pets", operationId: "pets", tag: "pets", want: "pets.list" },
  ],
  [
    "the noun at the start",
    { given: "GET /schema/snapshot", operationId: "schemaSnapshot", tag: "Schema", want: "schema.snapshot" },
  ],
  [
    "a noun and no verb",
    { given: "GET /pets/by/{s}", operationId: "petsByStatus", tag: "pets", want: "pets.getBy" },
  ],
  [
    "a noun with a number, as tools give it to the second of a name",
    {
      given: "PUT /parties/{type}/{id}",
      operationId: "PartiesByTypeAndID2",
      tag: "parties",
      want: "parties.replace",
    },
  ],
  [
    "no id: the tag in the middle of the route",
    {
      given: "PUT /shop/admins/authenticate/login",
      tag: "Authenticate",
      want: "authenticate.replaceAdminsLogin",
    },
  ],
  [
    "a noun and the method of HTTP",
    { given: "POST /quotes", operationId: "QuotesPost", tag: "quotes", want: "quotes.create" },
  ],
  ["no id: one of many is made", { given: "POST /users/{id}/posts", want: "users.createPost" }],
  ["no id: something is done", { given: "POST /campaigns/{id}/start", want: "campaigns.start" }],
  ["no tag", { given: "GET /api/v2/pets/{id}", operationId: "getPet", want: "pets.get" }],
  [
    "FastAPI",
    {
      given: "GET /items/{item_id}",
      operationId: "read_item_items__item_id__get",
      tag: "items",
      want: "items.read",
    },
  ],
  [
    "an id that is the route",
    { given: "GET /api/v1/users/{id}", operationId: "get_api_v1_users__id__get", want: "users.get" },
  ],
  [
    "NestJS",
    { given: "GET /users/{id}", operationId: "UsersController_findOne", tag: "users", want: "users.findOne" },
  ],
  ["no id: a collection", { given: "GET /pets", want: "pets.list" }],
  ["no id: one of it", { given: "GET /pets/{id}", want: "pets.get" }],
  ["no id: made", { given: "POST /pets", want: "pets.create" }],
  ["no id: an action", { given: "POST /campaigns/{id}/start", want: "campaigns.start" }],
  ["no id: a part of one", { given: "GET /users/{id}/posts", want: "users.listPosts" }],
  ["no id: one part of one", { given: "DELETE /users/{id}/posts/{post}", want: "users.deletePost" }],
  [
    "a tag in another script",
    { given: "GET /pets", operationId: "list", tag: "ペット", want: "ペット.list" },
  ],
  ["nothing to go by", { given: "GET /", want: "api.list" }],
];

describe("names of operations", () => {
  it.each(rows)("%s", (_name, { given, operationId, tag, givesList, want }) => {
    const [httpMethod = "", path = ""] = given.split(" ");
    const { resource, method } = nameOperation({
      httpMethod,
      path,
      operationId,
      tag,
      ...(givesList === undefined ? {} : { givesList }),
    });
    expect(`${resource}.${method}`).toBe(want);
  });
});

const answer = `responses: { "204": { description: Good. } }`;

const clashes: [name: string, row: { given: readonly string[]; want: readonly string[] }][] = [
  [
    "the same name twice",
    {
      given: ["get: { operationId: a.do, RESPONSES }", "post: { operationId: a.do, RESPONSES }"],
      want: ["a.do", "a.doByPost"],
    },
  ],
  [
    "methods that every object has",
    {
      given: [
        "get: { operationId: a.constructor, RESPONSES }",
        "put: { operationId: a.then, RESPONSES }",
        "post: { operationId: a.toString, RESPONSES }",
      ],
      want: ["a.constructorByGet", "a.thenByPut", "a.toStringByPost"],
    },
  ],
  [
    "reserved words are fine as methods",
    {
      given: ["delete: { operationId: a.delete, RESPONSES }", "post: { operationId: a.import, RESPONSES }"],
      want: ["a.delete", "a.import"],
    },
  ],
  [
    "a method like a resource beside it",
    {
      given: ["get: { operationId: a.b.list, RESPONSES }", "post: { operationId: a.b, RESPONSES }"],
      want: ["a.b.list", "a.bByPost"],
    },
  ],
  [
    "resources like members of the client",
    {
      given: [
        "get: { operationId: get.x, RESPONSES }",
        "put: { operationId: constructor.y, RESPONSES }",
        "post: { operationId: a.then.z, RESPONSES }",
      ],
      want: ["getResource.x", "constructorResource.y", "a.thenResource.z"],
    },
  ],
  [
    "names of the extension",
    {
      given: ["get: { operationId: whatEver, x-trunkline: { resource: things, method: list }, RESPONSES }"],
      want: ["things.list"],
    },
  ],
  [
    "what is skipped",
    {
      given: [
        "get: { operationId: a.b, x-trunkline: { skip: true }, RESPONSES }",
        "post: { operationId: a.c, RESPONSES }",
      ],
      want: ["a.c"],
    },
  ],
];

describe("clashes of methods", () => {
  it.each(clashes)("%s", (_name, { given, want }) => {
    const item = given.map((line) => `    ${line.replace("RESPONSES", answer)}`).join("\n");
    expect(modelOf(`paths:\n  /p:\n${item}`).operations.map(({ id }) => id)).toEqual(want);
  });
});

describe("operations that would have one name", () => {
  const rows: [name: string, paths: string, want: readonly string[]][] = [
    [
      "a list and its item, both called get",
      `
        /bookings: { get: { operationId: get-bookings, tags: [Bookings], ANSWER } }
        /bookings/{id}: { get: { operationId: get-booking, tags: [Bookings], PARAM, ANSWER } }
      `,
      ["bookings.list", "bookings.get"],
    ],
    [
      "all and one: one has the short name",
      `
        /files: { patch: { operationId: updateFiles, tags: [Files], ANSWER } }
        /files/{id}: { patch: { operationId: updateFile, tags: [Files], PARAM, ANSWER } }
      `,
      ["files.updateFiles", "files.update"],
    ],
    [
      "no ids: what they are of",
      `
        /governance/{id}/votes: { get: { PARAM, ANSWER } }
        /governance/votes: { get: { ANSWER } }
      `,
      ["governance.listVotesById", "governance.listVotes"],
    ],
  ];

  it.each(rows)("%s", (_name, paths, want) => {
    const text = dedent(paths)
      .replaceAll("ANSWER", answer)
      .replaceAll("PARAM", "parameters: [{ name: id, in: path, required: true, schema: { type: string } }]");
    expect(modelOf(under("paths", text)).operations.map(({ id }) => id)).toEqual(want);
  });
});
