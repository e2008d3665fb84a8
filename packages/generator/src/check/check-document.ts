import { DiagnosticSink } from "../diagnostic-sink.ts";
import { type Diagnostic, sortDiagnostics } from "../diagnostics.ts";
import type { LoadedDocument } from "../read/types.ts";
import { dialectOf, prismDialectOf } from "./dialect.ts";
import { checkEndless } from "./endless-schemas.ts";
import { checkExamples } from "./examples.ts";
import { checkExtensionFormat } from "./extension-format.ts";
import { checkExtensionTargets } from "./extension-targets.ts";
import { checkHouseExamples } from "./house-examples.ts";
import { checkHouseWords } from "./house-words.ts";
import { checkSchemas } from "./inert-schemas.ts";
import { checkOperations } from "./operation-rules.ts";
import { operationsOf } from "./operations.ts";
import type { Report } from "./report.ts";
import { Validators } from "./validators.ts";

export interface CheckOptions {
  /**
   * Apply the rules for hand-written documents: ids of the form `resource.method`, one declared tag, descriptions and
   * examples for everything, and warnings count as errors.
   *
   * @default false
   */
  readonly house?: boolean;
}

/**
 * Checks a document that was read: `x-trunkline`, operations, examples, and that every schema can be compiled.
 *
 * @returns what was found, by file and line; empty for a document without faults
 *
 * @example
 * const faults = await checkDocument(await readDocument("specs/agora/openapi.yaml"), { house: true });
 */
export async function checkDocument(
  loaded: LoadedDocument,
  options: CheckOptions = {},
): Promise<readonly Diagnostic[]> {
  const { document } = loaded;
  const house = options.house ?? false;
  const severity = house ? "error" : "warning";
  const report: Report = new DiagnosticSink((at) => loaded.locate(at));
  const views = operationsOf(document);
  const wellFormed = checkExtensionFormat(document, report);
  checkOperations(document, views, house, report);
  if (wellFormed) checkExtensionTargets(document, views, loaded.leftOut.length === 0, report);
  checkEndless(document, report);
  const extensionHolds = !report.all.some(
    ({ severity, code }) => severity === "error" && code.startsWith("x-"),
  );
  const validators = new Validators(document, dialectOf(document));
  const prismDialect = prismDialectOf(document);
  const mocks = prismDialect === validators.dialect ? validators : new Validators(document, prismDialect);
  checkSchemas(document, mocks, severity, report);
  checkExamples(document, validators, severity, report);
  if (house) {
    checkHouseWords(document, views, report);
    checkHouseExamples(document, views, { pages: extensionHolds }, report);
  }
  return sortDiagnostics(report.all);
}
