import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { objectOf, readOperations } from "@trunkline/mock/document";
import type { ClientPackage } from "../../../conformance/src/contract/package.ts";
import type { Target } from "../../../conformance/src/contract/types.ts";
import { openOriginal } from "../document/open.ts";
import { requestContent, samplesOf } from "../wire/sample.ts";
import { answersOf } from "./answers.ts";
import { type ClientClass, callOnce } from "./call.ts";

const [folder = "", file = ""] = process.argv.slice(2);
const document = openOriginal(file);
const lock = JSON.parse(readFileSync(join(folder, "names.lock"), "utf8"));
const module = await import(pathToFileURL(join(folder, "dist/index.mjs")).href);
const operations = readOperations(document);
const targets = operations.flatMap((operation): Target[] => {
  const names = lock.operations[operation.route];
  return names === undefined ? [] : [{ operation, names: { walk: undefined, ...names } }];
});
const pack: ClientPackage = {
  folder,
  name: folder,
  client: lock.client,
  document,
  extension: objectOf(document.root["x-trunkline"]),
  operations,
  targets,
  strays: [],
  load: async () => module,
};

const problems: string[] = [];
let calls = 0;
let good = 0;
for (const target of targets) {
  const content = requestContent(target.operation);
  const body = target.operation.body && content && { ...target.operation.body, content: [content] };
  const chosen = { ...target, operation: { ...target.operation, body } };
  const found: string[] = [];
  const answers = answersOf(document, chosen.operation);
  for (const [index, sample] of samplesOf(document, chosen.operation).entries()) {
    for (const answer of index === 0 ? answers : answers.slice(0, 1)) {
      calls += 1;
      try {
        const wrong = await callOnce(module[lock.client] as ClientClass, pack, chosen, sample, answer);
        found.push(...wrong.map((one) => `${target.operation.route} (${sample.name}): ${one}`));
      } catch (error) {
        found.push(`${target.operation.route} (${sample.name}): ${(error as Error).stack?.slice(0, 600)}`);
      }
    }
  }
  if (found.length === 0) good += 1;
  problems.push(...new Set(found));
}
const missing = operations
  .filter(({ route }) => lock.operations[route] === undefined)
  .map(({ route }) => route);
console.log(
  JSON.stringify({ operations: operations.length, called: targets.length, calls, good, missing, problems }),
);
