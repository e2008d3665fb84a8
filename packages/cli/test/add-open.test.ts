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

it("a document without credentials is tried as others are", async () => {
  const { security: _, components: __, ...open } = sound;
  const { "/lists": lists, "/created": created } = sound.paths;
  const paths = { "/lists": lists, "/created": created };
  const code = await addSound(workspace, { ...open, paths }, false);
  expect(workspace.output()).toMatch(/✓ faults +(\d+) of \1 promises/);
  expect(Number(/faults +(\d+) of/.exec(workspace.output())?.[1])).toBeGreaterThan(100);
  expect(code).toBe(0);
});
