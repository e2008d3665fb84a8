export { type FormatOptions, formatFaults } from "./format-faults.ts";
export { runFaults } from "./run-faults.ts";
export type { FaultCell, FaultGroup, FaultOptions, FaultReport, FaultSource } from "./types.ts";
