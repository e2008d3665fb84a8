import { describe, expect, it } from "vitest";
import { generatePackage } from "../src/generate.ts";
import { folderOf } from "./support/documents.ts";

const document = `openapi: 3.0.3
info: { title: Everything API, version: "1" }
servers:
  - url: "https://{region}.every.test/{basePath}"
    variables: { region: { default: eu, enum: [eu, us] }, basePath: { default: v1 } }
  - url: https://sandbox.every.test
security: [{ OAuth: [] }]
tags: [{ name: jobs }]
paths:
  /jobs:
    get:
      tags: [jobs]
      operationId: JobsController_findAll
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
        - { name: session, in: cookie, schema: { type: string } }
      responses:
        2XX:
          description: Good.
          headers: { X-Correlation-Id: { schema: { type: string } } }
          content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { $ref: "#/components/schemas/Job" } }, next_cursor: { type: string, nullable: true } } } } }
        default: { description: Bad., content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } } }
    post:
      tags: [jobs]
      operationId: create_job_jobs_post
      requestBody: { required: true, content: { application/vnd.every.v1+json: { schema: { $ref: "#/components/schemas/Job" } } } }
      responses: { "202": { description: Taken. }, 4XX: { description: Bad., content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } } } }
      callbacks:
        onDone: { "{$request.body#/url}": { post: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Job" } } } }, responses: { "200": { description: Good. } } } } }
  /jobs/{id}/events:
    servers: [{ url: https://stream.every.test/v1 }]
    get:
      tags: [jobs]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Good., content: { text/event-stream: { schema: { $ref: "#/components/schemas/Job" } } } } }
  /jobs/export:
    get:
      responses: { "200": { description: Good., content: { application/x-ndjson: { schema: { $ref: "#/components/schemas/Job" } } } } }
  /jobs/{broken}/x:
    get: { responses: { "204": { description: Good. } } }
components:
  schemas:
    Job: { type: object, required: [id], properties: { id: { type: string }, state: { type: string, enum: [open, done] } } }
    Error: { type: object, properties: { message: { type: string } } }
  securitySchemes:
    OAuth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://auth.every.test/token, scopes: {} } } }
`;

describe("a document of somebody else's", () => {
  it("becomes a package that is what its model says, with what was guessed and left out", async () => {
    const folder = await folderOf({
      "openapi.yaml": document,
      "overlay.yaml": "overlay: 1.0.0\nactions:\n  - { target: $.info, update: { x-note: 1 } }\n",
    });
    const given = { spec: `${folder}/openapi.yaml`, target: `${folder}/out`, packageName: "@acme/every" };
    const result = await generatePackage({ ...given, workspace: false });
    expect(result).toMatchObject({ operations: 4, leftOut: 1 });
    const codes = (severity: string): string[] =>
      [
        ...new Set(result.diagnostics.filter((one) => one.severity === severity).map(({ code }) => code)),
      ].sort();
    expect(codes("error")).toEqual([]);
    expect(codes("guess")).toEqual([
      "client-name",
      "credential-option",
      "environment",
      "operation-name",
      "pagination",
      "request-id",
    ]);
    expect(codes("warning")).toEqual(["browser-cookie", "operation-id-missing", "operation-left-out"]);
    // The same again: the lock that was written holds every name.
    const again = await generatePackage({ ...given, workspace: false, check: true });
    expect([...again.changed, ...again.removed]).toEqual([]);
    expect(again.diagnostics.filter(({ code }) => code === "operation-name")).toEqual([]);
  });
});
