import { isObject } from "@trunkline/document";
import { parseDocument } from "yaml";
import { CommandFailure } from "../failure.ts";
import type { PackageManagerName } from "../package-manager-files.ts";
import { parseJsonObject } from "../read-json.ts";
import { changesetsConfiguration, changesetsReadme, changesetsVersion } from "./changesets.ts";
import { ignored, readme, redoclyConfiguration, releaseScripts, scriptsOf } from "./templates.ts";
import { releaseWorkflow, updateWorkflow } from "./workflows.ts";

/** What a workspace is to be called, and where its parts stand. */
export interface InitChoice {
  /** Such as `@acme`. */
  readonly scope: string;
  readonly specs: string;
  readonly packages: string;
  /** Version of this command. */
  readonly version: string;
  readonly manager: PackageManagerName;
  /** Whether changesets and workflows are set up; what is there of them stays. */
  readonly release: boolean;
}

/** Text of a file of the folder; `undefined` where there is none. */
type Present = (name: string) => string | undefined;

/** Files that `init` looks at. */
export const lookedAt = [
  "package.json",
  "pnpm-workspace.yaml",
  ".gitignore",
  ".gitattributes",
  "redocly.yaml",
  "README.md",
  ".changeset/config.json",
  ".changeset/README.md",
  ".github/workflows/release.yml",
  ".github/workflows/update.yml",
] as const;

/**
 * What `init` writes into a folder: whole files where there are none, and what is missing in those that are there.
 *
 * @throws CommandFailure where the folder is a workspace already, or a file of it cannot be understood
 */
export function planInit(choice: InitChoice, present: Present): ReadonlyMap<string, string> {
  const plan = new Map<string, string>();
  const set = (name: string, text: string | undefined): void => {
    if (text !== undefined && text !== present(name)) plan.set(name, text);
  };
  set("package.json", manifest(choice, present("package.json")));
  if (choice.manager === "pnpm")
    set("pnpm-workspace.yaml", pnpmWorkspace(choice, present("pnpm-workspace.yaml")));
  set(".gitignore", gitignore(present(".gitignore")));
  set(".gitattributes", gitattributes(choice, present(".gitattributes")));
  const whole = (name: string, text: string): void => {
    if (present(name) === undefined) set(name, text);
  };
  whole("redocly.yaml", redoclyConfiguration);
  whole("README.md", readme(choice));
  if (!choice.release) return plan;
  whole(".changeset/config.json", changesetsConfiguration);
  whole(".changeset/README.md", changesetsReadme);
  const workflow = { ...choice, pinned: pinnedManager(present("package.json")) };
  whole(".github/workflows/release.yml", releaseWorkflow(workflow));
  whole(".github/workflows/update.yml", updateWorkflow(workflow));
  return plan;
}

function manifest(choice: InitChoice, text: string | undefined): string {
  const { scope, specs, packages, version, manager } = choice;
  const fields =
    text === undefined
      ? { name: `${scope.slice(1)}-clients`, private: true, type: "module" }
      : parseJsonObject(text, "package.json");
  if ("trunkline" in fields) {
    throw new CommandFailure('package.json has a "trunkline" key: this folder is a workspace already.');
  }
  const { scripts = {}, devDependencies = {} } = fields as Readonly<Record<string, object | undefined>>;
  // Scripts of a project that is there already are its own: it gets the one that it needs.
  const wanted = {
    ...(text === undefined ? scriptsOf(choice) : { generate: "trunkline generate" }),
    ...(choice.release ? releaseScripts : {}),
  };
  const made = {
    ...fields,
    ...(manager === "pnpm" ? {} : { workspaces: workspaces(fields.workspaces, packages) }),
    scripts: { ...wanted, ...scripts },
    devDependencies: {
      ...(choice.release ? { "@changesets/cli": changesetsVersion } : {}),
      ...devDependencies,
      "@trunkline/cli": `^${version}`,
    },
    trunkline: {
      scope,
      ...(specs === "specs" ? {} : { specs }),
      ...(packages === "packages" ? {} : { packages }),
    },
  };
  return `${JSON.stringify(made, undefined, indentOf(text))}\n`;
}

/** The package manager with its version, where package.json names one. */
function pinnedManager(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const { packageManager } = parseJsonObject(text, "package.json");
  return typeof packageManager === "string" ? /^[a-z]+@\d[\w.-]*/.exec(packageManager)?.[0] : undefined;
}

function indentOf(text: string | undefined): string {
  return /^[ \t]+(?=")/m.exec(text ?? "")?.[0] ?? "  ";
}

/** npm, Yarn and Bun read `workspaces`, as a list or with a list in `packages`. */
function workspaces(value: unknown, folder: string): unknown {
  if (value === undefined) return [`${folder}/*`];
  const list = isObject(value) ? value.packages : value;
  if (!Array.isArray(list))
    throw new CommandFailure('"workspaces" of package.json is not a list of folders.');
  if (covers(list, folder)) return value;
  const longer = [...list, `${folder}/*`];
  return isObject(value) ? { ...value, packages: longer } : longer;
}

function pnpmWorkspace({ packages }: InitChoice, text: string | undefined): string {
  const file = parseDocument(text ?? "packages: []\n");
  const [fault] = file.errors;
  if (fault) throw new CommandFailure(`pnpm-workspace.yaml is not YAML: ${fault.message.split("\n")[0]}`);
  const content: unknown = file.toJS() ?? {};
  const list: unknown = isObject(content) ? (content.packages ?? []) : undefined;
  if (!Array.isArray(list))
    throw new CommandFailure('"packages" of pnpm-workspace.yaml is not a list of folders.');
  const isCovered = covers(list, packages);
  const isSettled = file.hasIn(["allowBuilds", telemetry]);
  if (text !== undefined && isCovered && isSettled) return text;
  // What else the file says keeps its comments and order.
  if (!isCovered) {
    if (list.length === 0) file.set("packages", [`${packages}/*`]);
    else file.addIn(["packages"], `${packages}/*`);
  }
  // pnpm fails an install with a script that nobody decided on (https://pnpm.io/settings#allowbuilds). This one, below the mock
  // server, reports installations.
  if (!isSettled) file.setIn(["allowBuilds", telemetry], false);
  return file.toString({ lineWidth: 0 });
}

const telemetry = "@scarf/scarf";

function covers(patterns: readonly unknown[], folder: string): boolean {
  return [`${folder}/*`, `./${folder}/*`, `${folder}/**`, "**", "*/*"].some(
    (pattern) => patterns.includes(pattern) && (pattern !== "*/*" || !folder.includes("/")),
  );
}

function gitignore(text: string | undefined): string {
  if (text === undefined) return `${ignored.join("\n")}\n`;
  const bare = (line: string): string => line.trim().replace(/^\/|\/$/g, "");
  const has = new Set(text.split("\n").map(bare));
  const missing = ignored.filter((line) => !has.has(bare(line)));
  return withLines(text, missing);
}

/** Git changes the ends of lines on Windows; documents are kept byte for byte, and packages are compared so. */
function gitattributes({ specs, packages }: InitChoice, text: string | undefined): string {
  const wanted = [`/${specs}/** -text`, `/${packages}/** text=auto eol=lf`];
  const has = new Set((text ?? "").split("\n").map((line) => line.trim()));
  return withLines(
    text ?? "",
    wanted.filter((line) => !has.has(line)),
  );
}

function withLines(text: string, lines: readonly string[]): string {
  if (lines.length === 0) return text;
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${lines.join("\n")}\n`;
}
