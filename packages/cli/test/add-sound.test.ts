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

it("a sound document ends green, with what could not be tried named", async () => {
  const code = await addSound(workspace, sound);
  expect(workspace.output()).toMatch(/✓ contract +(\d+) of \1 cases/);
  expect(workspace.output()).toMatch(/✓ faults +(\d+) of \1 promises/);
  expect(workspace.output()).toContain(
    "No example could be made for 1 body or parameter, which is not tried until you write one in overlay.yaml:\n      GET /xml, answer 200, application/xml",
  );
  expect(code).toBe(0);
  expect(JSON.parse(await workspace.read("packages/sound/names.lock"))).toMatchObject({
    guessed: { idempotency: { header: "Idempotency-Key" } },
    operations: { "GET /lists": { paged: true, pagination: [{ style: "cursor" }] } },
  });
});
