import { beforeAll, describe, expect, it } from "vitest";
import { dedent, emitAll, modelOf, under } from "./support/emit.ts";
import { typeCheck } from "./support/type-check.ts";

interface Row {
  readonly given: string;
  readonly want: readonly string[];
  readonly not?: readonly string[];
  /** Codes of what is said about it. */
  readonly said?: readonly string[];
}

const name = "{ type: object, required: [name], properties: { name: { type: string } } }";
const file = "{ type: object, properties: { file: { type: string, format: binary } } }";
const done = `responses: { "204": { description: Done. } }`;

const rows: [name: string, row: Row][] = [
  [
    "one schema in several forms is sent in the best one",
    {
      given: `
        operationId: things.create
        requestBody: { content: { application/x-www-form-urlencoded: { schema: ${name} }, application/xml: { schema: ${name} }, application/json: { schema: ${name} } } }
        ${done}
      `,
      want: [
        "create(params?: ThingsCreateParams,",
        'body: "body"',
        "body?: ThingsCreateParamsBody | undefined;",
      ],
      not: ["createAs"],
      said: ["one-media-type"],
    },
  ],
  [
    "one schema with a file, as JSON or as a form: by what is given",
    {
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/json: { schema: ${file} }, multipart/form-data: { schema: ${file} } } }
        ${done}
      `,
      want: [
        "body: jsonOrForm()",
        "file?: Uploadable | string | undefined;",
        "Sent as JSON, or as `multipart/form-data` where a file is given.",
      ],
      not: ["createAs"],
    },
  ],
  [
    "schemas of their own: the caller chooses by method",
    {
      given: `
        operationId: things.create
        requestBody:
          required: true
          content:
            application/json: { schema: ${name} }
            multipart/form-data: { schema: ${file} }
            application/octet-stream: {}
        ${done}
      `,
      want: [
        "create(params: ThingsCreateParams, options?: RequestOptions): APIPromise<void> {",
        "createAsMultipart(params?: ThingsCreateAsMultipartParams, options?: RequestOptions)",
        "createAsBinary(params: ThingsCreateAsBinaryParams, options?: RequestOptions)",
        'createAsMultipart: {\n    id: "things.createAsMultipart",',
        "Sent as `multipart/form-data`.",
        'body: binary("application/octet-stream")',
      ],
      said: ["media-type-method", "media-type-method"],
    },
  ],
  [
    "two kinds of patch",
    {
      given: `
        operationId: things.update
        requestBody:
          required: true
          content:
            application/merge-patch+json: { schema: ${name} }
            application/json-patch+json: { schema: { type: array, items: { type: object, properties: { op: { type: string } } } } }
        ${done}
      `,
      want: [
        'body: jsonAs("application/merge-patch+json")',
        "updateAsJsonPatch(params: ThingsUpdateAsJsonPatchParams",
        'body: jsonAs("application/json-patch+json", { in: "body" })',
      ],
    },
  ],
  [
    "content that differs by its label only",
    {
      given: `
        operationId: things.upload
        requestBody: { required: true, content: { image/png: {}, image/jpeg: {} } }
        ${done}
      `,
      want: ['body: binary("image/png")'],
      not: ["uploadAs"],
      said: ["one-media-type"],
    },
  ],
  [
    "several parts that are not a form",
    {
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/json: { schema: ${name} }, multipart/mixed: { schema: ${file} } } }
        ${done}
      `,
      want: ['body: "fields"'],
      not: ["createAs"],
      said: ["multipart-kind"],
    },
  ],
  [
    "CSV beside JSON",
    {
      given: `
        operationId: things.export
        responses: { "200": { description: Good., content: { application/json: { schema: { type: array, items: ${name} } }, text/csv: { schema: { type: string } }, application/pdf: {} } } }
      `,
      want: [
        "exportAsCsv(params?: NoParams, options?: RequestOptions): APIPromise<string> {",
        'accept: "text/csv"',
        "exportAsPdf(params?: NoParams, options?: RequestOptions): APIPromise<Response> {",
        "Answered as `text/csv`.",
      ],
      said: ["media-type-method", "media-type-method"],
    },
  ],
  [
    "XML of the same schema beside JSON is another spelling",
    {
      given: `
        operationId: things.export
        responses: { "200": { description: Good., content: { application/json: { schema: ${name} }, application/xml: { schema: ${name} }, text/plain: { schema: ${name} } } } }
      `,
      want: ["export(params?: NoParams, options?: RequestOptions): APIPromise<ThingsExportResponse> {"],
      not: ["exportAs"],
    },
  ],
  [
    "what comes with another status cannot be asked for",
    {
      given: `
        operationId: things.export
        responses: { "200": { description: Good., content: { application/json: { schema: ${name} } } }, "202": { description: Later., content: { text/csv: {} } } }
      `,
      want: ["APIPromise<ThingsExportResponse>"],
      not: ["exportAs"],
      said: ["answer-left-out"],
    },
  ],
  [
    "a stream beside JSON, asked for by a switch",
    {
      given: `
        operationId: completions.create
        requestBody: { required: true, content: { application/json: { schema: { type: object, required: [prompt], properties: { prompt: { type: string }, stream: { type: [boolean, "null"], default: false } } } } } }
        responses: { "200": { description: Good., content: { application/json: { schema: ${name} }, text/event-stream: { schema: { type: object, properties: { delta: { type: string } } } } } } }
      `,
      want: [
        "create(params: CompletionsCreateParams, options?: RequestOptions): APIPromise<CompletionsCreateResponse> {",
        "stream?: false | null | undefined;",
        "): APIPromise<EventStream<CompletionsCreateAsStreamEvent>> {",
        "return this._call(operations.createAsStream, { ...params, stream: true }, options);",
        'response: eventStream({ data: "json" })',
      ],
      said: ["media-type-method"],
    },
  ],
  [
    "a stream beside JSON, asked for by a switch in the query",
    {
      given: `
        operationId: events.list
        parameters: [{ name: after, in: query, schema: { type: string } }, { name: stream, in: query, required: true, schema: { type: boolean } }]
        requestBody: { content: { application/json: { schema: { type: object, properties: { prompt: { type: string } } } } } }
        responses: { "200": { description: Good., content: { application/json: { schema: ${name} }, text/event-stream: { schema: ${name} } } } }
      `,
      want: [
        "stream: false;",
        "return this._call(operations.listAsStream, { ...params, stream: true }, options);",
      ],
      said: ["media-type-method"],
    },
  ],
  [
    "a switch in the query that is no yes or no",
    {
      given: `
        operationId: events.list
        parameters: [{ name: stream, in: query, schema: { type: string } }]
        responses: { "200": { description: Good., content: { application/json: { schema: ${name} }, text/event-stream: { schema: ${name} } } } }
      `,
      want: ["return this._call(operations.listAsStream, params, options);"],
      said: ["media-type-method"],
    },
  ],
  [
    "a stream beside JSON without a switch",
    {
      given: `
        operationId: logs.read
        responses: { "200": { description: Good., content: { application/json: { schema: ${name} }, application/x-ndjson: { schema: { type: object, properties: { line: { type: string } } } } } } }
      `,
      want: [
        "readAsNdjson(\n    params?: NoParams,\n    options?: RequestOptions,\n  ): APIPromise<AsyncIterable<LogsReadAsNdjsonEvent>> {",
        "return this._call(operations.readAsNdjson, params, options);",
      ],
    },
  ],
  [
    "without JSON, what the document names first",
    {
      given: `
        operationId: audio.speak
        responses: { "200": { description: Good., content: { application/octet-stream: {}, text/event-stream: { schema: { type: object, properties: { audio: { type: string } } } } } } }
      `,
      want: ["speak(params?: NoParams, options?: RequestOptions): APIPromise<Response> {", "speakAsStream("],
    },
  ],
  [
    "a vendor's media type with fields is JSON",
    {
      given: `
        operationId: things.get
        responses: { "200": { description: Good., content: { application/vnd.acme.thing: { schema: ${name} } } } }
      `,
      want: ["APIPromise<ThingsGetResponse>", 'accept: "application/vnd.acme.thing"'],
    },
  ],
  [
    "changes of one schema that mean different things (Kubernetes)",
    {
      given: `
        operationId: things.update
        requestBody:
          required: true
          content:
            application/json-patch+json: { schema: { type: object } }
            application/merge-patch+json: { schema: { type: object } }
            application/strategic-merge-patch+json: { schema: { type: object } }
            application/apply-patch+yaml: { schema: { type: object } }
        ${done}
      `,
      want: [
        'body: jsonAs("application/merge-patch+json"',
        'body: jsonAs("application/json-patch+json"',
        'body: jsonAs("application/strategic-merge-patch+json"',
        "updateAsJsonPatch(params: ThingsUpdateAsJsonPatchParams",
        "updateAsStrategicMergePatch(",
        "updateAsApplyPatch(",
      ],
    },
  ],
  [
    "a change beside the thing itself",
    {
      given: `
        operationId: things.update
        requestBody: { required: true, content: { application/json: { schema: ${name} }, application/merge-patch+json: { schema: ${name} }, application/json-patch+json: {} } }
        ${done}
      `,
      want: [
        "updateAsMergePatch(params: ThingsUpdateAsMergePatchParams",
        "updateAsJsonPatch(params: ThingsUpdateAsJsonPatchParams",
        'body: "fields"',
      ],
    },
  ],
  [
    "two types of a vendor's with one schema",
    {
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/vnd.acme.draft+json: { schema: ${name} }, application/vnd.acme.final+json: { schema: ${name} } } }
        ${done}
      `,
      want: [
        'jsonAs("application/vnd.acme.draft+json")',
        'jsonAs("application/vnd.acme.final+json")',
        "createAsAcmeFinal(",
      ],
    },
  ],
  [
    "two versions of one type",
    {
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/json;version=1: { schema: ${name} }, application/json;version=2: { schema: ${name} } } }
        ${done}
      `,
      want: [
        'jsonAs("application/json;version=1")',
        'jsonAs("application/json;version=2")',
        "createAsJsonVersion2(",
      ],
    },
  ],
  [
    "spellings of JSON, a vendor's among them, are one",
    {
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/json: { schema: ${name} }, text/json: { schema: ${name} }, application/*+json: { schema: ${name} }, application/vnd.api+json: { schema: ${name} }, application/json; charset=utf-8: { schema: ${name} } } }
        ${done}
      `,
      want: ['body: "fields"'],
      not: ["createAs"],
    },
  ],
  [
    "CSV is not a spelling of JSON, whatever the schema",
    {
      given: `
        operationId: things.export
        responses: { "200": { description: Good., content: { application/json: { schema: { type: string } }, text/plain: { schema: { type: string } }, text/csv: { schema: { type: string } }, text/html: { schema: { type: string } } } } }
      `,
      want: ["export(params?: NoParams", "exportAsCsv(params?: NoParams", "exportAsHtml(params?: NoParams"],
      not: ["exportAsText"],
    },
  ],
  [
    "a standard's own type beside JSON, of another schema",
    {
      given: `
        operationId: things.get
        responses: { "200": { description: Good., content: { application/hal+json: { schema: { type: object, properties: { _links: { type: object } } } }, application/json: { schema: ${name} } } }, "201": { description: Made., content: { application/problem+json: { schema: { type: object, properties: { title: { type: string } } } } } } }
      `,
      want: [
        "APIPromise<ThingsGetResponse | ThingsGetResponseModel>",
        "getAsHal(params?: NoParams",
        'accept: "application/hal+json"',
      ],
    },
  ],
  [
    "anything at all is JSON where its schema says fields",
    {
      given: `
        operationId: things.create
        requestBody: { required: true, content: { "*/*": { schema: ${name} } } }
        ${done}
      `,
      want: ["create(params: ThingsCreateParams", 'body: "fields"', "name: string;"],
    },
  ],
  [
    "any application is JSON where a ref leads to fields or a list",
    {
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/*: { schema: { $ref: "#/components/schemas/Names" } } } }
        responses: { "200": { description: Good., content: { application/*: { schema: { $ref: "#/components/schemas/Names" } } } } }
      `,
      want: ['body: "body"', "body: Names;", "APIPromise<Names>"],
      not: ["accept:"],
    },
  ],
  [
    "a vendor's own type is JSON where its schema says fields, in requests too",
    {
      given: `
        operationId: things.create
        requestBody: { required: true, content: { application/vnd.acme.thing: { schema: ${name} } } }
        ${done}
      `,
      want: ['body: jsonAs("application/vnd.acme.thing")', "name: string;"],
    },
  ],
  [
    "anything at all is bytes or text where its schema says so",
    {
      given: `
        operationId: things.upload
        requestBody: { required: true, content: { "*/*": { schema: { type: string, format: binary } } } }
        ${done}
      `,
      want: ['body: binary("*/*")'],
    },
  ],
  [
    "anything at all is text where its schema is one",
    {
      given: `
        operationId: things.write
        requestBody: { required: true, content: { "*/*": { schema: { type: string } } } }
        ${done}
      `,
      want: ['body: textBody("text/plain")'],
    },
  ],
  [
    "a stream of the schema that JSON has",
    {
      given: `
        operationId: chat.create
        requestBody: { required: true, content: { application/json: { schema: { type: object, required: [q], properties: { q: { type: string }, stream: { type: boolean } } } } } }
        responses: { "200": { description: Good., content: { application/json: { schema: ${name} }, text/event-stream: { schema: ${name} }, application/x-ndjson: { schema: ${name} } } } }
      `,
      want: [
        "): APIPromise<EventStream<ChatCreateAsStreamEvent>> {",
        "return this._call(operations.createAsStream, { ...params, stream: true }, options);",
        "): APIPromise<AsyncIterable<ChatCreateAsNdjsonEvent>> {",
      ],
    },
  ],
  [
    "two streams of one schema without JSON",
    {
      given: `
        operationId: logs.read
        responses: { "200": { description: Good., content: { text/event-stream: { schema: ${name} }, application/jsonl: { schema: ${name} } } } }
      `,
      want: ["read(", "readAsJsonl("],
    },
  ],
];

