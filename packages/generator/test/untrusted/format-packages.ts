import { formatFiles } from "../../src/format/oxfmt.ts";
import type { MadePackage } from "../../src/make-package.ts";

/** Packages as they are written: one run of the formatter for all. */
export async function formatPackages(
  packages: ReadonlyMap<string, MadePackage>,
): Promise<ReadonlyMap<string, MadePackage>> {
  const entries = [...packages.entries()];
  const all = entries.flatMap(([, { files }], index) =>
    [...files].map(([name, text]) => [`p${index}/${name}`, text] as const),
  );
  const formatted = await formatFiles(new Map(all));
  return new Map(
    entries.map(([key, made], index) => {
      const own = [...made.files.keys()].map(
        (name) => [name, formatted.get(`p${index}/${name}`) ?? ""] as const,
      );
      return [key, { ...made, files: new Map(own) }];
    }),
  );
}
