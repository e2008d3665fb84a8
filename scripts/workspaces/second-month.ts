import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expectSame, type Team } from "./first-day.ts";
import { documentOf, type Operation, operations, type Publisher } from "./publisher.ts";

interface Step {
  readonly what: string;
  readonly text: string;
  readonly mediaType?: string;
  readonly args?: readonly string[];
  /** What the update prints. */
  readonly says: RegExp;
  /** Whether it is taken up. */
  readonly taken: boolean;
}

const shape = "name: { type: string, maxLength: 80 }, size: { type: integer }";
const change = (id: string, to: Partial<Operation>): readonly Operation[] =>
  operations.map((one) => (one.id === id ? { ...one, ...to } : one));
const archive: Operation = {
  id: "archive-order",
  method: "post",
  path: "/orders/{id}/archive",
  tag: "orders",
};
const more = [...operations, archive];

/** Ten states of one document, one after the other. */
const steps: readonly Step[] = [
  { what: "an operation more", text: documentOf(more), says: /New method: `orders\.archive/, taken: true },
  {
    what: "a field more",
    text: documentOf(more, `${shape}, note: { type: string }`),
    says: /note/,
    taken: true,
  },
  {
    what: "another id of an operation, whose name is locked",
    text: documentOf(
      more.map((one) => (one.id === "create-order" ? { ...one, id: "place-order" } : one)),
      `${shape}, note: { type: string }`,
    ),
    says: /nothing that users of the client would see/,
    taken: true,
  },
  {
    what: "another order",
    text: documentOf([...more].reverse(), `${shape}, note: { type: string }`),
    says: /shop http/,
    taken: true,
  },
  {
    what: "an operation less",
    text: documentOf(change("delete-refund", {}).filter(({ id }) => id !== "delete-refund")),
    says: /refunds\.delete/,
    taken: true,
  },
  {
    what: "a narrower field",
    text: documentOf(operations, "name: { type: string, maxLength: 8 }, size: { type: integer }"),
    says: /maxLength|on the wire/,
    taken: true,
  },
  {
    what: "another tag",
    // Without the operation that was taken away before: the release is to be a breaking one.
    text: documentOf(
      change("get-invoice", { tag: "billing" }).filter(({ id }) => id !== "delete-refund"),
      shape,
    ),
    says: /shop http/,
    taken: true,
  },
  { what: "a broken document", text: "openapi: 3.0.3\ninfo: [", says: /Nothing was changed/, taken: false },
  {
    what: "half of it",
    text: documentOf(operations.slice(0, 8), shape),
    says: /has 8 operations, and had 19/,
    taken: false,
  },
  { what: "a page", text: "<html>Sign in</html>", mediaType: "text/html", says: /web page/, taken: false },
];

/** Takes up ten changes of a document, and releases twice. Looks at what each step leaves. */
export async function secondMonth(team: Team, source: Publisher): Promise<void> {
  const { specs, packages } = team.kind;
  await commit(team, "first day");
  await release(team, "0.1.0");
  for (const { what, text, mediaType, args = [], says, taken } of steps) {
    const before = await team.read(`${specs}/shop/openapi.yaml`);
    source.publish(text, mediaType);
    const printed = await team.trunkline("update", ...args).catch((error: Error) => {
      if (taken) throw error;
      return error.message;
    });
    if (!says.test(printed)) throw new Error(`After ${what}, update printed:\n${printed}`);
    expectSame(
      await team.read(`${specs}/shop/openapi.yaml`),
      taken ? text : before,
      `the document after ${what}`,
    );
    const left = await team.run("git", "status", "--porcelain");
    if (!taken && left !== "") throw new Error(`After ${what}, something was left:\n${left}`);
    await team.trunkline("generate", "--check");
    await team.trunkline("diff", "--check");
    if (taken) await commit(team, what);
    console.log(`  ${what}: ${taken ? "taken up and proven" : "told, nothing changed"}`);
  }
  await team.run("npm", "test");
  await release(team, "0.2.0");
  const log = await team.read(`${packages}/shop/CHANGELOG.md`);
  if (!/## 0\.2\.0\n[\s\S]*Breaking/.test(log)) throw new Error(`CHANGELOG.md says:\n${log}`);
}

async function release(team: Team, version: string): Promise<void> {
  const { packages } = team.kind;
  await team.run("npm", "run", "version");
  const manifest = JSON.parse(await team.read(`${packages}/shop/package.json`)) as { version: string };
  expectSame(manifest.version, version, "the version");
  const refused = await team.run("npm", "run", "release:dry").catch(({ message }: Error) => message);
  if (version === "0.1.0") {
    if (!refused.includes("has no repository")) throw new Error(`release:dry printed:\n${refused}`);
    const root = JSON.parse(await team.read("package.json")) as { trunkline: object };
    const trunkline = { ...root.trunkline, repository: "https://github.com/acme/shop", license: "MIT" };
    await team.write("package.json", `${JSON.stringify({ ...root, trunkline }, undefined, 2)}\n`);
    await team.trunkline("generate");
  }
  await team.run("npm", "run", "release:dry", "--", "--keep", "tarballs");
  const kept = await readdir(join(team.folder, "tarballs"));
  expectSame(kept.join(), `shop-shop-${version}.tgz,versions.txt`, "what is kept");
  await team.run("rm", "-r", "tarballs");
  await commit(team, `release ${version}`);
  console.log(`  release ${version}: versioned, rehearsed, kept`);
}

async function commit(team: Team, message: string): Promise<void> {
  await team.run("git", "add", "--all");
  await team.run(
    "git",
    "-c",
    "user.name=team",
    "-c",
    "user.email=team@shop.example",
    "commit",
    "-qm",
    message,
  );
}
