export type { Page } from "./page.ts";
export { type Pages, pagesOf } from "./pages-of.ts";
export { type Reference, type ReferenceOptions, readReference } from "./reference.ts";
export { type Run, type Runs, runsOf, withRun } from "./runs.ts";
export { writePages } from "./write-pages.ts";
