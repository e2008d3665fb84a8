import { sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { problem } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, statusError } from "../judge.ts";

const INPUT = "what the caller sent";

/** What frameworks answer to a request whose `name` is missing: each says so in its own way. */
const SHAPES: readonly (readonly [framework: string, body: unknown])[] = [
  [
    "FastAPI",
    {
      detail: [
        { type: "missing", loc: ["body", "name"], msg: "is required", input: { note: INPUT } },
        { type: "string_type", loc: ["body", "note"], msg: "is odd", input: INPUT },
      ],
    },
  ],
  ["problem details", { title: "Not valid.", errors: [{ pointer: "#/name", detail: "is required" }] }],
  ["problem details of old", { "invalid-params": [{ name: "name", reason: "is required" }] }],
  ["Laravel", { errors: { name: ["is required"], note: ["is odd"] } }],
  ["Django REST", { name: ["is required"] }],
  ["Spring", { fieldErrors: [{ field: "name", message: "is required", rejectedValue: INPUT }] }],
  ["express-validator", { errors: [{ path: "name", msg: "is required", value: INPUT, location: "body" }] }],
  ["JSON:API", { errors: [{ source: { pointer: "/data/attributes/name" }, detail: "is required" }] }],
  ["Zod", { issues: [{ path: ["name"], message: "is required", received: INPUT }] }],
];

export const messageCases: readonly FaultCase[] = [
  {
    id: "errors/field-messages",
    title: "The message of a 422 names the field that is wrong, whatever framework answers, and no input.",
    reason: "Raw JSON tells nobody anything at a glance, and puts what users typed into the logs.",
    source: problem("3"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        for (const [framework, body] of SHAPES) {
          const server = await bench.serve((_, response) => sendJson(response, 422, body));
          const client = bench.client(server.base, { maxRetries: 0 });
          const { message } = statusError(await bench.call(client, get), 422, framework);
          promise(
            /\bname: is required/.test(message) && message.length < 200,
            `${framework}: the message is ${brief(message)}, “name: is required” expected in it`,
          );
          promise(!message.includes(INPUT), `${framework}: the message shows the input: ${brief(message)}`);
        }
      }),
  },
];
