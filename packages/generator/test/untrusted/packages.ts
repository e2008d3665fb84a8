import { fileURLToPath } from "node:url";
import type { Origin } from "../../src/verify/verify-output.ts";
import { inputOf } from "./cells.ts";
import type { Subject } from "./subject.ts";
import { original } from "./variant.ts";

interface ShopPackage {
  readonly files: ReadonlyMap<string, string>;
  readonly origin: Origin;
}

let made: Promise<ShopPackage> | undefined;

/** The files of a package that is as it should be, and what they were made of. */
export function shopPackage(): Promise<ShopPackage> {
  made ??= make();
  return made;
}

async function make(): Promise<ShopPackage> {
  const { makePackage } = await original<Subject["make"]>("make-package.ts");
  const { readDocument } = await original<Subject["read"]>("read/read-document.ts");
  const { buildModel } = await original<Subject["model"]>("model/build.ts");
  const spec = fileURLToPath(new URL("../support/shop.yaml", import.meta.url));
  const packageName = "@acme/shop";
  const person = { folder: "shop" };
  const { files } = await makePackage({ ...inputOf(spec), person, packageName }, async (all) => all);
  const loaded = await readDocument(spec);
  return {
    files,
    origin: { model: buildModel(loaded, undefined, person), document: loaded.document, packageName },
  };
}
