import type { Model } from "../../model/types.ts";
import { markdownCode, markdownFence, markdownTable } from "../markdown.ts";
import { runtimeHooks } from "./runtime-options.ts";

/** Writes how a program observes its calls. */
export function hooks({ client }: Model): string {
  const text = `const client = new ${client.name}({
  logLevel: "info",
  hooks: {
    response: ({ operation, status, duration }) => console.log(operation, status, duration),
  },
});`;
  const rows = runtimeHooks.map((hook) => [markdownCode(hook.name), hook.text]);
  return `## Hooks and logs

${markdownFence("ts", text)}

${markdownTable(["Hook", "Called when"], rows)}

Each is given \`operation\`, \`method\`, the template of the \`path\`, which is safe as a label of a metric, and \`attempt\`. A hook cannot change a call. An error that it throws is logged, and the call goes on. Neither hooks nor logs see a secret.

In Node.js, Deno and Bun the same events are published to the channels \`trunkline:request\`, \`trunkline:response\`, \`trunkline:retry\` and \`trunkline:error\` of \`node:diagnostics_channel\`, so that you can watch a program whose clients you do not construct. That costs nothing while nobody subscribes; \`DiagnosticsChannels\` of \`@trunkline/runtime\` has their types.`;
}
