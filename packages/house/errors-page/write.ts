import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { makePage, PAGE } from "./page.ts";

await mkdir(dirname(PAGE), { recursive: true });
await writeFile(PAGE, await makePage());
console.log("docs/errors.md shows what is printed now.");
