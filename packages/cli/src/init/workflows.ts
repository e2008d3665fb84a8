import { lockfiles, type PackageManagerName } from "../package-manager-files.ts";

/** What the workflows of a workspace need to know. */
export interface WorkflowChoice {
  readonly specs: string;
  readonly packages: string;
  readonly manager: PackageManagerName;
  /** Such as `pnpm@12.21.0`, where the workspace names one. */
  readonly pinned?: string | undefined;
}

const checkout = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2";
const setupNode = "actions/setup-node@39370e3970a6d050c480ffad4ff0ed4d3fdee5af # v4.1.0";
const upload = "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2";
const download = "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0";

/** What a server runs: nothing but Node.js and npm is there before. */
interface Commands {
  readonly install: string;
  /** A command of an installed package. */
  readonly exec: (command: string) => string;
  readonly run: (script: string, args?: string) => string;
}

function commandsOf({ manager, pinned }: WorkflowChoice): Commands {
  const by = (command: string): Commands => ({
    install: `${command} install ${manager === "yarn" ? "--immutable" : "--frozen-lockfile"}`,
    exec: (name) => `${command} ${manager === "pnpm" ? "exec" : "run"} ${name}`,
    run: (script, args) => [command, "run", script, args].join(" ").trimEnd(),
  });
  if (manager === "pnpm") return by(`npx -y ${pinned ?? "pnpm@12"}`);
  if (manager === "yarn") return by("corepack yarn");
  if (manager === "bun") return by("npx -y bun@1");
  return {
    install: "npm ci",
    exec: (name) => `npm exec -- ${name}`,
    run: (script, args) => `npm run ${script}${args === undefined ? "" : ` -- ${args}`}`,
  };
}

const author = `          AUTHOR: github-actions[bot]
          EMAIL: 41898282+github-actions[bot]@users.noreply.github.com`;

/** Opens a pull request with a patch, or brings it up to date; refuses a patch of anything but what is expected. */
function proposal(branch: string, title: string, allowed: readonly string[]): string {
  return `          if [ ! -s patch/changes.patch ]; then exit 0; fi
          git switch --force-create ${branch}
          git apply --index patch/changes.patch
          git diff --cached --name-only --no-renames | while read -r path; do
            case "$path" in
              ${allowed.join(" | ")}) ;;
              *) echo "::error::The patch may not change $path."; exit 1 ;;
            esac
          done
          git -c user.name="$AUTHOR" -c user.email="$EMAIL" commit --message "${title}"
          git push --force origin ${branch}
          if [ "$(gh pr list --head ${branch} --json number --jq length)" = 0 ]; then
            gh pr create --head ${branch} --title "${title}" --body "$BODY"
          fi`;
}

function reader(name: string, minutes: number): string {
  return `  ${name}:
    runs-on: ubuntu-latest
    timeout-minutes: ${minutes}
    permissions:
      contents: read
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${setupNode}
        with:
          node-version: 24`;
}

/** @param always although the job before it failed: what it did hold is whole */
function writer(needs: string, always: boolean): string {
  return `  pull-request:
    needs: ${needs}
${always ? `    if: \${{ !cancelled() }}\n` : ""}    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: write
      pull-requests: write
    steps:
      - uses: ${checkout}
      - uses: ${download}
        with:
          name: changes
          path: patch
      - shell: bash
        env:
          GH_TOKEN: \${{ github.token }}
${author}`;
}

/** @param always although a step before it failed */
function uploadPatch(always: boolean): string {
  const first = always ? `- if: \${{ !cancelled() }}\n        ` : "- ";
  return `      ${first}run: git add --all && git diff --cached --binary > changes.patch
      ${first}uses: ${upload}
        with:
          name: changes
          path: changes.patch
          if-no-files-found: error`;
}

/**
 * `.github/workflows/release.yml`: changesets become a pull request with versions and change logs; merged, the versions that the
 * registry does not have are published. Jobs that run code of the repository may write nothing.
 */
export function releaseWorkflow(choice: WorkflowChoice): string {
  const { install, run } = commandsOf(choice);
  const { specs, packages } = choice;
  return `name: release
on:
  push:
    branches: [main]
permissions: {}
concurrency:
  group: release
  cancel-in-progress: false
jobs:
${reader("versions", 20)}
      - run: ${install}
      # Changesets take it for a fault that there is none.
      - shell: bash
        run: if [ -n "$(find .changeset -name '*.md' ! -name README.md)" ]; then ${run("version")}; fi
${uploadPatch(false)}
${writer("versions", false)}
          BODY: Versions and change logs from the changesets. Merging it publishes the packages.
        run: |
${proposal("release", "Release", [".changeset/*.md", `"${packages}/"*`, `"${specs}/"*`, ...lockfiles])}
${reader("rehearse", 60)}
      - run: ${install}
      - run: ${run("test")}
      - run: ${run("release:dry", "--keep tarballs")}
      - uses: ${upload}
        with:
          name: tarballs
          path: tarballs
          if-no-files-found: error
  # The registry trusts this job (https://docs.npmjs.com/trusted-publishers), so it has npm and the tarballs, and nothing of the
  # tree. A package that is new to the registry is published once by hand before.
  publish:
    needs: rehearse
    runs-on: ubuntu-latest
    timeout-minutes: 10
    environment: npm
    permissions:
      id-token: write
    steps:
      - uses: ${setupNode}
        with:
          node-version: 24
      - uses: ${download}
        with:
          name: tarballs
          path: tarballs
      - shell: bash
        run: |
          while read -r version file; do
            if npm view "$version" version > published.txt 2> answer.txt; then
              if [ -s published.txt ]; then continue; fi
            elif ! grep -q E404 answer.txt; then
              cat answer.txt
              exit 1
            fi
            npm publish "./tarballs/$file" --access public --ignore-scripts < /dev/null
          done < tarballs/versions.txt
`;
}

/** `.github/workflows/update.yml`: what publishers changed becomes a pull request. */
export function updateWorkflow(choice: WorkflowChoice): string {
  const { install, exec } = commandsOf(choice);
  const { specs, packages } = choice;
  return `name: update
on:
  schedule:
    - cron: "23 4 * * 1"
  workflow_dispatch:
permissions: {}
jobs:
${reader("update", 60)}
      - run: ${install}
      # A document that is not public needs a header field, from a secret of the repository:
      #   env:
      #     TRUNKLINE_HEADER_ACME: \${{ secrets.TRUNKLINE_HEADER_ACME }}
      - run: ${exec("trunkline update")}
${uploadPatch(true)}
${writer("update", true)}
          BODY: What publishers changed in their documents. Each changeset says what it means for users.
        run: |
${proposal("update", "Update documents", [".changeset/*.md", `"${packages}/"*`, `"${specs}/"*`, ...lockfiles])}
`;
}
