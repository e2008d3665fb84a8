import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

interface Lock {
  readonly client: string;
  readonly operations: Readonly<Record<string, { readonly resource: string; readonly method: string }>>;
  readonly resources: Readonly<Record<string, string>>;
}

/** What users see of a package: one line per method, with its signature and route, and the names of all exports. */
export function surfaceOf(target: string): string {
  const lock = JSON.parse(readFileSync(join(target, "names.lock"), "utf8")) as Lock;
  const routes = new Map(
    Object.entries(lock.operations).map(([route, { resource, method }]) => [`${resource}.${method}`, route]),
  );
  const holders = new Map(Object.entries(lock.resources).map(([id, name]) => [name, id]));
  holders.set(lock.client, "");
  const files = readdirSync(join(target, "src/resources"), { withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const paths = ["src/client.ts", ...files.map(({ name }) => `src/resources/${name}`).sort()];
  const lines = paths.flatMap((path) => methodsOf(join(target, path), holders, routes));
  return [`${lock.client}: ${lines.length} methods`, "", ...lines, ""].join("\n");
}

function methodsOf(
  path: string,
  holders: ReadonlyMap<string, string>,
  routes: ReadonlyMap<string, string>,
): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration).flatMap((one) => {
    const id = holders.get(one.name?.text ?? "");
    if (id === undefined) return [];
    return one.members.filter(ts.isMethodDeclaration).map((method) => {
      const name = method.name.getText(source);
      const inputs = method.parameters.map((parameter) => parameter.getText(source)).join(", ");
      const output = method.type?.getText(source).replace(/\s+/g, " ") ?? "";
      const route = routes.get(`${id}.${name}`);
      const call = `${id === "" ? "" : `${id}.`}${name}(${inputs}): ${output}`;
      return route === undefined ? call : `${call}  // ${route}`;
    });
  });
}

/** An emitted file without its comments: what they say is the document's author's, not ours to commit. */
export function withoutComments(text: string): string {
  return text
    .replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, "")
    .replace(/\/\*\*[^\n]*?\*\/ ?/g, "")
    .replace(/\n{3,}/g, "\n\n");
}
