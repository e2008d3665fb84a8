import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addSound, sound } from "./support/sound.ts";
import { openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ "package.json": '{ "trunkline": { "scope": "@acme" } }\n' });
});
afterEach(() => workspace.close());

// Building, checking and packing run in processes of their own, which a busy machine makes wait.
vi.setConfig({ testTimeout: 240_000 });

it("that hardly anything could be tried does not look like success", async () => {
  const { security: _, components: __, ...open } = sound;
  const silent = { get: { operationId: "silent.get", responses: { "204": { description: "None." } } } };
  const code = await addSound(workspace, { ...open, paths: { "/silent": silent } }, false);
  expect(workspace.output()).toMatch(
    /– faults +\d+ of \d+ promises; the other \d+ could not be tried, most because no GET operation answers JSON/,
  );
  expect(workspace.output()).toMatch(/Made 1 operation .*; left out 0; guessed \d+; noted \d+/);
  expect(code).toBe(0);
});
