export { documentPath as packageDocument, packageFolder as resolvePackage } from "@trunkline/mock";
export { formatCoverage, formatReport } from "./contract/print.ts";
export { runContract } from "./contract/run.ts";
export { contractCases } from "./contract/suite.ts";
export {
  type CaseKind,
  type CaseResult,
  type ClientModule,
  type ContractCase,
  ContractFailure,
  type ContractOptions,
  type ContractReport,
  type ContractSuite,
  type Count,
  type Coverage,
  type CoverageRow,
} from "./contract/types.ts";
export type {
  AdapterErrorKind,
  AdapterOptions,
  AdapterRequest,
  ClientAdapter,
} from "./faults/adapter/types.ts";
export { type FormatOptions as FaultFormatOptions, formatFaults } from "./faults/format-faults.ts";
export { runFaults } from "./faults/run-faults.ts";
export type { FaultCell, FaultGroup, FaultOptions, FaultReport, FaultSource } from "./faults/types.ts";
