import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readDocument } from "../../src/read/read-document.ts";
import { breakMany } from "./break-many.ts";

/** The full suite of the goldens breaks public documents, and compiles what becomes of them. */
it.each(["kitchen", "chat", "django"])(
  "%s: what is broken costs what it touches, and is told",
  async (name) => {
    const path = fileURLToPath(new URL(`../support/strangers/${name}.yaml`, import.meta.url));
    const { document } = await readDocument(path);
    const { failures, made } = await breakMany(document, 12, 1);
    expect(failures).toEqual([]);
    expect(made).toHaveLength(12);
  },
);
