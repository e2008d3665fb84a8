import type { Model } from "../../model/types.ts";
import { markdownFence } from "../markdown.ts";
import { emitExample } from "../typescript/example.ts";

/** How files are given, where an operation takes one. */
export function uploads({ operations }: Model): string | undefined {
  const usual = operations.filter(({ deprecated }) => !deprecated);
  const example = usual
    .map((operation) => emitExample(operation, "client"))
    .find((text) => text.includes("openAsBlob("));
  if (example === undefined) return undefined;
  return `## Uploads

A file is a \`Blob\` or \`File\`, bytes, or a stream of the web or of Node.js. \`openAsBlob\` of Node.js opens one without reading it into memory.

${markdownFence("ts", example)}

\`{ data, name, type }\` gives content a file name and a media type. A stream can be sent once, so a call that sends one is not repeated; a function as \`data\` opens it anew for each attempt.`;
}
