import { describe, expect, it } from "vitest";
import { type HomeFields, homeFields, type PackageHome } from "../src/emit/package/home.ts";
import { emitManifest } from "../src/emit/package/manifest.ts";
import { checkManifest } from "../src/verify/manifest.ts";
import { modelOf } from "./support/emit.ts";

const github = "https://github.com/acme/clients";
const onGitHub: HomeFields = {
  repository: { type: "git", url: `git+${github}.git`, directory: "packages/shop" },
  homepage: `${github}/tree/HEAD/packages/shop#readme`,
  bugs: { url: `${github}/issues` },
};

const rows: readonly [name: string, home: PackageHome | undefined, fields: HomeFields][] = [
  ["nothing", undefined, {}],
  ["GitHub", { repository: github, directory: "packages/shop" }, onGitHub],
  ["GitHub, as it is cloned", { repository: `${github}.git`, directory: "packages/shop" }, onGitHub],
  ["GitHub, with a slash", { repository: `${github}/`, directory: "packages/shop" }, onGitHub],
  [
    "GitLab, below a group",
    { repository: "https://gitlab.com/acme/api/clients", directory: "packages/shop" },
    {
      repository: {
        type: "git",
        url: "git+https://gitlab.com/acme/api/clients.git",
        directory: "packages/shop",
      },
      homepage: "https://gitlab.com/acme/api/clients/-/tree/HEAD/packages/shop#readme",
      bugs: { url: "https://gitlab.com/acme/api/clients/-/issues" },
    },
  ],
  [
    "a host of its own",
    { repository: "https://git.acme.example:8443/clients", directory: "a/packages/shop" },
    {
      repository: {
        type: "git",
        url: "git+https://git.acme.example:8443/clients.git",
        directory: "a/packages/shop",
      },
    },
  ],
  [
    "pages of its own",
    {
      repository: github,
      directory: "p",
      homepage: "https://docs.acme.example/?a=b",
      bugs: "https://acme.example/help",
    },
    {
      repository: { type: "git", url: `git+${github}.git`, directory: "p" },
      homepage: "https://docs.acme.example/?a=b",
      bugs: { url: "https://acme.example/help" },
    },
  ],
];

describe("a package says where it is developed", () => {
  it.each(rows)("%s", (_, home, fields) => {
    expect(homeFields(home)).toEqual(fields);
    const model = modelOf("paths: {}");
    const options = {
      packageName: "@acme/shop",
      workspace: true,
      existing: { version: "0.1.0" },
      home,
      metadata: undefined,
    };
    const text = emitManifest(model, options);
    const { repository, homepage, bugs } = JSON.parse(text) as HomeFields;
    expect({ repository, homepage, bugs }).toEqual({ ...fields });
    expect(checkManifest(text, model)).toEqual([]);
  });
});
