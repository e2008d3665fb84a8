import { isDeepStrictEqual } from "node:util";
import { withValueAt } from "@trunkline/document";
import { sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { weakness } from "../../sources.ts";
import type { FaultCase } from "../../types.ts";
import { brief, statusError } from "../judge.ts";
import { secretOption, withSecret } from "./awkward.ts";

/** Keys of everybody's tests. */
const KEYS = ["key", "test", "1", "e", "id", "secret", "(", "[a-z]", "$&", "api_key"];

/** It says none of them as a word of its own. */
const BODY = { items: [{ number: 10, text: "invalid_api_keys" }, [11.5, false]], empty: {} };
const CODE = "invalid_api_keys";

export const everydayCases: readonly FaultCase[] = [
  {
    id: "secrets/everyday-key",
    title:
      "A key as tests have them, a word or a digit, changes nothing of an error in which it is not a secret.",
    reason:
      "Taken out wherever its letters stand, it makes codes that no program knows, and JSON that is not JSON.",
    source: weakness(116),
    prepare: (target) =>
      withSecret(target, KEYS[0] ?? "", async (probe, bench, client) => {
        const option = secretOption(target, probe);
        const [pointer] = target.pack.extension.errors?.code ?? [];
        const body = pointer === undefined ? BODY : withValueAt(BODY, pointer, CODE);
        const server = await bench.serve((_, response) => sendJson(response, 403, body));
        for (const key of KEYS) {
          const error = statusError(
            await bench.call(client(server.base, { [option]: key }), probe),
            403,
            `the key ${key}`,
          );
          promise(
            isDeepStrictEqual(error.body, body),
            `with the key ${key} error.body is ${brief(JSON.stringify(error.body))}`,
          );
          if (pointer !== undefined)
            promise(error.code === CODE, `with the key ${key} error.code is ${brief(error.code)}`);
        }
      }),
  },
];
