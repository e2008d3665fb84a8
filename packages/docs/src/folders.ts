import type { Reference } from "./reference.ts";

/** Folders of packages' pages: a package's name without its scope, unless two have the same. */
export function foldersOf(references: readonly Reference[]): readonly string[] {
  const plain = ({ packageName }: Reference): string => packageName.slice(packageName.lastIndexOf("/") + 1);
  const names = references.map((one) => {
    const isTaken = references.some((other) => other !== one && plain(other) === plain(one));
    return (isTaken ? one.packageName.replace("@", "").replace("/", "-") : plain(one)).replace(
      /[^\w.-]+/g,
      "-",
    );
  });
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two of the packages are called ${twice}. Give each once.`);
  return names;
}
