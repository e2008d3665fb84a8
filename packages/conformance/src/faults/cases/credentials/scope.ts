import { sendAnswer } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { openapi, uri, weakness } from "../../sources.ts";
import { CANARY, canary } from "../../target/credentials.ts";
import { given, NO_SECURED_READ, securedReading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { resultOf, sent } from "../judge.ts";

export const scopeCases: readonly FaultCase[] = [
  {
    id: "credentials/public-operation",
    title: "An operation that is declared public carries no credential.",
    reason: "What is not needed must not be sent: it ends in logs of systems that never needed it.",
    source: openapi("Operation Object", "operation-object"),
    prepare(target) {
      const probe = target.probes.find((one) => one.operation.security.length === 0);
      return given(probe, "no operation is declared public", async (found, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        resultOf(await bench.call(bench.client(server.base), found), "a public operation");
        promise(!(server.requests[0]?.wire.includes(CANARY) ?? false), "a credential was sent");
      });
    },
  },
  {
    id: "credentials/only-needed",
    title: "An operation carries the credential that it declares, and no other.",
    reason: "A client of several schemes that sends them all gives each key to every endpoint.",
    source: openapi("Security Requirement Object", "security-requirement-object"),
    prepare(target) {
      if (target.auth.schemes.size < 2) return "the document has one security scheme";
      return given(securedReading(target), NO_SECURED_READ, async (_, bench) => {
        const kinds = new Map(
          target.probes
            .filter((one) => one.schemes.length > 0)
            .map((one) => [one.schemes.map(({ id }) => id).join(), one]),
        );
        for (const probe of kinds.values()) {
          const server = await bench.serve((_request, response) => sendAnswer(response, probe.answer));
          resultOf(await bench.call(bench.client(server.base), probe), probe.id);
          const wire = server.requests[0]?.wire ?? "";
          for (const { option, id, kind } of target.auth.schemes.values()) {
            if (kind === "basic") continue;
            const needed = probe.schemes.some((scheme) => scheme.id === id);
            promise(
              wire.includes(canary(option)) === needed,
              `${probe.id} ${needed ? "lacks" : "carries"} the credential of ${id}`,
            );
          }
        }
      });
    },
  },
  {
    id: "credentials/two-clients",
    title: "Two clients in one process share no key.",
    reason: "Global state sends one customer's data under another's name.",
    source: weakness(488),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const option = get.schemes[0]?.option ?? "";
        const names = ["one", "two"];
        const clients = names.map((name) =>
          bench.client(server.base, { [option]: canary(name), defaultHeaders: { "x-customer": name } }),
        );
        await Promise.all(
          clients.flatMap((client) => Array.from({ length: 5 }, () => bench.call(client, get))),
        );
        sent(server, 10);
        for (const request of server.requests) {
          const own = request.headers["x-customer"] ?? "";
          const [other = ""] = names.filter((name) => name !== own);
          promise(
            request.wire.includes(canary(own)) && !request.wire.includes(canary(other)),
            "a request carried the other client's key",
          );
        }
      });
    },
  },
  {
    id: "credentials/with-options",
    title: "withOptions changes the copy, and leaves the client as it was.",
    reason: "A client that is shared by a whole process must not change under its users.",
    source: weakness(488),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const one = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const two = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const option = get.schemes[0]?.option ?? "";
        const client = bench.client(one.base) as { withOptions?: (options: object) => object };
        promise(typeof client.withOptions === "function", "the client has no withOptions()");
        const copy = client.withOptions({ baseURL: two.base, [option]: canary("copy") });
        resultOf(await bench.call(copy, get), "the copy");
        resultOf(await bench.call(client, get), "the client");
        sent(one, 1, "at the client's server");
        sent(two, 1, "at the copy's server");
        promise(two.requests[0]?.wire.includes(canary("copy")) ?? false, "the copy's key was not sent");
        promise(
          !(one.requests[0]?.wire.includes(canary("copy")) ?? true),
          "the client carries the copy's key",
        );
      });
    },
  },
  {
    id: "credentials/authority",
    title: "A base URL with a path, with or without a slash at its end, is kept as it is.",
    reason: "new URL(path, base) drops the base's path, and the key goes to another application of the host.",
    source: uri("5.2"),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        for (const base of [server.base, `${server.base}/`, server.origin, `${server.origin}/`])
          resultOf(await bench.call(bench.client(base), get), `the base URL ${base}`);
        const paths = server.requests.map(({ path }) => path);
        promise(
          paths[0] === paths[1] && paths[2] === paths[3],
          `a slash at the end changes the path: ${paths.join(", ")}`,
        );
        promise(paths[0] === `/base/v1${paths[2]}`, `the base path was not kept: ${paths.join(", ")}`);
      });
    },
  },
];
