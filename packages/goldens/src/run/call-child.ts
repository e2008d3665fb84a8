import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientPackage } from "@trunkline/conformance/harness";
import { objectOf } from "@trunkline/document";
import { readOperations } from "@trunkline/mock/document";
import { openOriginal } from "../document/open.ts";
import { samplesOf } from "../wire/sample.ts";
import { answersOf } from "./answers.ts";
import { type ClientClass, callOnce } from "./call.ts";
import { methodsOf } from "./methods.ts";

const [folder = "", file = ""] = process.argv.slice(2);
const document = openOriginal(file);
const lock = JSON.parse(readFileSync(join(folder, "names.lock"), "utf8"));
const module = await import(pathToFileURL(join(folder, "dist/index.mjs")).href);
const operations = readOperations(document);
const methods = operations.map((operation) => methodsOf(operation, lock));
const pack: ClientPackage = {
  folder,
  name: folder,
  client: lock.client,
  document,
  extension: objectOf(document.root["x-trunkline"]),
  operations,
  targets: [],
  credentials: objectOf(lock.credentials),
  strays: [],
  load: async () => module,
};

const problems: string[] = [];
let calls = 0;
let good = 0;
let forms = 0;
for (const all of methods) {
  const found: string[] = [];
  for (const method of all) {
    const { target, name, answer: wanted } = method;
    const answers = answersOf(document, target.operation, wanted);
    for (const [index, sample] of samplesOf(document, target.operation).entries()) {
      for (const answer of index === 0 ? answers : answers.slice(0, 1)) {
        calls += 1;
        try {
          const wrong = await callOnce(module[lock.client] as ClientClass, pack, method, sample, answer);
          found.push(...wrong.map((one) => `${name} (${sample.name}): ${one}`));
        } catch (error) {
          found.push(`${name} (${sample.name}): ${(error as Error).stack?.slice(0, 600)}`);
        }
      }
    }
  }
  forms += Math.max(0, all.length - 1);
  if (all.length > 0 && found.length === 0) good += 1;
  problems.push(...new Set(found));
}
const missing = operations
  .filter(({ route }) => lock.operations[route] === undefined)
  .map(({ route }) => route);
console.log(
  JSON.stringify({
    operations: operations.length,
    called: methods.flat().length,
    forms,
    calls,
    good,
    missing,
    problems,
  }),
);
