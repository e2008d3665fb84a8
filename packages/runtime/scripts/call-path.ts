import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { APIClient, APIResource, bearer, cursorPages, type Operation } from "../src/client.ts";

/** The files through which one call goes. */
export interface CallPath {
  /** What a reader opens to follow the call. */
  readonly path: readonly string[];
  /** What it uses on its way, each a thing of its own that its name tells: files that import nothing but errors. */
  readonly tools: readonly string[];
}

const source = new URL("../src/", import.meta.url).href;
const GET: Operation = { id: "things.get", method: "GET", path: "/things/{id}" };
const LIST = {
  ...GET,
  id: "things.list",
  path: "/things",
  query: ["limit"],
  page: cursorPages({ items: "/data", cursor: "cursor", next: "/next" }),
};

class Things extends APIResource {
  get(id: string): Promise<unknown> {
    return this._call(GET, undefined, undefined, id);
  }

  list(): Promise<unknown> {
    return this._page(LIST, { limit: 1 });
  }
}

/** What runs from the method to its value, in the order in which files are loaded; over a stub in place of the network. */
export async function callPath(method: "get" | "list"): Promise<CallPath> {
  const definition = {
    name: "Sample",
    userAgent: "sample",
    environments: { production: "https://api.example.com" },
    schemes: { token: bearer({ option: "token" }) },
    security: [["token"]],
  };
  const options = {
    token: "a_token_of_16_chars",
    fetch: async () => new Response('{"data":[1],"next":null}'),
  };
  const things = new Things(new APIClient(definition, options));
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true });
  await (method === "get" ? things.get("a") : things.list());
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  const files = result
    .filter(
      ({ url, functions }) => url.startsWith(source) && functions.some(({ ranges }) => ranges[0]?.count),
    )
    .map(({ url }) => url.slice(source.length));
  return { path: files.filter((file) => !isTool(file)), tools: files.filter(isTool) };
}

function isTool(file: string): boolean {
  const text = readFileSync(new URL(file, source), "utf8");
  const imported = text.matchAll(/^import (?:type )?\{[^}]*\} from "([^"]+)";/gm);
  return Array.from(imported, ([, from = ""]) => from).every((from) => from.includes("errors/"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path, tools } = await callPath("get");
  console.log(`A call goes through ${path.length} files:\n${path.map((file) => `  ${file}`).join("\n")}`);
  console.log(`It uses ${tools.length} tools:\n${tools.map((file) => `  ${file}`).join("\n")}`);
  const list = await callPath("list");
  const more = [...list.path, ...list.tools].filter((file) => ![...path, ...tools].includes(file));
  console.log(`A list adds:\n${more.map((file) => `  ${file}`).join("\n")}`);
}
