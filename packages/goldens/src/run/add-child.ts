import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linkPackages } from "../../../cli/test/support/link.ts";
import { runNode } from "./child.ts";

const [name = "", document = ""] = process.argv.slice(2);
const command = new URL("../../../cli/bin/trunkline.cjs", import.meta.url).pathname;
const root = join(tmpdir(), "trunkline-goldens", `add-${name}`);
rmSync(root, { recursive: true, force: true });
mkdirSync(join(root, "packages"), { recursive: true });
writeFileSync(join(root, "package.json"), '{ "private": true, "trunkline": { "scope": "@goldens" } }\n');
await linkPackages(root);
const limits = ["--time-limit", "120", "--memory-limit", "3000"];
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = "1";
const { ok, output } = await runNode([command, "add", name, document, "--no-install", ...limits], root);
console.log(JSON.stringify({ ok, output }));
