/** The generator under test: the one of this package, or a copy of it that lacks a guard. */
export interface Subject {
  readonly make: typeof import("../../src/make-package.ts");
  readonly read: typeof import("../../src/read/read-document.ts");
  readonly model: typeof import("../../src/model/build.ts");
  readonly verify: typeof import("../../src/verify/verify-output.ts");
  readonly write: typeof import("../../src/write/write-files.ts");
  readonly biome: typeof import("../../src/format/biome.ts");
}

/** @param folder - that holds the sources, with `/` at its end */
export async function loadSubject(folder: URL = new URL("../../src/", import.meta.url)): Promise<Subject> {
  const load = (name: string): Promise<unknown> => import(/* @vite-ignore */ new URL(name, folder).href);
  return {
    make: await load("make-package.ts"),
    read: await load("read/read-document.ts"),
    model: await load("model/build.ts"),
    verify: await load("verify/verify-output.ts"),
    write: await load("write/write-files.ts"),
    biome: await load("format/biome.ts"),
  } as Subject;
}
