import { sentPath } from "@trunkline/document";
import { sendJson } from "../../bench/answers.ts";
import { GUARD } from "../../bench/clock.ts";
import { startServer } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { http, node, statuses, weakness } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, statusError } from "../judge.ts";

const CLASSES: Readonly<Record<number, string>> = {
  400: "BadRequestError",
  401: "AuthenticationError",
  403: "PermissionDeniedError",
  404: "NotFoundError",
  409: "ConflictError",
  422: "UnprocessableEntityError",
  429: "RateLimitError",
  500: "InternalServerError",
  502: "InternalServerError",
  599: "InternalServerError",
};

export const classCases: readonly FaultCase[] = [
  {
    id: "errors/classes",
    title: "Every status has its class, and each is an APIError of this client.",
    reason: "Callers branch by class; a status that falls through is handled as success or not at all.",
    source: http("15"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const [status, name] of Object.entries(CLASSES)) {
          const server = await bench.serve((_, response) => sendJson(response, Number(status), {}));
          const error = statusError(
            await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
            Number(status),
            `a ${status}`,
          );
          promise(bench.isError(error, "APIError"), `the error of ${status} is not an APIError`);
          promise(
            bench.isError(error, name),
            `the error of ${status} is not of the class ${name}: ${error.name}`,
          );
          promise(
            bench.isError(error, `${target.client}Error`),
            `the error of ${status} is not of the class ${target.client}Error`,
          );
        }
      });
    },
  },
  {
    id: "errors/unknown-status",
    title: "A status that nobody knows is an APIError with that status.",
    reason: "Gateways invent statuses; x00 of its class is what they mean.",
    source: http("15"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const status of [402, 418, 451, 499, 530]) {
          const server = await bench.serve((_, response) => sendJson(response, status, {}));
          const error = statusError(
            await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
            status,
            `a ${status}`,
          );
          promise(bench.isError(error, "APIError"), `the error of ${status} is not an APIError`);
        }
      });
    },
  },
  {
    id: "errors/context",
    title: "An error tells operation, method, path template, status and headers.",
    reason: "A log line of an error must say which call it was, without the ids of customers.",
    source: http("15.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendJson(response, 404, {}, { "x-odd": "1" }));
        const error = statusError(await bench.call(bench.client(server.base), get), 404, "a 404");
        promise(error.operation === get.names.id, `error.operation is ${brief(error.operation)}`);
        promise(error.method === get.method, `error.method is ${brief(error.method)}`);
        const { path } = sentPath(String(error.path));
        promise(path === get.operation.path, `error.path is ${brief(error.path)}`);
        promise(
          (error.headers as Headers | undefined)?.get("x-odd") === "1",
          "error.headers lacks the answer's fields",
        );
      });
    },
  },
  {
    id: "errors/foreign",
    title: "Errors of other origins are none of this client's.",
    reason: "A guard that says yes to every error hides bugs of the caller's own.",
    source: weakness(396),
    prepare(target) {
      return given(reading(target), NO_READ, async (_, bench) => {
        const base = bench.module[`${target.client}Error`];
        const general = bench.module.APIError;
        promise(typeof base === "function", `the package does not export ${target.client}Error`);
        promise(typeof general === "function", "the package does not export APIError");
        for (const other of [
          new Error("x"),
          new TypeError("x"),
          { status: 404 },
          null,
          undefined,
          "404",
          Object.assign(new Error("x"), { status: 404, client: target.client }),
        ]) {
          promise(!((other as object) instanceof base), `${brief(other)} counts as a ${target.client}Error`);
          promise(!((other as object) instanceof general), `${brief(other)} counts as an APIError`);
        }
      });
    },
  },
  {
    id: "errors/refused",
    title: "A refused connection is an APIConnectionError that keeps its cause.",
    reason: "'fetch failed' says nothing; ECONNREFUSED does.",
    source: http("3.3"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const gone = await startServer(() => {});
        await gone.close();
        const error = errorOf(
          await bench.call(bench.client(gone.base, { maxRetries: 0 }), get),
          "a refused connection",
        );
        promise(
          bench.isError(error, "APIConnectionError"),
          `${brief(error)} was thrown, an APIConnectionError was expected`,
        );
        promise(!bench.isError(error, "APIError"), "it counts as an APIError, though no answer arrived");
        const causes: string[] = [];
        for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
          causes.push(`${cause.message} ${(cause as { code?: string }).code}`);
        promise(/ECONNREFUSED/.test(causes.join(" ")), `the causes are ${brief(causes)}`);
      });
    },
  },
  {
    id: "errors/retry-after",
    title: "The error of a refused call tells how long to wait, in seconds and milliseconds.",
    reason: "Queues plan by it what the client itself does not wait for.",
    source: statuses("4"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) =>
          sendJson(response, 429, {}, { "retry-after": "17" }),
        );
        const error = statusError(
          await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
          429,
          "a 429",
        );
        promise(
          error.retryAfter === 17 && error.retryAfterMs === 17_000,
          `retryAfter is ${brief(error.retryAfter)}, retryAfterMs ${brief(error.retryAfterMs)}`,
        );
      });
    },
  },
  {
    id: "errors/two-copies",
    title:
      "The error of a client that was required is known to the classes that were imported, and the other way round.",
    reason: "One process often holds both copies, and instanceof compares prototypes.",
    source: node("Dual CommonJS/ES module packages", "packages.html#dual-commonjses-module-packages"),
    prepare(target) {
      const required = target.required;
      if (required === undefined) return "the package has no CommonJS build";
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendJson(response, 404, {}));
        const other = required();
        const Other = other[target.client] as new (options: object) => object;
        promise(typeof Other === "function", `the CommonJS build does not export ${target.client}`);
        const ofOther = statusError(
          await bench.call(new Other({ ...target.credentials, timeout: GUARD, baseURL: server.base }), get),
          404,
          "a 404",
        );
        const own = statusError(await bench.call(bench.client(server.base), get), 404, "a 404");
        for (const name of ["APIError", `${target.client}Error`]) {
          const [here, there] = [bench.module[name], other[name]];
          promise(
            typeof here === "function" && typeof there === "function",
            `a build does not export ${name}`,
          );
          promise(ofOther instanceof here, `the required client's error is not an imported ${name}`);
          promise(own instanceof there, `the imported client's error is not a required ${name}`);
        }
      });
    },
  },
];
