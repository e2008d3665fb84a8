import type { Vendor } from "../workspace.ts";
import type { Source } from "./source.ts";

/** `SOURCES.md` of a document that was taken over as it is. */
export function sourcesText({ markdownTitle, origin, convertedFrom }: Source): string {
  const how = convertedFrom === undefined ? "" : `; read as OpenAPI 3.0, converted from ${convertedFrom}`;
  return `# Sources of the ${markdownTitle} document

Where each fact of \`openapi.yaml\` comes from, and what was decided where sources disagree or are silent.

| key | address |
| --- | --- |
| Document | ${origin}; \`source.json\` says when it was read, and its SHA-256${how} |

## Facts

| fact | source |
| --- | --- |
| Everything that is not listed here | Document |

## Decisions

| question | decision |
| --- | --- |
`;
}

/** The changeset of a new package. */
export function changesetText({ packageName }: Vendor, title: string): string {
  return `---
${JSON.stringify(packageName)}: minor
---

First release: a typed client for ${/^the /i.test(title) ? title : `the ${title}`}.
`;
}
