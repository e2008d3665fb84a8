import core from "@stoplight/prism-core";
import http from "@stoplight/prism-http";
import { isStreamType } from "@trunkline/document";
import {
  concreteType,
  contentOf,
  type DocumentOperation,
  firstOf,
  isJsonType,
  type Judgement,
  LIMITS,
  type Question,
  type Violation,
} from "@trunkline/document/mock";
import type { DocumentFile } from "../document/open.ts";
import { boundFaults } from "./bound-faults.ts";
import { furtherResources } from "./further-methods.ts";
import { withOwnNames } from "./prism-document.ts";
import { prismRequest } from "./prism-request.ts";
import {
  answering,
  atPlainPath,
  taking,
  takingJson,
  withJudgedSecurity,
  withOwnAnswers,
  withReadParameters,
} from "./prism-resource.ts";
import { resourcesOf } from "./resources.ts";
import { shareSchemas } from "./share-schemas.ts";

/** An answer of Prism's. */
export type PrismAnswer = Omit<Judgement, "strict">;

type Diagnostic = {
  readonly path?: readonly (string | number)[];
  readonly message: string;
  readonly code?: string | number | undefined;
};

/**
 * Prism as a function. Its HTTP server is left out on purpose: it cuts long lists of violations at 8 kB,
 * drops bodies without a content length, and reads nothing of `Accept` where an error has another type
 * than the success.
 */
export async function createPrism(
  document: DocumentFile,
  operations: readonly DocumentOperation[],
): Promise<(operation: DocumentOperation, question: Question) => Promise<PrismAnswer>> {
  boundFaults();
  const resources = [...(await resourcesOf(document)), ...(await furtherResources(document, operations))];
  shareSchemas(resources);
  const known = new Map(resources.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one]));
  const byRoute = new Map(
    operations.flatMap((operation) => {
      const one = known.get(operation.route);
      if (one === undefined) return [];
      const judged = withOwnAnswers(document, withJudgedSecurity(atPlainPath(one)), operation);
      return [[operation.route, withReadParameters(document, judged, operation)] as const];
    }),
  );
  // A plain pino lacks success(), which Prism calls: the request would hang.
  const logger = core.createLogger("mock", { level: "silent" });
  const settings = {
    isProxy: false,
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
  } as const;
  const config = { ...settings, errors: false, upstreamProxy: undefined, mock: { dynamic: false } } as const;
  const prism = http.createInstance(config, { logger });

  return async (operation, question) => {
    const matched = byRoute.get(operation.route);
    const { request, form } = prismRequest(document, operation, question);
    const wanted = contentOf(operation, question.status).find(({ type }) => type === question.mediaType);
    const asked =
      matched && (form === undefined ? taking(matched, question.body?.type) : takingJson(matched, form));
    const resource = asked && wanted ? answering(asked, concreteType(document, wanted)) : asked;
    // Prism writes into the mock settings it is given, so each question brings its own.
    const mock = {
      dynamic: question.dynamic,
      // Made-up values are the same in every run.
      seed: operation.route,
      ...(question.status === undefined ? {} : { code: question.status }),
      ...(question.example === undefined ? {} : { exampleKey: question.example }),
    };
    const outcome = await outcomeOf(() =>
      prism.request(request, resource === undefined ? [] : [resource], { ...config, mock })(),
    );
    if (outcome instanceof Error) return misreadAnswer(outcome);
    if (outcome._tag === "Left") return problemAnswer(outcome.left);
    const { output, validations } = outcome.right;
    const headers = Object.fromEntries(
      Object.entries(output.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    return {
      status: Number(output.statusCode),
      headers,
      body: serialise(output.body, headers["content-type"]),
      violations: firstOf([
        // That something is deprecated is a word to people, and forbids nothing.
        ...validations.input
          .filter(({ code }) => code !== "deprecated")
          .map((one) => violation("request", one)),
        ...(isStreamType(headers["content-type"] ?? "") ? [] : validations.output).map((one) =>
          violation("response", one),
        ),
      ]),
    };
  };
}

function violation(place: "request" | "response", found: Diagnostic): Violation {
  const { path = [], message, code } = found;
  const keyword = typeof code === "string" ? { keyword: code } : {};
  return { by: "prism", in: place, location: path.map(String), message, ...keyword };
}

function serialise(body: unknown, contentType: string | undefined): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  if (typeof body === "string" && !isJsonType(type)) return Buffer.from(body);
  return Buffer.from(withOwnNames(JSON.stringify(body)));
}

/** What Prism says, or the sentence that it throws where a value does not have its style's form. */
async function outcomeOf<Outcome>(ask: () => Promise<Outcome>): Promise<Outcome | Error> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) return error;
    throw error;
  }
}

function misreadAnswer({ message }: Error): PrismAnswer {
  const problem = { type: "about:blank", title: "The request cannot be read", status: 422, detail: message };
  return {
    status: 422,
    headers: { "content-type": "application/problem+json" },
    body: Buffer.from(JSON.stringify(problem)),
    violations: [violation("request", { message })],
  };
}

function problemAnswer(error: Error): PrismAnswer {
  const problem = http.ProblemJsonError.toProblemJson(error) as ReturnType<
    typeof http.ProblemJsonError.toProblemJson
  > & {
    validation?: readonly {
      location?: readonly (string | number)[];
      message: string;
      code?: string | number;
    }[];
  };
  const found = (problem.validation ?? []).filter(({ code }) => code !== "deprecated");
  const violations = firstOf(
    found.map(({ location = [], message, code }) => violation("request", { path: location, message, code })),
  );
  const validation = problem.validation?.slice(0, LIMITS.faults);
  const more = found.length > LIMITS.faults && { more: found.length - LIMITS.faults };
  return {
    status: problem.status,
    headers: { "content-type": "application/problem+json" },
    body: Buffer.from(JSON.stringify({ ...problem, validation, ...more })),
    violations:
      found.length === 0
        ? [{ by: "prism", in: "request", location: [], message: problem.detail || problem.title }]
        : violations,
  };
}