const names = under("components.schemas", "Names: { type: array, items: { type: string } }");

describe("several media types", () => {
  const models = new Map(
    rows.map(([title, { given }]) => [
      title,
      modelOf(`${under("paths./things.post", dedent(given))}\n${names}`),
    ]),
  );
  let emitted: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    emitted = await emitAll(models);
  }, 60_000);

  it.each(rows)("%s", (title, { want, not = [], said }) => {
    const text = emitted.get(title) ?? "";
    for (const one of want) expect(text).toContain(one);
    for (const one of not) expect(text).not.toContain(one);
    const codes = models.get(title)?.diagnostics.map(({ code }) => code) ?? [];
    if (said !== undefined)
      expect(codes.filter((code) => /media-type|left-out|multipart/.test(code))).toEqual(said);
  });

  it("tells of a stream that is none", () => {
    const given = `operationId: things.make\nx-trunkline: { stream: { end: [bye] } }\n${done}`;
    const { diagnostics } = modelOf(under("paths./things.post", given));
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toContain("warning no-stream");
  });

  it("type-check", async () => {
    expect(await typeCheck(models.values())).toEqual([]);
  });

  const grown = (...contents: readonly string[]): string =>
    under(
      "paths./things.post",
      `operationId: things.create\nrequestBody: { required: true, content: { ${contents.join(", ")} } }\n${done}`,
    );

  it("go on as they were released when the document grows", () => {
    const before = modelOf(grown(`multipart/form-data: { schema: ${file} }`));
    const after = modelOf(
      grown(`application/json: { schema: ${name} }`, `multipart/form-data: { schema: ${file} }`),
      before.lock,
    );
    expect(after.operations.map(({ id, body }) => [id, body?.mediaType])).toEqual([
      ["things.create", "multipart/form-data"],
      ["things.createAsJson", "application/json"],
    ]);
  });

  it("are in the lock, and keep their names", () => {
    const text = grown(`application/json: { schema: ${name} }`, `multipart/form-data: { schema: ${file} }`);
    const { lock } = modelOf(text);
    expect(Object.keys(lock.operations)).toEqual(["POST /things"]);
    expect(lock.variants?.["POST /things (sent as multipart/form-data)"]?.method).toBe("createAsMultipart");
    const kept = {
      ...lock,
      variants: Object.fromEntries(
        Object.entries(lock.variants ?? {}).map(([key, one]) => [key, { ...one, method: "upload" }]),
      ),
    };
    expect(modelOf(text, kept).operations.map(({ method }) => method)).toEqual(["create", "upload"]);
    const moved = modelOf(text.replace("/things", "/items"), kept);
    expect(moved.operations.map(({ method }) => method)).toEqual(["create", "upload"]);
  });

  it("follow a method that is renamed, and leave an alias", () => {
    const text = grown(`application/json: { schema: ${name} }`, `multipart/form-data: { schema: ${file} }`);
    const { operations } = modelOf(text.replace("things.create", "things.add"), modelOf(text).lock);
    expect(operations.map(({ id, aliases }) => [id, aliases])).toEqual([
      ["things.add", ["things.create"]],
      ["things.addAsMultipart", ["things.createAsMultipart"]],
    ]);
  });
});
