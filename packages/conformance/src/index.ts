export { packageFolder as resolvePackage } from "@trunkline/mock";
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
