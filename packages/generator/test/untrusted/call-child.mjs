// Imports every package below a folder in a process with a canary, calls each method once on a stub, and says what ran.
import { readdir } from "node:fs/promises";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const runtime = new URL("../../../runtime/src/", import.meta.url);
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith("@trunkline/runtime/")) {
      return next(new URL(`${specifier.slice("@trunkline/runtime/".length)}.ts`, runtime).href, context);
    }
    if (
      specifier.startsWith(".") &&
      specifier.endsWith(".js") &&
      context.parentURL?.includes("trunkline-canary-")
    ) {
      return next(`${specifier.slice(0, -3)}.ts`, context);
    }
    return next(specifier, context);
  },
});

const fired = [];
globalThis.fired = (id) => fired.push(String(id));
const before = new Set(
  [Object, Array, Function, String, Promise].flatMap((one) => Reflect.ownKeys(one.prototype)),
);

let calls = 0;
let requests = 0;
const failures = [];
const fetchStub = async () => {
  requests++;
  return new Response('{"kind":"cat","name":"constructor","__proto__":{"polluted":true}}', {
    headers: { "content-type": "application/json" },
  });
};

const folder = process.argv[2];
const names = (await readdir(folder)).sort();
for (const name of names) {
  try {
    const main = await import(pathToFileURL(join(folder, name, "src/index.ts")).href);
    await import(pathToFileURL(join(folder, name, "src/raw.ts")).href);
    await import(pathToFileURL(join(folder, name, "src/pick.ts")).href);
    await callMethods(main);
  } catch (error) {
    failures.push(`${name}: ${error?.stack ?? error}`.slice(0, 2000));
  }
}

function takes(Client, option) {
  try {
    return Boolean(new Client({ baseURL: "https://stub.test", [option]: "secret" }));
  } catch (error) {
    if (error.message.includes(`has no option "${option}"`)) return false;
    throw error;
  }
}

async function callMethods(main) {
  const Client = Object.values(main).find((one) => isClass(one) && "withOptions" in (one.prototype ?? {}));
  const secrets = ["apiKey", "accessToken", "username", "password", "basicUsername", "basicPassword"];
  const known = secrets.filter((option) => takes(Client, option));
  const client = new Client({
    baseURL: "https://stub.test",
    fetch: fetchStub,
    maxRetries: 0,
    ...Object.fromEntries(known.map((option) => [option, "secret"])),
  });
  for (const resource of Object.values(client)) {
    if (typeof resource !== "object" || resource === null) continue;
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(resource));
    for (const method of methods.filter(
      (one) => one !== "constructor" && typeof resource[one] === "function",
    )) {
      for (const args of [
        [],
        ["x"],
        [{}],
        ["x", { kind: "cat", name: "Tom" }],
        [{ kind: "cat", name: "Tom" }],
      ]) {
        calls++;
        try {
          await resource[method](...args);
        } catch (error) {
          String(error);
        }
      }
    }
  }
}

function isClass(value) {
  return typeof value === "function" && /^class\b/.test(Function.prototype.toString.call(value));
}

const polluted = [Object, Array, Function, String, Promise]
  .flatMap((one) => Reflect.ownKeys(one.prototype))
  .filter((key) => !before.has(key))
  .map(String);
console.log(JSON.stringify({ fired, packages: names.length, calls, requests, failures, polluted }));
process.exit();
