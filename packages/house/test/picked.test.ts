import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type AgentRef, chainMiddleware } from "../../agentref/dist/index.mjs";
import { type AgentRefWith, createAgentRef } from "../../agentref/dist/pick.mjs";
import { Affiliates } from "../../agentref/dist/resources/affiliates.mjs";
import { Programs } from "../../agentref/dist/resources/programs.mjs";
import { packages } from "../budgets/folders.ts";

const agentref = join(packages, "agentref");

/** Answers with what it was asked. */
const options = {
  apiKey: "sk_0123456789abcdef",
  fetch: async (url: string, init: RequestInit) =>
    Response.json({ data: { url, headers: init.headers }, meta: { total: 1 } }),
};

async function weigh(program: string): Promise<{ readonly gzip: number; readonly text: string }> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: agentref },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "silent",
    alias: Object.fromEntries(
      ["index", "pick", "resources/programs", "resources/affiliates"].map((name) => [
        name === "index" ? "@trunkline/agentref/index" : `@trunkline/agentref/${name}`,
        join(agentref, `dist/${name}.mjs`),
      ]),
    ),
  });
  const [file] = outputFiles;
  return { gzip: gzipSync(file?.contents ?? "", { level: 9 }).length, text: file?.text ?? "" };
}

const PICKED = `import { createAgentRef } from "@trunkline/agentref/pick";
import { Programs } from "@trunkline/agentref/resources/programs";
globalThis.programs = createAgentRef({ programs: Programs }).programs.get("1");`;

describe("a client of some resources", () => {
  it("has the methods, types and options of the whole one", async () => {
    const client = createAgentRef({ programs: Programs, affiliates: Affiliates }, options);
    expectTypeOf(client).toEqualTypeOf<AgentRefWith<"programs" | "affiliates">>();
    expectTypeOf(client.programs.get).toEqualTypeOf<AgentRef["programs"]["get"]>();
    expectTypeOf(client.withOptions({ timeout: 1 }).affiliates).toEqualTypeOf<AgentRef["affiliates"]>();
    const seen = (await client.programs.get("1")) as unknown as { url: string };
    expect(seen.url).toMatch(/\/programs\/1$/);
    const derived = client.withOptions({ baseURL: "https://other.test" });
    expect(((await derived.programs.get("1")) as unknown as { url: string }).url).toBe(
      "https://other.test/programs/1",
    );
    expect((await client.preview((c) => c.programs.get("2"))).path).toBe("/programs/{id}");
    expect(client.constructor.name).toBe("AgentRef");
    await expect(client.get("/x", { timeout: -1 })).rejects.toMatchObject({ client: "AgentRef" });
    const stub = chainMiddleware(() => Response.json({ data: { id: "stub" } }));
    expect(await client.withOptions({ middleware: stub }).programs.get("1")).toEqual({ id: "stub" });
  });

  it("refuses what is not a resource of it, in types and in words", () => {
    // @ts-expect-error: there is no such resource
    expect(() => createAgentRef({ programms: 1 }, options)).toThrow(
      /programms as 1; the class of a resource/,
    );
    // @ts-expect-error: the class of another one
    createAgentRef({ programs: Affiliates }, options);
    // @ts-expect-error: an instance
    expect(() => createAgentRef({ programs: {} }, options)).toThrow(/programs as an object/);
    // @ts-expect-error: the client's own
    expect(() => createAgentRef({ withOptions: Programs }, options)).toThrow(/withOptions, which the client/);
    // @ts-expect-error: an option that there is not
    expect(() => createAgentRef({ programs: Programs }, { baseUrl: "x" })).toThrow(/baseURL/);
    // @ts-expect-error: not picked
    expect(createAgentRef({ programs: Programs }, options).affiliates).toBeUndefined();
  });

  it("is there for require as well", () => {
    const require = createRequire(import.meta.url);
    const { createAgentRef: create } =
      require("../../agentref/dist/pick.cjs") as typeof import("../../agentref/dist/pick.mjs");
    const { Programs: Held } =
      require("../../agentref/dist/resources/programs.cjs") as typeof import("../../agentref/dist/resources/programs.mjs");
    expect(create({ programs: Held }, options).programs).toBeInstanceOf(Held);
  });

  it("leaves out of a bundle what it does not name", async () => {
    const whole = await weigh(
      `import { AgentRef } from "@trunkline/agentref/index"; globalThis.programs = new AgentRef().programs.get("1");`,
    );
    const picked = await weigh(PICKED);
    expect(whole.text).toContain("/payouts");
    expect(picked.text).toContain("/programs/{id}");
    expect(picked.text).not.toMatch(/\/payouts|\/webhooks\/|\/flags/);
    expect(picked.gzip).toBeLessThan(whole.gzip - 2000);
  });
});
