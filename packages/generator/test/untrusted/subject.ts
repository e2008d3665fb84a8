/** The generator under test: the one of this package, or a copy of it that lacks a guard. */
export interface Subject {
  readonly make: typeof import("../../src/make-package.ts");
  readonly read: typeof import("../../src/read/read-document.ts");
  readonly model: typeof import("../../src/model/build.ts");
  readonly verify: typeof import("../../src/verify/verify-output.ts");
  readonly write: typeof import("../../src/write/write-files.ts");
  readonly oxfmt: typeof import("../../src/format/oxfmt.ts");
}
