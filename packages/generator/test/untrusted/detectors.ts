import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject, JsonValue } from "@trunkline/document";
import type { Format } from "../../src/format/format.ts";
import type { MadePackage, MakeInput } from "../../src/make-package.ts";
import { inputOf, runCells } from "./cells.ts";
import { found, foundDocument } from "./found.ts";
import { smallDocument } from "./full-document.ts";
import { activeParts } from "./inert.ts";
import { shopPackage } from "./packages.ts";
import type { payloads } from "./payloads.ts";
import { type Pointer, placesOf } from "./places.ts";
import type { Subject } from "./subject.ts";
import { tampered } from "./tampered.ts";
import { foreignVariables } from "./variables.ts";
import type { Load } from "./variant.ts";

/** A document of four lines and what follows them. */
const yaml = (rest: string): string => `openapi: 3.1.0\ninfo:\n  title: T\n  version: "1"\n${rest}`;

/** Rows of the corpus; each gives what is wrong with a generator, and nothing for one that is right. */
export type Detector = (load: Load) => Promise<readonly string[]>;

/** Every place whose text reaches an output as it is, with some payloads. */
export function cells(...names: (keyof typeof payloads & string)[]): Detector {
  return async (load) => {
    const make = await load<Subject["make"]>("make-package.ts");
    const base = smallDocument();
    const places = placesOf(base).filter(({ id }) => emitted.test(id));
    for (const name of names) {
      const result = await runCells({ make }, name, { base, places });
      const found = [...result.violations, ...activeParts(result)];
      if (result.refused.size > 0) found.push(`${name}: ${[...result.refused.values()].join()}`);
      if (found.length > 0) return found;
    }
    return [];
  };
}

const emitted =
  /^(?:info\.(?:title|description|version)|tag\.description|operation\.(?:summary|description|tags\[\])|schema\.(?:title|description|enum\[\]|properties\{\}|default\.\*|format)|(?:parameter|response|server)\.description|paths\{\}|components\.securitySchemes\{\})$/;

