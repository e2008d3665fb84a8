import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import { formatFaults, runFaults } from "@trunkline/conformance";
import * as adapter from "./adapter.ts";

const document = fileURLToPath(import.meta.resolve("@trunkline/buena/openapi.yaml"));
// What the client has no answer to runs into its deadline, which is short here.
const report = await runFaults(document, { adapter, deadline: 400 });
console.log(formatFaults(report));

const verdicts = new Map(report.cells.map(({ id, verdict }) => [id, verdict]));
// It does what it promises, and promises no more than types and a fetch.
assert.equal(verdicts.get("body/unknown-fields"), "pass");
assert.equal(verdicts.get("redirects/get"), "pass");
assert.equal(verdicts.get("retry/post-after-reset"), "pass");
for (const id of ["retry/get-after-reset", "time/silent-server", "paths/dots", "body/html-200"])
  assert.equal(verdicts.get(id), "fail", id);
for (const id of ["pages/cursor-walk", "credentials/with-options"]) assert.equal(verdicts.get(id), "n/a", id);
