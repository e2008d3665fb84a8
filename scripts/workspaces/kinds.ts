/** A folder as a team has it before its first day. */
export interface Kind {
  readonly name: "empty" | "clone" | "npm" | "pnpm" | "yarn" | "bun";
  readonly files: Readonly<Record<string, string>>;
  /** Arguments of `init` besides the scope. */
  readonly init: readonly string[];
  readonly install: readonly string[];
  /** What runs an installed command. */
  readonly exec: readonly string[];
  /** Folders of documents and packages. */
  readonly specs: string;
  readonly packages: string;
}

const manifest = (fields: object): string =>
  `${JSON.stringify({ name: "shop", private: true, ...fields }, undefined, 2)}\n`;
const npm = {
  install: ["npm", "install", "--no-audit", "--no-fund"],
  exec: ["npm", "exec", "--"],
  init: [],
  specs: "specs",
  packages: "packages",
};
// A mirror of the registry may lack packages that later ones name for other systems, and these two ask for all.
const resolutions = { vite: "8.3.8" };
const site = { "apps/site/package.json": '{ "name": "site", "private": true, "version": "1.0.0" }\n' };
const named = {
  init: ["--specs", "apis", "--packages", "libs/clients"],
  specs: "apis",
  packages: "libs/clients",
};
const pnpm = ["npx", "-y", "pnpm@12.21.0"];

export const kinds: readonly Kind[] = [
  { ...npm, name: "empty", files: {} },
  {
    ...npm,
    name: "clone",
    files: { "README.md": "# Shop\n", LICENSE: "Ours.\n", ".gitignore": "node_modules\n" },
  },
  { ...npm, ...named, name: "npm", files: { ...site, "package.json": manifest({ workspaces: ["apps/*"] }) } },
  {
    ...named,
    name: "pnpm",
    files: {
      ...site,
      "package.json": manifest({ packageManager: "pnpm@12.21.0" }),
      // pnpm would ask a registry for itself on all systems.
      "pnpm-workspace.yaml": "packages:\n  # what we ship\n  - apps/*\npmOnFail: ignore\n",
    },
    install: [...pnpm, "install", "--no-frozen-lockfile"],
    exec: [...pnpm, "exec"],
  },
  {
    ...named,
    name: "yarn",
    files: {
      ...site,
      "package.json": manifest({ workspaces: ["apps/*"], resolutions }),
      "yarn.lock": "",
      ".yarnrc.yml": "nodeLinker: node-modules\nenableTelemetry: false\n",
    },
    // Yarn takes CI=true for the wish that its lockfile stays as it is.
    install: ["yarn", "install", "--no-immutable"],
    exec: ["yarn", "run"],
  },
  {
    ...named,
    name: "bun",
    files: { ...site, "package.json": manifest({ workspaces: ["apps/*"], resolutions }), "bun.lock": "" },
    install: ["bun", "install"],
    exec: ["bun", "run"],
  },
];
