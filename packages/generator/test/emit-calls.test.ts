import { describe } from "vitest";
import { dedent, modelOf, under } from "./support/emit.ts";
import { testEmitted } from "./support/emitted-rows.ts";

interface Row {
  /** The path item's place, and the operation. */
  readonly at?: string;
  readonly given: string;
  /** What else the document holds. */
  readonly rest?: string;
  readonly want: readonly string[];
  readonly not?: readonly string[];
}

const ok = `responses: { "200": { description: Good., content: { application/json: { schema: { type: string } } } } }`;

const named = `requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/CreateThing" } } } }`;

const rows: [name: string, row: Row][] = [
  [
    "no parameters: a params slot all the same",
    {
      given: `operationId: things.list\n${ok}`,
      want: [
        "list(params?: NoParams, options?: RequestOptions): APIPromise<string> {",
        "return this._call(operations.list, params, options);",
        'list: { id: "things.list", method: "GET", path: "/things" }',
      ],
    },
  ],
  [
    "one path parameter is positional",
    {
      at: "paths./things/{thing-id}.get",
      given: `
        operationId: things.get
        parameters: [{ name: thing-id, in: path, required: true, description: ID of the thing, schema: { type: integer }, example: 7 }]
        ${ok}
      `,
      want: [
        "get(thingId: number, params?: NoParams, options?: RequestOptions): APIPromise<string> {",
        "return this._call(operations.get, params, options, thingId);",
        "* @param thingId - ID of the thing.",
        "client.things.get(7);",
      ],
    },
  ],
  [
    "several path parameters are named in params",
    {
      at: "paths./a/{b}/c/{d}.get",
      given: `
        operationId: things.get
        parameters:
          - { name: d, in: path, required: true, schema: { type: string } }
          - { name: b, in: path, required: true, schema: { type: string } }
        ${ok}
      `,
      want: ["get(params: ThingsGetParams, options?: RequestOptions)", "b: string;\n  d: string;"],
      not: ["options, b"],
    },
  ],
  [
    "a path parameter with a reserved name",
    {
      at: "paths./things/{package}.get",
      given: `operationId: things.get\nparameters: [{ name: package, in: path, required: true, schema: { type: string } }]\n${ok}`,
      want: ["get(packageValue: string, params?: NoParams", "options, packageValue);"],
    },
  ],
  [
    "a path parameter that is called like a type of the language",
    {
      at: "paths./things/{type}.get",
      given: `operationId: things.get\nparameters: [{ name: type, in: path, required: true, schema: { type: string } }]\n${ok}`,
      want: ["get(type: string, params?: NoParams", "options, type);"],
    },
  ],
  [
    "query, header and body stand side by side",
    {
      at: "paths./things.post",
      given: `
        operationId: things.create
        parameters:
          - { name: dryRun, in: query, schema: { type: boolean } }
          - { name: X-Trace, in: header, schema: { type: string } }
        requestBody:
          required: true
          content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } }
        ${ok}
      `,
      want: [
        dedent(`
          export interface ThingsCreateParams {
            dryRun?: boolean | undefined;
            name: string;
            "X-Trace"?: string | undefined;
          }
        `),
        'query: ["dryRun"],\n    header: headerParameters("X-Trace"),\n    body: "fields",',
        "create(params: ThingsCreateParams, options?: RequestOptions)",
      ],
      not: ["bodyRequired"],
    },
  ],
  [
    "a required body of optional fields is sent even when none is given",
    {
      at: "paths./things.post",
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
        ${ok}
      `,
      want: ["bodyRequired: true", "create(params?: ThingsCreateParams"],
    },
  ],
  [
    "an optional body with required fields stays whole",
    {
      at: "paths./things.post",
      given: `
        operationId: things.create
        requestBody: { content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }
        ${ok}
      `,
      want: ['body: "body"', "body?: ThingsCreateParamsBody | undefined;"],
    },
  ],
  [
    "JSON under another media type",
    {
      at: "paths./things/{id}.patch",
      given: `
        operationId: things.update
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        requestBody: { required: true, content: { application/merge-patch+json: { schema: { type: object, properties: { a: { type: string } } } } } }
        ${ok}
      `,
      want: ['body: jsonAs("application/merge-patch+json")', "a?: string | undefined;"],
    },
  ],
  [
    "JSON under another media type, as a whole",
    {
      at: "paths./things.post",
      given: `
        operationId: things.create
        requestBody: { required: true, content: { "application/vnd.shop.v1+json; charset=utf-8": { schema: { type: array, items: { type: string } } } } }
        ${ok}
      `,
      want: [
        'body: jsonAs("application/vnd.shop.v1+json; charset=utf-8", { in: "body" })',
        "body: string[];",
      ],
    },
  ],
  [
    "a server of its own, its variables at their defaults",
    {
      at: "paths./things.post",
      given: `
        operationId: things.create
        servers: [{ url: "https://{v}.shop.test/up/", variables: { v: { default: files } } }]
        ${ok}
      `,
      want: ['server: "https://files.shop.test/up"'],
    },
  ],
  [
    "server-sent events of JSON",
    {
      at: "paths./chat.post",
      given: `
        operationId: chat.stream
        responses: { "200": { description: Good., content: { text/event-stream: { schema: { type: object, properties: { text: { type: string } } } } } } }
      `,
      want: [
        'response: eventStream({ data: "json" })',
        "stream(params?: NoParams, options?: RequestOptions): APIPromise<EventStream<ChatStreamEvent>> {",
        "for await (const event of await client.chat.stream()) {",
        "Returns a stream, which can be read once. Leaving the loop ends the connection, and a",
        "export interface ChatStreamEvent {\n  text?: string | undefined;\n}",
      ],
    },
  ],
  [
    "server-sent events of text",
    {
      at: "paths./log.get",
      given: `
        operationId: log.follow
        responses: { "200": { description: Good., content: { text/event-stream: { schema: { type: string } } } } }
      `,
      want: ["response: eventStream()", "APIPromise<AsyncIterable<ServerSentEvent>> {"],
    },
  ],
  [
    "server-sent events that are described with their fields",
    {
      at: "paths./log.get",
      given: `
        operationId: log.follow
        responses: { "200": { description: Good., content: { text/event-stream: { schema: { type: object, properties: { event: { type: string }, data: { type: string } } } } } } }
      `,
      want: ["response: eventStream()", "APIPromise<AsyncIterable<ServerSentEvent>> {"],
    },
  ],
  [
    "server-sent events whose data is described within the event",
    {
      given: `
        operationId: chat.stream
        responses:
          "200":
            description: Good.
            content:
              text/event-stream:
                schema:
                  oneOf:
                    - { type: object, properties: { event: { const: delta }, data: { title: Delta, type: object, required: [text], properties: { text: { type: string } } } } }
                    - { type: object, properties: { event: { const: error }, data: { type: string, contentMediaType: application/json, contentSchema: { title: Fault, type: object, properties: { code: { type: integer } } } } } }
                    - { type: object, properties: { event: { const: usage }, data: { title: Usage, type: object, properties: { tokens: { type: integer } } } } }
                    - { type: object, properties: { data: { const: "[DONE]" } } }
      `,
      want: [
        "APIPromise<EventStream<ChatStreamEventDelta | ChatStreamEventUsage>>",
        'response: eventStream({ data: "json" })',
      ],
    },
  ],
  [
    "server-sent events with another mark of the end",
    {
      given: `
        operationId: chat.stream
        responses:
          "200":
            description: Good.
            content:
              text/event-stream:
                schema:
                  oneOf:
                    - { type: object, properties: { data: { title: Delta, type: object, properties: { text: { type: string } } } } }
                    - { type: object, properties: { data: { type: string, enum: ["[END]"] } } }
      `,
      want: [
        "APIPromise<EventStream<ChatStreamEventDelta>>",
        'eventStream({ data: "json", end: ["[END]"] })',
      ],
    },
  ],
  [
    "server-sent events of values that may have an error",
    {
      given: `
        operationId: chat.stream
        responses: { "200": { description: Good., content: { text/event-stream: { schema: { type: object, properties: { id: { type: string }, error: { type: string } } } } } } }
      `,
      want: ['eventStream({ data: "json", error: false })'],
    },
  ],
  [
    "lines of JSON of which some are errors",
    {
      given: `
        operationId: rows.export
        responses: { "200": { description: Good., content: { application/x-ndjson: { schema: { oneOf: [{ title: Row, type: object, properties: { id: { type: string } } }, { title: Fault, type: object, required: [error], properties: { error: { type: string } } }] } } } } }
      `,
      want: ['jsonLines("application/x-ndjson", { error: "/error" })'],
    },
  ],
  [
    "lines of JSON with an error of their own",
    {
      given: `
        operationId: rows.export
        responses: { "200": { description: Good., content: { application/x-ndjson: { schema: { type: object, properties: { id: { type: string }, error: { type: string } } } } } } }
      `,
      want: ['response: jsonLines("application/x-ndjson")'],
    },
  ],
  [
    "what the document says of its stream",
    {
      given: `
        operationId: chat.stream
        x-trunkline: { stream: { errors: [failed], error: /fault, heartbeats: [], end: [bye] } }
        responses: { "200": { description: Good., content: { text/event-stream: {} } } }
      `,
      want: [
        'errors: ["failed"],\n      error: "/fault",\n      heartbeats: [],\n      end: ["bye"],',
        "APIPromise<EventStream<unknown>>",
      ],
    },
  ],
  [
    "lines of JSON, described as a list",
    {
      at: "paths./rows.get",
      given: `
        operationId: rows.export
        responses: { "200": { description: Good., content: { application/x-ndjson: { schema: { type: array, items: { type: number } } } } } }
      `,
      want: ['response: jsonLines("application/x-ndjson")', "APIPromise<AsyncIterable<number>> {"],
    },
  ],
  [
    "a JSON sequence without a schema",
    {
      at: "paths./rows.get",
      given: `
        operationId: rows.export
        responses: { "200": { description: Good., content: { application/json-seq: {} } } }
      `,
      want: ['response: jsonLines("application/json-seq")', "APIPromise<AsyncIterable<unknown>> {"],
    },
  ],
  [
    "an array as a body stands under body",
    {
      at: "paths./things.post",
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/json: { schema: { type: array, items: { type: string } } } } }
        ${ok}
      `,
      want: ['body: "body"', "body: string[];"],
    },
  ],
  [
    "of two groups that share a name the later one is nested",
    {
      at: "paths./things.post",
      given: `
        operationId: things.create
        parameters: [{ name: name, in: query, schema: { type: string } }]
        requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
        ${ok}
      `,
      want: ['nested: { body: "body" }', "name?: string | undefined;\n  body: ThingsCreateParamsBody;"],
    },
  ],
  [
    "an object in a path has a style, the default one too",
    {
      at: "paths./things/{id}.get",
      given: `
        operationId: things.get
        parameters:
          - { name: id, in: path, required: true, schema: { type: object, properties: { a: { type: string } } } }
        ${ok}
      `,
      want: ['pathStyles: { id: pathParameter({ style: "simple" }) }'],
    },
  ],
  [
    "styles that differ from the default",
    {
      at: "paths./things/{id}.get",
      given: `
        operationId: things.get
        parameters:
          - { name: id, in: path, required: true, style: label, schema: { type: string } }
          - { name: plain, in: query, style: form, explode: true, schema: { type: array, items: { type: string } } }
          - { name: comma, in: query, explode: false, schema: { type: array, items: { type: string } } }
          - { name: deep, in: query, style: deepObject, explode: true, schema: { type: object } }
          - { name: raw, in: query, allowReserved: true, schema: { type: string } }
          - { name: json, in: query, content: { application/json: { schema: { type: object } } } }
        ${ok}
      `,
      want: [
        'pathStyles: { id: pathParameter({ style: "label" }) }',
        dedent(`
          query: [
                "plain",
                queryParameter({ name: "comma", explode: false }),
                queryParameter({ name: "deep", style: "deepObject" }),
                queryParameter({ name: "raw", allowReserved: true }),
                queryParameter({ name: "json", content: "application/json" }),
              ],
        `),
      ],
    },
  ],
  [
    "headers that belong to the protocol are not parameters",
    {
      given: `
        operationId: things.list
        parameters: [{ name: Accept, in: header, schema: { type: string } }, { name: Authorization, in: header, schema: { type: string } }]
        ${ok}
      `,
      want: ["params?: NoParams"],
    },
  ],
  [
    "the idempotency header is an option",
    {
      at: "paths./things.post",
      rest: "x-trunkline: { version: 1, idempotency: { header: Idempotency-Key, keys: explicit } }",
      given: `operationId: things.create\nparameters: [{ name: idempotency-key, in: header, schema: { type: string } }]\n${ok}`,
      want: [
        "keyed: true",
        "params?: NoParams, options?: IdempotentRequestOptions",
        "only with an `options.idempotencyKey`",
      ],
    },
  ],
  [
    "a body that the document names keeps its name",
    {
      at: "paths./things.post",
      given: `operationId: things.create\n${named}\n${ok}`,
      rest: "components: { schemas: { CreateThing: { type: object, required: [a], properties: { a: { type: string } } } } }",
      want: [
        "export interface CreateThing {\n  a: string;\n}",
        "export interface ThingsCreateParams extends CreateThing {}",
        "type CreateThing,",
      ],
    },
  ],
  [
    "a named body beside parameters",
    {
      at: "paths./things.post",
      given: `operationId: things.create\nparameters: [{ name: dry, in: query, schema: { type: boolean } }]\n${named}\n${ok}`,
      rest: "components: { schemas: { CreateThing: { type: object, properties: { a: { type: string } }, additionalProperties: true } } }",
      want: [
        "export interface CreateThing {\n  a?: string | undefined;\n  [key: string]: unknown;\n}",
        "export interface ThingsCreateParams extends CreateThing {\n  dry?: boolean | undefined;\n}",
      ],
    },
  ],
  [
    "a named body that answers have otherwise",
    {
      at: "paths./things.post",
      given: `operationId: things.create\n${named}\nresponses: { "200": { description: Good., content: { application/json: { schema: { $ref: "#/components/schemas/CreateThing" } } } } }`,
      rest: "components: { schemas: { CreateThing: { type: object, properties: { a: { type: string }, id: { type: string, readOnly: true } } } } }",
      want: ["ThingsCreateParams extends CreateThingInput {}", "APIPromise<CreateThing>"],
    },
  ],
  [
    "a named body whose name a parameter takes",
    {
      at: "paths./things.post",
      given: `operationId: things.create\nparameters: [{ name: a, in: query, schema: { type: string } }]\n${named}\n${ok}`,
      rest: "components: { schemas: { CreateThing: { type: object, properties: { a: { type: string } } } } }",
      want: ["export interface ThingsCreateParams {\n  a?: string | undefined;\n  body: CreateThing;\n}"],
    },
  ],
  [
    "a body that is made of a named one has no name",
    {
      at: "paths./things.post",
      given: `operationId: things.create\n${named.replace("{ $ref", "{ required: [a], $ref")}\n${ok}`,
      rest: "components: { schemas: { CreateThing: { type: object, properties: { a: { type: string } } } } }",
      want: ["export interface ThingsCreateParams {\n  a: string;\n}"],
      not: ["CreateThing"],
    },
  ],
  [
    "a named body under another name, and in another form",
    {
      at: "paths./things.post",
      given: `operationId: things.create\n${named.replace("application/json", "application/x-www-form-urlencoded")}\n${ok}`,
      rest: `
        components:
          schemas:
            CreateThing: { $ref: "#/components/schemas/NewThing" }
            NewThing: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { b: { type: string } } }] }
            Base: { type: object, properties: { a: { type: string } } }
      `,
      want: [
        "export type CreateThing = NewThing;",
        "export interface NewThing extends Base {\n  b?: string | undefined;\n}",
        "export interface ThingsCreateParams extends CreateThing {}",
      ],
    },
  ],
  [
    "multipart with files",
    {
      at: "paths./things.post",
      given: `
        operationId: things.upload
        requestBody:
          required: true
          content:
            multipart/form-data:
              schema: { type: object, required: [file], properties: { file: { type: string, format: binary }, meta: { type: object } } }
              encoding: { meta: { contentType: application/json } }
        ${ok}
      `,
      want: [
        'body: multipart({ types: { meta: "application/json" }, files: ["file"] })',
        "file: Uploadable;",
        'client.things.upload({ file: await openAsBlob("file") });',
        "type Uploadable,",
      ],
    },
  ],
  [
    "a form",
    {
      at: "paths./things.post",
      given: `
        operationId: things.login
        requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, required: [user], properties: { user: { type: string } } } } } }
        ${ok}
      `,
      want: ["body: formUrlEncoded()", "user: string;"],
    },
  ],
  [
    "a form whose fields have styles, and a cookie",
    {
      at: "paths./things.post",
      given: `
        operationId: things.search
        parameters: [{ name: session, in: cookie, schema: { type: string } }]
        requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { ids: { type: array, items: { type: string } } } }, encoding: { ids: { explode: false } } } } }
        ${ok}
      `,
      want: [
        'cookie: cookieParameters("session")',
        'body: formUrlEncoded({ fields: [queryParameter({ name: "ids", explode: false })] })',
      ],
    },
  ],
  [
    "a form whose list is required, and one that is not",
    {
      at: "paths./things.post",
      given: `
        operationId: things.search
        requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, required: [ids, name], properties: { ids: { type: array, items: { type: string } }, tags: { type: array, items: { type: string } }, name: { type: string } } } } } }
        ${ok}
      `,
      want: ['body: formUrlEncoded({ required: ["ids"] })'],
    },
  ],
  [
    "lists in every place, by their styles",
    {
      at: "paths./things.post",
      given: `
        operationId: things.search
        parameters:
          - { name: plain, in: query, schema: &list { type: array, items: { type: string } } }
          - { name: needed, in: query, required: true, schema: { anyOf: [{ type: string }, *list] } }
          - { name: text, in: query, required: true, schema: { type: string } }
          - { name: pipes, in: query, style: pipeDelimited, explode: true, schema: *list }
          - { name: spaces, in: query, style: spaceDelimited, explode: true, schema: *list }
          - { name: joined, in: query, style: pipeDelimited, explode: false, schema: *list }
          - { name: X-Ids, in: header, required: true, schema: *list }
          - { name: usual, in: cookie, schema: *list }
          - { name: one, in: cookie, explode: false, required: true, schema: *list }
        ${ok}
      `,
      want: [
        '"plain",',
        'queryParameter({ name: "needed", required: true }),',
        '"text",',
        'queryParameter({ name: "pipes", style: "pipeDelimited", explode: true }),',
        'queryParameter({ name: "spaces", style: "spaceDelimited", explode: true }),',
        'queryParameter({ name: "joined", style: "pipeDelimited" }),',
        'header: headerParameters({ name: "X-Ids", required: true })',
        'cookie: cookieParameters({ name: "usual", explode: true }, { name: "one", required: true })',
      ],
    },
  ],
  [
    "a form of parts, of which some are files",
    {
      at: "paths./things.post",
      given: `
        operationId: things.upload
        requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, required: [file], properties: { file: { type: string, format: binary }, images: { type: array, items: { type: string, contentMediaType: image/png } }, note: { type: string } } } } } }
        ${ok}
      `,
      want: ['body: multipart({ files: ["file", "images"] })'],
    },
  ],
  [
    "bytes",
    {
      at: "paths./things.post",
      given: `
        operationId: things.upload
        requestBody: { required: true, content: { audio/wav: { schema: { type: string, format: binary } } } }
        responses: { "200": { description: Good., content: { audio/mpeg: { schema: { type: string, format: binary } } } } }
      `,
      want: [
        'body: binary("audio/wav")',
        "body: Uploadable;",
        'response: "binary"',
        'accept: "audio/mpeg"',
        "APIPromise<Response>",
      ],
    },
  ],
  [
    "text",
    {
      given: `operationId: things.export\nresponses: { "200": { description: Good., content: { text/csv: { schema: { type: string } } } } }`,
      want: ['response: "text"', 'accept: "text/csv"', "APIPromise<string>"],
    },
  ],
  [
    "no content",
    {
      given: `operationId: things.delete\nresponses: { "204": { description: Gone. } }`,
      want: ['response: "none"', "APIPromise<void>", "await client.things.delete();"],
    },
  ],
  [
    "several successes are a union",
    {
      given: `
        operationId: things.get
        responses:
          "200": { description: Good., content: { application/json: { schema: { type: string } } } }
          "201": { description: Good., content: { application/json: { schema: { type: number } } } }
          "204": { description: Nothing. }
      `,
      want: ["APIPromise<string | number | undefined>"],
    },
  ],
  [
    "what a method gives is inside the envelope",
    {
      rest: "x-trunkline: { version: 1, envelope: { data: /data } }",
      given: `
        operationId: things.get
        responses: { "200": { description: Good., content: { application/json: { schema: { type: object, required: [data], properties: { data: { type: integer } } } } } } }
      `,
      want: ["APIPromise<number>", 'envelope: { data: "/data" }'],
      not: ["data: false"],
    },
  ],
  [
    "what a method gives is at the first of several places that an answer has",
    {
      rest: "x-trunkline: { version: 1, envelope: { data: [/data, ''] } }",
      given: `
        operationId: things.get
        responses: { "200": { description: Good., content: { application/json: { schema: { anyOf: [{ type: object, required: [success, data], properties: { success: { type: boolean }, data: { type: integer } } }, { type: object, required: [id], properties: { id: { type: string } } }] } } } } }
      `,
      want: ["APIPromise<number | ThingsGetResponse>", 'envelope: { data: ["/data", ""] }', "id: string;"],
      not: ["data: false", "  success: boolean;"],
    },
  ],
  [
    "one operation has an envelope of its own",
    {
      given: `
        operationId: things.get
        x-trunkline: { envelope: { data: [/data, ""] } }
        responses: { "200": { description: Good., content: { application/json: { schema: { anyOf: [{ type: object, required: [data], properties: { data: { type: integer } } }, { type: integer }] } } } } }
      `,
      want: ["APIPromise<number>", 'data: ["/data", ""]'],
      not: ["envelope:"],
    },
  ],
  [
    "one operation has its value elsewhere",
    {
      rest: "x-trunkline: { version: 1, envelope: { data: /data } }",
      given: `
        operationId: things.get
        x-trunkline: { envelope: { data: /result } }
        responses: { "200": { description: Good., content: { application/json: { schema: { type: object, required: [result], properties: { result: { type: integer } } } } } } }
      `,
      want: ["APIPromise<number>", 'data: "/result"'],
    },
  ],
  [
    "an answer that has the envelope only sometimes is given whole",
    {
      rest: "x-trunkline: { version: 1, envelope: { data: /data } }",
      given: `
        operationId: things.get
        responses: { "200": { description: Good., content: { application/json: { schema: { anyOf: [{ type: object, required: [data], properties: { data: { type: integer } } }, { type: string }] } } } } }
      `,
      want: ["data: false", "data: number;"],
    },
  ],
  [
    "an answer without the envelope is given whole",
    {
      rest: "x-trunkline: { version: 1, envelope: { data: /data } }",
      given: `operationId: things.get\n${ok}`,
      want: ["data: false", "APIPromise<string>"],
    },
  ],
  [
    "security and retry of one operation",
    {
      rest: `
        security: [{ Key: [] }]
        components: { securitySchemes: { Key: { type: apiKey, in: header, name: X-Key } } }
      `,
      given: `operationId: things.get\nsecurity: []\nx-trunkline: { retry: never }\n${ok}`,
      want: ["security: [],", 'retry: "never"', "Never sent again once it may have arrived."],
    },
  ],
  [
    "docs tell route, scope and errors",
    {
      rest: `
        x-trunkline: { version: 1, errors: { classes: { "403": ForbiddenError } } }
        security: [{ Key: [] }]
        components: { securitySchemes: { Key: { type: apiKey, in: header, name: X-Key } } }
      `,
      given: `
        operationId: things.get
        summary: Get a thing
        description: Returns it. Whatever it is.
        security: [{ Key: ["things:read"] }]
        responses:
          "200": { description: Good., content: { application/json: { schema: { type: string } } } }
          "401": { description: No key. Or a bad one. }
          "403": { description: Not allowed }
          "500": { description: It failed. }
          "502": { description: It is gone. }
      `,
      want: [
        dedent(`
          /**
             * Get a thing.
             *
             * Returns it. Whatever it is.
             *
             * \`GET /things\`, scope \`things:read\`
             *
             * @throws {AuthenticationError} 401: No key.
             * @throws {ForbiddenError} 403: Not allowed.
             * @throws {InternalServerError} 500: It failed. 502: It is gone.
             * @example
             * \`\`\`ts
             * const result = await client.things.get();
             * \`\`\`
             */
        `),
      ],
    },
  ],
  [
    "a description that begins with another word for the same stands alone",
    {
      given: `operationId: things.get\nsummary: Get a thing\ndescription: Returns a thing and its parts.\n${ok}`,
      want: ["/**\n   * Returns a thing and its parts.\n   *\n   * `GET /things`"],
      not: ["Get a thing."],
    },
  ],
  [
    "a description that says something else of the same thing stands after its summary",
    {
      given: `operationId: things.get\nsummary: Delete a thing\ndescription: A thing that is used cannot be deleted.\n${ok}`,
      want: ["/**\n   * Delete a thing.\n   *\n   * A thing that is used cannot be deleted."],
    },
  ],
  [
    "a description that begins as the summary stands alone",
    {
      given: `operationId: things.list\nsummary: List things\ndescription: Lists the things of the account.\n${ok}`,
      want: ["/**\n   * Lists the things of the account.\n   *\n   * `GET /things`"],
    },
  ],
  [
    "deprecated, with the sentence that names the replacement",
    {
      given: `operationId: things.old\ndeprecated: true\ndescription: Is old. Use \`things.new\` instead. It is better.\n${ok}`,
      want: ["* @deprecated Use `things.new` instead."],
    },
  ],
];

describe("emitted calls", () => {
  const models = new Map(
    rows.map(([name, { at = "paths./things.get", given, rest = "" }]) => [
      name,
      modelOf(`${under(at, given)}\n${dedent(rest)}`),
    ]),
  );
  testEmitted(models, rows);
});
