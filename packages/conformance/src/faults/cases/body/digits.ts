import { send } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { json } from "../../sources.ts";
import { given } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, resultOf } from "../judge.ts";
import { NO_OBJECT, object, replace } from "./examples.ts";

/** No number of JavaScript: the next one is 9007199254740992. */
const DIGITS = "9007199254740993";
const FIELD = "fault_digits";

export const digitCases: readonly FaultCase[] = [
  {
    id: "body/digits-read",
    title: "An integer that no number holds keeps its digits, or the client warns of it by name.",
    reason: "An id that is rounded in silence is the id of something else.",
    source: json("6"),
    prepare: (target) =>
      given(object(target), NO_OBJECT, async (get, bench) => {
        const marked = replace(get.answer.value, get.yields, { ...(get.yields as object), [FIELD]: "@" });
        const text = JSON.stringify(marked).replace('"@"', DIGITS);
        promise(text.includes(DIGITS), "the answer cannot be marked");
        const server = await bench.serve((_, response) =>
          send(response, 200, text, { "content-type": "application/json" }),
        );
        const told: string[] = [];
        const tell = (...said: unknown[]): unknown => told.push(said.map(String).join(" "));
        const logger = { error: tell, warn: tell, info: tell, debug: tell };
        const client = bench.client(server.base, { logger });
        const value = resultOf(await bench.call(client, get), "a large integer") as Record<string, unknown>;
        const read = value[FIELD];
        promise(
          String(read) === DIGITS || told.some((line) => line.includes(FIELD)),
          `${DIGITS} was read as ${brief(read)}, and nothing said so`,
        );
      }),
  },
];
