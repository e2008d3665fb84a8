export { type Reference, type ReferenceOptions, readReference } from "./reference.ts";
export {
  type BuiltSite,
  buildSite,
  type ServedSite,
  type SiteOptions,
  serveSite,
} from "./site/build-site.ts";
export type { SiteContent } from "./site/site-files.ts";
