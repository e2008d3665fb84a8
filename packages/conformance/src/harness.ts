/**
 * Parts of the contract suite for a harness of one's own: they place arguments as a package's names lock says, and tell
 * how two values differ.
 */
export { callArguments, methodOf } from "./contract/call.ts";
export { comparePage } from "./contract/compare-result.ts";
export { differences, show } from "./contract/differences.ts";
export { isBinary, withFiles } from "./contract/files.ts";
export type { ClientPackage } from "./contract/package.ts";
export type { Sample, Target } from "./contract/types.ts";
