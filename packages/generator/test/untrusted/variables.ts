import ts from "typescript";

/** How every variable begins that a document may choose for a package in the folder `pets`. */
const PREFIX = "PETS_";

/**
 * Environment variables that a package reads, or says that it reads, though neither their beginning nor a person's word
 * admits them. Shares no code with what decides it.
 */
export function foreignVariables(
  files: ReadonlyMap<string, string>,
  persons: readonly string[] = [],
): readonly string[] {
  return [...files].flatMap(([name, text]) =>
    variablesIn(name, text)
      .filter((one) => !(one.startsWith(PREFIX) && one.length > PREFIX.length) && !persons.includes(one))
      .map((one) => `${name} reads ${one}`),
  );
}

function variablesIn(name: string, text: string): string[] {
  if (name.endsWith(".md")) return variablesOfPage(text);
  if (name === "names.lock") return variablesOfLock(text);
  return name.endsWith(".ts") ? variablesOfCode(name, text) : [];
}

function variablesOfCode(name: string, text: string): string[] {
  const found = [
    ...text.matchAll(/ \* (?:@default the environment variable `([^`]*)`|.*= new .*\/\/ reads (.*))/g),
  ];
  const variables = found.map(([, said = "", sample = said]) => sample);
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === "env") {
      variables.push(
        ts.isStringLiteral(node.initializer) ? node.initializer.text : node.initializer.getText(),
      );
    }
    // Emitted code has no other way to a variable.
    if (ts.isIdentifier(node) && node.text === "process") variables.push("process");
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return variables;
}

function variablesOfPage(text: string): string[] {
  const sample = [...text.matchAll(/^const client = new .*\/\/ reads (.*)$/gm)].map(([, one = ""]) => one);
  const [, table = ""] = /^\| Option \| Environment variable \|\n.*\n((?:\|.*\n)*)/m.exec(text) ?? [];
  const cells = [...table.matchAll(/^\| `[^`]*` \| (?:`([^`]*)`|(\S.*)) \|$/gm)];
  const [, told = ""] = /from the environment \(([^)]*)\)/.exec(text) ?? [];
  const rule = [...told.matchAll(/`([^`]*)`/g)].map(([, one = ""]) => one);
  return [...sample, ...rule, ...cells.map(([, one, other = ""]) => one ?? other)];
}

function variablesOfLock(text: string): string[] {
  const { credentials = {} } = JSON.parse(text) as {
    credentials?: Record<string, Record<string, { env?: string }>>;
  };
  return Object.values(credentials)
    .flatMap((roles) => Object.values(roles))
    .flatMap(({ env }) => env ?? []);
}
