import { type Judgement, type Question, readOperations, strictViolations } from "@trunkline/document/mock";
import { openDocument } from "../document/open.ts";
import { createPrism } from "./prism.ts";

/** Judges requests by a document, and says what it answers. */
export type Judge = (question: Question) => Promise<Judgement>;

/** @throws Error when the document cannot be read */
export async function createJudge(file: string, strict: boolean): Promise<Judge> {
  const document = openDocument(file);
  const operations = readOperations(document);
  const byRoute = new Map(operations.map((operation) => [operation.route, operation]));
  const ask = await createPrism(document, operations);
  return async (question) => {
    const operation = byRoute.get(question.route);
    if (operation === undefined) throw new Error(`The document has no ${question.route}.`);
    const found = strict ? strictViolations(document, operation, question.query, question.body) : [];
    return { ...(await ask(operation, question)), strict: found };
  };
}
