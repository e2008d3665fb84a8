import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody who publishes a document on loopback, and changes it. */
export interface Publisher extends AsyncDisposable {
  readonly url: string;
  publish(text: string, mediaType?: string): void;
}

export async function publisher(): Promise<Publisher> {
  let answer = { text: "", mediaType: "application/yaml" };
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": answer.mediaType }).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`,
    publish(text, mediaType = "application/yaml") {
      answer = { text, mediaType };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One operation of the document. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
}

const nouns = ["order", "customer", "invoice", "product", "refund"];

/** The twenty operations that it begins with. */
export const operations: readonly Operation[] = nouns.flatMap((noun) => [
  { id: `list-${noun}s`, method: "get", path: `/${noun}s`, tag: `${noun}s` },
  { id: `create-${noun}`, method: "post", path: `/${noun}s`, tag: `${noun}s` },
  { id: `get-${noun}`, method: "get", path: `/${noun}s/{id}`, tag: `${noun}s` },
  { id: `delete-${noun}`, method: "delete", path: `/${noun}s/{id}`, tag: `${noun}s` },
]);

/** A document without an example and without a word of ours, as a publisher writes it. */
export function documentOf(
  list: readonly Operation[],
  thing = "name: { type: string, maxLength: 80 }, size: { type: integer }",
): string {
  const paths = new Map<string, Operation[]>();
  for (const one of list) paths.set(one.path, [...(paths.get(one.path) ?? []), one]);
  const lines = [...paths].flatMap(([path, own]) => [`  ${path}:`, ...own.flatMap(linesOf)]);
  return `# Shop, by its publisher
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
${lines.join("\n")}
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Thing: { type: object, required: [name], properties: { ${thing} } }
`;
}

function linesOf({ id, method, path, tag }: Operation): readonly string[] {
  const schema = '{ $ref: "#/components/schemas/Thing" }';
  const answer = method === "get" && !path.includes("{") ? `{ type: array, items: ${schema} }` : schema;
  return [
    `    ${method}:`,
    `      operationId: ${id}`,
    `      tags: [${tag}]`,
    ...(path.includes("{")
      ? ["      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]"]
      : []),
    ...(method === "post"
      ? [`      requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`]
      : []),
    "      responses:",
    ...(method === "delete"
      ? ['        "204": { description: Gone. }']
      : [`        "200": { description: It., content: { application/json: { schema: ${answer} } } }`]),
  ];
}