/** Documents that fuzzing found whose names begin so. */
export function finds(name = "", isFormatted = false): Detector {
  return async (load) => {
    const { makePackage } = await load<Subject["make"]>("make-package.ts");
    const { formatFiles } = await load<Subject["oxfmt"]>("format/oxfmt.ts");
    const format: Format = isFormatted ? (all) => formatFiles(all) : async (all) => all;
    const rows = found.filter(([what]) => what.startsWith(name));
    if (rows.length === 0) throw new Error(`fuzzing did not find ${name}`);
    const folder = await mkdtemp(join(tmpdir(), "trunkline-found-"));
    const wrong: string[] = [];
    try {
      for (const [what, fate, more] of rows) {
        const spec = join(folder, "openapi.json");
        await writeFile(spec, JSON.stringify(foundDocument(more)));
        const made = await makePackage(inputOf(spec), format).catch((error: Error) => error);
        const refused = made instanceof Error && made.name === "DocumentError";
        if (made instanceof Error && !refused) wrong.push(`${what}: ${made}`);
        else if ((refused ? "refused" : "inert") !== fate) wrong.push(`${what}: is not ${fate}`);
        if (!(made instanceof Error)) wrong.push(...activeParts({ payload: what, made }));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return wrong;
  };
}

/** Files that a faulty emitter could write; only some of the rows where a file, and what is written to it, are given. */
export function outputs(file?: string, part = ""): Detector {
  return async (load) => {
    const { verifyOutput } = await load<Subject["verify"]>("verify/verify-output.ts");
    const { files, origin } = await shopPackage();
    // What is refused as it is would be refused with every row.
    const whole = verifyOutput(files, origin);
    if (whole.length > 0) throw new Error(whole.join());
    const rows = tampered.filter(([name, , to]) => (file ?? name) === name && to.includes(part));
    if (rows.length === 0) throw new Error(`no row of the corpus writes ${part} to ${file}`);
    const missed = rows.filter(([name, from, to]) => {
      const text = (files.get(name) ?? "").replace(from, () => to);
      return verifyOutput(new Map([...files, [name, text]]), origin).length === 0;
    });
    return missed.map(([name, , to]) => `${name}: ${to}`);
  };
}

/** A model with names that are none, as a fault in their making would give. */
export const names: Detector = async (load) => {
  const { emitSources } = await load<typeof import("../../src/emit/typescript/sources.ts")>(
    "emit/typescript/sources.ts",
  );
  const { origin } = await shopPackage();
  const { model } = origin;
  const hostile = "A{}};globalThis.fired(1);({";
  const models = {
    client: { ...model, client: { ...model.client, name: hostile } },
    "user agent": { ...model, client: { ...model.client, userAgent: "`+fired()+`" } },
    method: {
      ...model,
      resources: model.resources.map((one) => ({
        ...one,
        operations: one.operations.map((operation) => ({ ...operation, method: hostile })),
      })),
    },
    argument: {
      ...model,
      resources: model.resources.map((one) => ({
        ...one,
        operations: one.operations.map((operation) => ({
          ...operation,
          parameters: operation.parameters
            .slice(0, 1)
            .map((parameter) => ({ ...parameter, in: "path" as const, arg: hostile })),
        })),
      })),
    },
  };
  return Object.entries(models).flatMap(([name, one]) => {
    try {
      emitSources(one);
      return [`a ${name} that is not a name is emitted`];
    } catch {
      return [];
    }
  });
};

/** A names lock beside a document may come from a stranger, too. */
export const lock: Detector = async (load) => {
  const { parseLock } = await load<typeof import("../../src/names/parse-lock.ts")>("names/parse-lock.ts");
  const { files } = await shopPackage();
  const text = files.get("names.lock") ?? "";
  const spoilt = [
    text.replace('"client": "Shop"', '"client": "A{};fired()//"'),
    text.replace('"method": "list"', '"method": "list(){}fired"'),
    text.replace('"Thing"', '"../../Thing"'),
  ];
  return spoilt.flatMap((one) => {
    try {
      parseLock(one, "names.lock");
      return one === text ? ["nothing was spoilt"] : ["a lock with a name that is none is read"];
    } catch {
      return [];
    }
  });
};

/** Documents that try to read what is not theirs, and to be heard of elsewhere. */
export const reach: Detector = async (load) => {
  const { readDocument } = await load<Subject["read"]>("read/read-document.ts");
  const { readRemote } = await load<typeof import("../../src/read/remote.ts")>("read/remote.ts");
  const { isPrivate } =
    await load<typeof import("../../src/read/private-address.ts")>("read/private-address.ts");
  const { parseReference } = await load<typeof import("../../src/read/reference.ts")>("read/reference.ts");
  const found: string[] = [];
  const hits: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    hits.push(url);
    if (url === "/silent") return;
    response.end('{"type":"object","title":"REMOTE"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = await mkdtemp(join(tmpdir(), "trunkline-reach-"));
  try {
    await mkdir(join(folder, "spec/inner"), { recursive: true });
    await writeFile(join(folder, "secret.yaml"), "type: object\ntitle: SECRET\n");
    await symlink(join(folder, "secret.yaml"), join(folder, "spec/link.yaml"));
    const refs = [
      `http%3A//${origin.slice(7)}/a`,
      `${origin}/a`,
      `${origin.slice(5)}/a`,
      `file://${folder}/secret.yaml`,
      `${folder}/secret.yaml`,
    ];
    refs.push(
      "../secret.yaml",
      "inner/../../secret.yaml",
      "%2e%2e/secret.yaml",
      "%2e%2e%2fsecret.yaml",
      "link.yaml",
    );
    for (const ref of refs) {
      await writeFile(
        join(folder, "spec/openapi.yaml"),
        yaml(`components:\n  schemas:\n    A:\n      $ref: "${ref}"\n`),
      );
      await readDocument(join(folder, "spec/openapi.yaml")).then(
        () => found.push(`${ref} is read`),
        () => {},
      );
      await writeFile(
        join(folder, "spec/openapi.yaml"),
        yaml("paths: {}\ncomponents: { schemas: { A: { type: object } } }\n"),
      );
      await writeFile(join(folder, "spec/overlay.yaml"), overlayTo(ref));
      await readDocument(join(folder, "spec/openapi.yaml"), {
        overlay: join(folder, "spec/overlay.yaml"),
      }).then(
        () => found.push(`${ref} is read for an overlay`),
        () => {},
      );
      if (!("code" in parseReference(ref, "openapi.yaml")) && ref !== "link.yaml")
        found.push(`${ref} is not a fault`);
    }
    await symlink(join(folder, "secret.yaml"), join(folder, "spec/linked-overlay.yaml"));
    for (const overlay of [
      join(folder, "spec/linked-overlay.yaml"),
      `${origin}/overlay.yaml`,
      `file://${folder}/secret.yaml`,
    ]) {
      const error = await readDocument(join(folder, "spec/openapi.yaml"), { overlay }).catch(String);
      // What is not an overlay would be refused for that, once it was read.
      if (!/file-(?:outside|missing)/.test(String(error))) found.push(`${overlay} is read: ${error}`);
    }
    for (const [name, ref] of [
      ["remote", `${origin}/b`],
      ["local", join(folder, "secret.yaml")],
    ] as const) {
      for (const schema of data(ref)) {
        const head = { openapi: "3.1.0", info: { title: "a", version: "1" }, paths: {} };
        await writeFile(join(folder, "spec/openapi.json"), JSON.stringify({ ...head, ...schema }));
        const shipped = await readDocument(join(folder, "spec/openapi.json")).catch(() => undefined);
        if (/\$ref/.test(shipped?.text ?? "")) found.push(`${name}: ${JSON.stringify(schema)} is shipped`);
      }
    }
    const url = new URL(`${origin}/c`);
    const limits = { bytes: 1000, milliseconds: 2000, patience: "in time" };
    const other = await readRemote(url, new URL("https://specs.acme.test/"), limits);
    if ("bytes" in other) found.push("another origin is asked");
    const allowed = parseReference(`${origin}/a`, "openapi.yaml", "https://specs.acme.test");
    if (!("code" in allowed)) found.push("another origin is not a fault");
    if ("bytes" in (await readRemote(url, url, { ...limits, bytes: 5 }))) found.push("no bound of size");
    const secret = `${origin.replace("//", "//user:secret@")}/c`;
    if (!("code" in parseReference(secret, "openapi.yaml", origin))) found.push("a password is not a fault");
    if ("bytes" in (await readRemote(new URL(secret), url, limits))) found.push("a password is sent");
    const late = new Promise((resolve) => setTimeout(resolve, 1000, "late"));
    const silent = readRemote(new URL(`${origin}/silent`), url, { ...limits, milliseconds: 50 });
    if ((await Promise.race([silent, late])) === "late") found.push("no bound of time");
    for (const address of ["10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fd00::1", "64:ff9b::7f00:1"])
      if (!isPrivate(address)) found.push(`${address} is public`);
    if (isPrivate("1.1.1.1") || isPrivate("2606:4700::1111")) found.push("nothing is public");
    const named = await readRemote(
      new URL(`http://x.localhost:${url.port}/d`),
      new URL(`http://x.localhost:${url.port}`),
      limits,
    );
    if ("bytes" in named) found.push("a private address is asked");
    const asked = hits.filter((one) => one !== "/c" && one !== "/d" && one !== "/silent");
    if (asked.length > 0) found.push(`asked for ${asked.join()}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  }
  return found;
};

function overlayTo($ref: string): string {
  return JSON.stringify({
    overlay: "1.0.0",
    info: { title: "a", version: "1" },
    extends: $ref,
    actions: [{ target: "$.components.schemas", update: { B: { $ref } } }],
  });
}

/** Places of a document where a `$ref` is data, and addresses that are only mentioned. */
function data($ref: string): readonly Record<string, object>[] {
  const schema = (A: object): { readonly components: object } => ({
    components: { schemas: { A: { type: "object", ...A } } },
  });
  return [
    schema({ example: { $ref } }),
    schema({ default: { $ref } }),
    schema({ unknown: { $ref } }),
    schema({ "x-extension": { $ref } }),
    { "x-extension": { $ref } },
    { components: { examples: { A: { value: { $ref } }, B: { externalValue: $ref } } } },
    { components: { schemas: { A: { $ref } } } },
  ];
}

/** Variables of other programs that a document asks for, in each place for one, and a names lock for it. */
export const variables: Detector = async (load) => {
  const { makePackage } = await load<Subject["make"]>("make-package.ts");
  const folder = await mkdtemp(join(tmpdir(), "trunkline-variables-"));
  const spec = join(folder, "openapi.json");
  const found: string[] = [];
  const made = async (document: JsonObject, more: Partial<MakeInput> = {}): Promise<MadePackage> => {
    await writeFile(spec, JSON.stringify(document));
    return makePackage({ ...inputOf(spec), ...more }, async (files) => files);
  };
  try {
    const base = smallDocument();
    const places = placesOf(base).filter(({ id }) => /^securityScheme\.x-trunkline\.(?:.+\.)?env$/.test(id));
    if (places.length < 3) throw new Error("the document has too few places for variables");
    for (const variable of ["AWS_SECRET_ACCESS_KEY", "PATH", "PETS", "PETS_", "PETSX_KEY", "_PETS_KEY"]) {
      const document = places.reduce((one, { pointer }) => replaced(one, pointer, variable), base);
      found.push(...foreignVariables((await made(document)).files));
    }
    // Nobody means the token of the platform, whatever a vendor is called.
    const github = { folder: "github" };
    const platform = places.reduce((one, { pointer }) => replaced(one, pointer, "GITHUB_TOKEN"), base);
    const client = (await made(platform, { person: github })).files.get("src/definition.ts") ?? "";
    if (client.includes("GITHUB_TOKEN")) found.push("GITHUB_TOKEN is read");
    // Nothing is said in the document, but a lock came with it.
    const silent = places.reduce((one, { pointer }) => replaced(one, pointer, undefined), base);
    const { files } = await made(silent);
    const text = files.get("names.lock") ?? "";
    const spoilt = text.replaceAll(/"env": "PETS[A-Z_]+"/g, '"env": "AWS_SECRET_ACCESS_KEY"');
    if (spoilt === text) throw new Error("the lock records no variable");
    const lock = { text: spoilt, path: "names.lock" };
    found.push(...foreignVariables((await made(silent, { lock })).files));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return found;
};

function replaced(document: JsonObject, pointer: Pointer, text: string | undefined): JsonObject {
  const copy = structuredClone(document);
  const parent = pointer.slice(0, -1).reduce<JsonValue>((at, key) => (at as JsonObject)[key] ?? {}, copy);
  const key = String(pointer.at(-1));
  if (text === undefined) delete (parent as Record<string, JsonValue>)[key];
  else (parent as Record<string, JsonValue>)[key] = text;
  return copy;
}

/** Names and links that lead out of a package's folder, and a failure half way. */
export const files: Detector = async (load) => {
  const { applyChanges, compareFiles } = await load<Subject["write"]>("write/write-files.ts");
  const folder = await mkdtemp(join(tmpdir(), "trunkline-files-"));
  const found: string[] = [];
  const write = async (target: string, wanted: Readonly<Record<string, string>>): Promise<void> => {
    const all = new Map(Object.entries(wanted));
    await applyChanges({ target, files: all, changes: await compareFiles(target, all) });
  };
  try {
    const target = join(folder, "package");
    const outside = join(folder, "outside");
    await mkdir(outside);
    await mkdir(target);
    await symlink(outside, join(target, "src"));
    await write(target, { "src/a.ts": "x" }).catch(() => {});
    if ((await readdir(outside)).length > 0) found.push("a linked folder is written to");
    await rm(join(target, "src"));
    await write(target, { "../escaped.ts": "x" }).catch(() => {});
    if ((await readdir(folder)).includes("escaped.ts")) found.push("a name climbs out");
    await writeFile(join(outside, "b.ts"), "theirs");
    await mkdir(join(target, "src"));
    await symlink(join(outside, "b.ts"), join(target, "src/b.ts"));
    await write(target, { "src/b.ts": "ours" });
    if ((await readFile(join(outside, "b.ts"), "utf8")) !== "theirs")
      found.push("a linked file is written to");
    const before = await readFile(join(target, "src/b.ts"), "utf8");
    await mkdir(join(target, "src/folder.ts"));
    const changes = { changed: ["src/b.ts", "src/folder.ts"], removed: [] };
    const half = new Map(changes.changed.map((name) => [name, "new"]));
    await applyChanges({ target, files: half, changes }).catch(() => {});
    if ((await readFile(join(target, "src/b.ts"), "utf8")) !== before)
      found.push("a failure leaves half of a run");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return found;
};

/** Documents that grow, and one that is too long. */
export const bounds: Detector = async (load) => {
  const { readDocument } = await load<Subject["read"]>("read/read-document.ts");
  const folder = await mkdtemp(join(tmpdir(), "trunkline-bounds-"));
  const limits = { fileBytes: 20_000, depth: 50, aliasValues: 500, values: 2000, files: 3 };
  const list = (name: string): string => `[${Array(9).fill(name).join(",")}]`;
  const bomb = "bcde".split("").map((name, index) => `x-${name}: &${name} ${list(`*${"abcd"[index]}`)}`);
  const documents: Readonly<Record<string, string>> = {
    aliases: yaml(`paths: {}\nx-a: &a ${list("x")}\n${bomb.join("\n")}\n`),
    depth: yaml(`paths: {}\nx-a: ${"[".repeat(60)}${"]".repeat(60)}\n`),
    "depth of JSON": `{"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{},"x-a":${"[".repeat(60)}${"]".repeat(60)}}`,
    values: yaml(`paths: {}\nx-a: [${"1,".repeat(2500)}1]\n`),
    size: yaml(`paths: {}\nx-a: ${"a".repeat(20_000)}\n`),
    files: yaml(`paths: {}\ncomponents:\n  schemas:\n${"abc".replace(/./g, "    $&: { $ref: $&.yaml }\n")}`),
  };
  const found: string[] = [];
  try {
    for (const name of "abc") await writeFile(join(folder, `${name}.yaml`), "type: string\n");
    for (const [name, text] of Object.entries(documents)) {
      await writeFile(join(folder, "openapi.yaml"), text);
      await readDocument(join(folder, "openapi.yaml"), {
        // Of what is bounded twice, one bound at a time.
        limits: name === "aliases" ? { ...limits, values: 1_000_000 } : limits,
      }).then(
        () => found.push(`${name} has no bound`),
        () => {},
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return found;
};

/** What is printed about a document. */
export const messages: Detector = async (load) => {
  const { formatDiagnostic } = await load<typeof import("../../src/diagnostics.ts")>("diagnostics.ts");
  const text = formatDiagnostic({
    severity: "error",
    code: "any",
    message: "\u001b[2J\u202e\u0007\r",
    location: { file: "a", line: 1, column: 1 },
  });
  return /^[\x20-\x7e\n]*$/.test(text) ? [] : ["text of a document steers the terminal"];
};
