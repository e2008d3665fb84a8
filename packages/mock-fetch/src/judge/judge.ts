import {
  type Judgement,
  problem,
  type Question,
  strictViolations,
  type Violation,
} from "@trunkline/document/mock";
import type { Described } from "../described.ts";
import { answerFor, refusalFor } from "./negotiate.ts";
import { misreadIn } from "./parameters.ts";
import { requestFaults } from "./request-faults.ts";
import { createChecks } from "./schemas.ts";

/**
 * Judges requests by a document, and says what it answers, as the mock server has Prism do.
 *
 * @param strict find what a document does not name, too
 */
export function createJudge(document: Described, strict: boolean): (question: Question) => Judgement {
  const byRoute = new Map(document.operations.map((operation) => [operation.route, operation]));
  const checks = createChecks(document);
  return (question) => {
    const operation = byRoute.get(question.route);
    if (operation === undefined) throw new Error(`The document has no ${question.route}.`);
    const found = strict ? strictViolations(document, operation, question.query, question.body) : [];
    const misread = misreadIn(document, operation, question);
    if (misread !== undefined) {
      const violations: readonly Violation[] = [
        { by: "trunkline", in: "request", location: [], message: misread },
      ];
      return { ...problem(422, "The request cannot be read", violations), violations, strict: found };
    }
    const { violations, statuses } = requestFaults(document, operation, question, checks);
    const answered =
      violations.length === 0
        ? answerFor(document, operation, question)
        : refusalFor(document, operation, question, statuses);
    return { ...answered, violations, strict: found };
  };
}
