import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "@trunkline/cli";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const BIN = fileURLToPath(new URL("../../cli/bin/trunkline.cjs", import.meta.url));
const AGORA = fileURLToPath(new URL("../../agora", import.meta.url));

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bulk-command-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Upload {
  readonly leads: readonly Readonly<Record<string, unknown>>[];
  readonly campaign_id?: unknown;
  readonly [field: string]: unknown;
}

/** Answers as Agora does: leads without a plus are rejected. `answer` may say otherwise of the nth request. */
async function vendor(
  answer: (upload: Upload, index: number) => number | "cut" | undefined = () => undefined,
) {
  const uploads: Upload[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const reply = (status: number, body: object): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (request.url?.endsWith("/token")) {
      return reply(200, { access_token: "token", token_type: "Bearer", expires_in: 300 });
    }
    const upload = JSON.parse(text) as Upload;
    uploads.push(upload);
    const said = answer(upload, uploads.length - 1);
    if (said === "cut") return request.socket.destroy();
    if (said !== undefined) return reply(said, { error: "no" });
    const errors = upload.leads.flatMap(({ phone }, row) =>
      String(phone).startsWith("+") ? [] : [{ row, field: "phone", message: "no plus" }],
    );
    const { length } = upload.leads;
    return reply(202, {
      status: "accepted",
      import_id: "1",
      received_count: length,
      valid_count: length - errors.length,
      invalid_count: errors.length,
      errors,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    uploads,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const KEY = { NO_COLOR: "1", AGORA_API_KEY: "agora_test_0123456789abcdef" };

/** As a person runs it: in a process of its own, which has an exit code. */
async function runAlone(file: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [BIN, "bulk", AGORA, "leads.upload", file, ...args], {
    cwd: folder,
    env: { ...process.env, ...KEY },
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      out += part;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out };
}

/** What the command does, in this process. */
async function run(file: string, ...args: readonly string[]) {
  return runMain("bulk", AGORA, "leads.upload", file, ...args);
}

async function runMain(...args: readonly string[]) {
  const before = process.cwd();
  let out = "";
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      out += text;
      return true;
    }),
  );
  for (const [name, value] of Object.entries(KEY)) vi.stubEnv(name, value);
  process.chdir(folder);
  try {
    const code = await main(args);
    return { code, out };
  } finally {
    process.chdir(before);
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

const typed = ["--param", "campaign_id=42", "--param", "compliance_acknowledged=true"];
const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const get = (name: string): Promise<string> => readFile(join(folder, name), "utf8");

describe("trunkline bulk", () => {
  it("uploads a CSV file, and writes what was not accepted beside it", async () => {
    const agora = await vendor();
    try {
      await put(
        "leads.csv",
        '\uFEFFphone,first_name,company,vip\r\n+1,Ada,"Ex, ample ""Ltd""",yes\r\n2,Bo,,\r\n\r\n+3,"two\nlines",,\r\n4,Cy,Sample,\r\n',
      );
      const { code, out } = await runAlone("leads.csv", ...typed, "--chunk", "2", "--base-url", agora.url);
      expect(out).toContain("4 rows in 2 requests; the journal is leads.csv.journal.");
      expect(out).toContain("2 accepted");
      expect(out).toContain("2 rejected: leads.rejected.csv");
      expect(code).toBe(1);
      expect(agora.uploads).toEqual([
        {
          campaign_id: 42,
          compliance_acknowledged: true,
          leads: [
            { phone: "+1", first_name: "Ada", company: 'Ex, ample "Ltd"', vip: "yes" },
            { phone: "2", first_name: "Bo" },
          ],
        },
        {
          campaign_id: 42,
          compliance_acknowledged: true,
          leads: [
            { phone: "+3", first_name: "two\nlines" },
            { phone: "4", first_name: "Cy", company: "Sample" },
          ],
        },
      ]);
      expect(await get("leads.rejected.csv")).toBe(
        "phone,first_name,company,vip,#line,#fate,#field,#code,#message\n2,Bo,,,3,rejected,phone,,no plus\n4,Cy,Sample,,7,rejected,phone,,no plus\n",
      );
      expect((await stat(join(folder, "leads.rejected.csv"))).mode & 0o777).toBe(0o600);

      // Mended, it is uploaded as it is.
      const mended = (await get("leads.rejected.csv")).replace("\n2,", "\n+2,").replace("\n4,", "\n+4,");
      await put("mended.csv", mended);
      const again = await run("mended.csv", ...typed, "--base-url", agora.url);
      expect([again.code, again.out]).toEqual([
        0,
        "2 rows in 1 requests; the journal is mended.csv.journal.\n  2 accepted\n",
      ]);
      expect(agora.uploads[2]?.leads).toEqual([
        { phone: "+2", first_name: "Bo" },
        { phone: "+4", first_name: "Cy", company: "Sample" },
      ]);
    } finally {
      agora.end();
    }
  });

  it("goes on with --resume, and overwrites no file", async () => {
    const agora = await vendor((_, index) => (index === 1 ? 401 : undefined));
    try {
      await put("leads.jsonl", '{"phone":"+1"}\n{"phone":"2"}\n{"phone":"+3"}\n');
      const args = [...typed, "--chunk", "2", "--base-url", agora.url];
      const first = await run("leads.jsonl", ...args);
      // A 401 is answered with a new token first.
      expect(first.out).toContain("1 rejected: leads.rejected.jsonl");
      const fresh = await run("leads.jsonl", ...args);
      expect(fresh.out).toContain("is recorded in leads.jsonl.journal. Go on with it: --resume");
      const resumed = await run("leads.jsonl", ...args, "--resume");
      expect(resumed.out).toContain("1 rejected: leads.rejected-2.jsonl");
      expect(await get("leads.rejected-2.jsonl")).toBe(
        '{"phone":"2","#line":"2","#fate":"rejected","#field":"phone"}\n',
      );
    } finally {
      agora.end();
    }
  });

  it("sends what is unknown again only where that was said to do no harm", async () => {
    const agora = await vendor((_, index) => (index === 0 ? "cut" : undefined));
    try {
      await put("leads.csv", "phone\n+1\n+2\n");
      const first = await run("leads.csv", ...typed, "--base-url", agora.url);
      expect(first.out).toContain("2 unknown: leads.unknown.csv");
      const again = await run("leads.unknown.csv", ...typed, "--base-url", agora.url);
      expect(again.out).toContain("leads.unknown.csv:2 is unknown: the API may have done it already");
      expect([again.code, agora.uploads.length]).toEqual([1, 1]);
      await rm(join(folder, "leads.unknown.csv.journal"), { force: true });
      const forced = await run("leads.unknown.csv", ...typed, "--base-url", agora.url, "--repeatable");
      expect([forced.code, agora.uploads.length]).toEqual([0, 2]);
    } finally {
      agora.end();
    }
  });

  it("fills in nothing that somebody has to declare", async () => {
    const agora = await vendor();
    try {
      await put("leads.csv", "phone\n+1\n");
      const lacking = await run("leads.csv", "--param", "campaign_id=42", "--base-url", agora.url);
      expect(lacking.out).toContain("must have required property 'compliance_acknowledged'");
      const no = await run(
        "leads.csv",
        "--param",
        "campaign_id=42",
        "--param",
        "compliance_acknowledged=false",
      );
      expect(no.out).toContain("/compliance_acknowledged must be equal to constant true");
      const odd = await run("leads.csv", ...typed, "--param", "campaign=1");
      expect(odd.out).toContain('has no parameter "campaign". There are: campaign_id,');
      expect([lacking.code, no.code, odd.code, agora.uploads.length]).toEqual([1, 1, 1, 0]);
      expect(await readdir(folder)).toEqual(["leads.csv"]);
    } finally {
      agora.end();
    }
  });

  it("checks every row with --dry-run, and sends and writes nothing", async () => {
    await put("leads.csv", "phone,email\n+1,ada@example.com\n,nobody\n+3,x\n");
    const { code, out } = await run("leads.csv", ...typed, "--dry-run");
    expect(out).toContain(
      "leads.csv:3: must have required property 'phone'; /email must match format \"email\"",
    );
    expect(out).toContain('leads.csv:4: /email must match format "email"');
    expect(out).toContain(
      "3 rows for leads.upload of @trunkline/agora: 2 do not match their schema. Nothing was sent.",
    );
    expect([code, await readdir(folder)]).toEqual([1, ["leads.csv"]]);
    await put("good.csv", "phone\n+1\n");
    expect((await run("good.csv", ...typed, "--dry-run")).code).toBe(0);
  });

  it("names the operations that take rows", async () => {
    await put("a.csv", "phone\n");
    const { out } = await runMain("bulk", AGORA, "leads.uplaod", "a.csv");
    expect(out).toContain("does not take rows");
    expect(out).toContain("These do: leads.upload.");
  });
});
