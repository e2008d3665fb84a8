import type { Model } from "../../model/types.ts";
import { markdownFence } from "../markdown.ts";
import { emitCall, givenSecrets } from "../typescript/example.ts";
import { simplest } from "./simplest.ts";

/** How programs that use the client are tested without the API. */
export function testing(model: Model, packageName: string): string | undefined {
  const operation = simplest(model);
  if (operation === undefined) return undefined;
  const { name } = model.client;
  const options = [...givenSecrets(model.client, "test"), "baseURL: mock.url"].join(", ");
  const call = emitCall(operation, "client");
  const opens = call.includes("openAsBlob(") ? 'import { openAsBlob } from "node:fs";\n' : "";
  const text = `${opens}import { startMock } from "@trunkline/mock";
import { ${name} } from "${packageName}";

const mock = await startMock("${packageName}");
const client = new ${name}({ ${options} });

const answer = await ${call};
console.log(mock.requests, mock.violations); // what was sent, and what was wrong with it
await mock.close();`;
  return `## Testing

The package ships the API's document, \`openapi.yaml\`. \`@trunkline/mock\`, a development dependency, serves its examples, page by page for lists, checks each request against it, and fails when a test asks for it: \`mock.fail({ operation, status: 503 })\`.

${markdownFence("ts", text)}`;
}
