import { sendAnswer } from "../../bench/answers.ts";
import { issue } from "../../sources.ts";
import { given, NO_SECURED_READ, securedReading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { printed, resultOf, sent } from "../judge.ts";
import { hides } from "../secrets/hides.ts";

/** Each object that is read of it is in a proxy too, as `reactive` of Vue has it. */
export function deep<T extends object>(target: T): T {
  return new Proxy(target, {
    get(object, name, receiver) {
      const value: unknown = Reflect.get(object, name, receiver);
      return typeof value === "object" && value !== null ? deep(value) : value;
    },
  });
}

const wrappers: readonly (readonly [name: string, wrap: <T extends object>(client: T) => T])[] = [
  ["a proxy", deep],
  ["a child object", (client) => Object.create(client)],
  ["Object.freeze", (client) => Object.freeze(client)],
];

export const proxiedCases: readonly FaultCase[] = [
  {
    id: "credentials/proxied-client",
    title: "A client behind a proxy works as itself, and prints nothing.",
    reason: "Vue's reactive and tracers put a proxy in its place, in which private fields are not found.",
    source: issue("surrealdb/surrealdb.js", 467),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        for (const [name, wrap] of wrappers) {
          const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
          const client = wrap(bench.client(server.base, { maxRetries: 0 }));
          resultOf(await bench.call(client, get), `a client behind ${name}`);
          sent(server, 1);
          hides(printed(client), `a client behind ${name}`);
        }
      });
    },
  },
];
