import { methodOf } from "../../../contract/call.ts";
import { sendAnswer } from "../../bench/answers.ts";
import { outcomeOf } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { openapi, whatwg } from "../../sources.ts";
import { given, NO_READ, reading, sendingJson } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, sent } from "../judge.ts";
import { NO_JSON_BODY, uploading } from "./file-field.ts";

const VALUE = "fault-value";

function formData(): FormData {
  const form = new FormData();
  form.set("name", VALUE);
  return form;
}

/** What people have at hand where an object with fields is meant; none of it has fields of its own. */
const CONTAINERS: readonly (readonly [what: string, make: () => unknown])[] = [
  ["a Map", () => new Map([["name", VALUE]])],
  ["a Set", () => new Set([VALUE])],
  ["URLSearchParams", () => new URLSearchParams({ name: VALUE })],
  ["a FormData", formData],
  ["Headers", () => new Headers({ name: VALUE })],
  ["a text", () => JSON.stringify({ name: VALUE })],
];

/** What libraries and React Native mean by a file. */
const NO_FILES: readonly (readonly [what: string, value: unknown])[] = [
  ["a path", "/tmp/fault.wav"],
  ["base64", `data:audio/wav;base64,${Buffer.from(VALUE).toString("base64")}`],
  [
    "an object with uri, name and type",
    { uri: "file:///tmp/fault.wav", name: "fault.wav", type: "audio/wav" },
  ],
];

/** A form of a library or of a test's own DOM, which fetch knows nothing of. */
function foreignForm(): object {
  const entries = [["name", VALUE]] as const;
  return {
    [Symbol.toStringTag]: "FormData",
    append() {},
    get: (name: string) => (name === "name" ? VALUE : null),
    entries: () => entries.values(),
    forEach: (call: (value: string, name: string) => void) => {
      for (const [name, value] of entries) call(value, name);
    },
    [Symbol.iterator]: () => entries.values(),
  };
}

export const argumentCases: readonly FaultCase[] = [
  {
    id: "body/wrong-kinds",
    title:
      "A Map, a Set, URLSearchParams or a FormData in place of fields is refused, or sent as what it is.",
    reason: "None of them has fields of its own: an empty object goes out, and the call resolves.",
    source: openapi("Request Body Object", "request-body-object"),
    prepare: (target) =>
      given(sendingJson(target), NO_JSON_BODY, async (probe, bench) => {
        const { resource, method, path } = probe.names;
        for (const [what, make] of CONTAINERS) {
          const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
          const call = methodOf(bench.client(server.base), resource, method);
          const args = [...probe.arguments({})];
          args[path.length === 1 ? 1 : 0] = make();
          const outcome = await outcomeOf(() => call(...args));
          const isWhole = server.requests[0]?.body.toString().includes(VALUE) === true;
          promise(
            outcome.ok ? isWhole : server.requests.length === 0,
            outcome.ok
              ? `${what} was sent as ${brief(server.requests[0]?.body.toString())}`
              : `${what} was refused after it had been sent`,
          );
        }
      }),
  },
  {
    id: "body/not-a-file",
    title: "A path, base64 or { uri, name, type } in the place of a file is refused before anything is sent.",
    reason:
      "It arrives as a text that calls itself a recording, and the vendor's error speaks of the format.",
    source: openapi("Encoding Object", "encoding-object"),
    prepare: (target) =>
      uploading(target, async (found, field, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        for (const [what, value] of NO_FILES) {
          const outcome = await bench.call(bench.client(server.base), found, { params: { [field]: value } });
          const error = errorOf(outcome, `${what} in the place of a file`);
          sent(server, 0, `, with ${what} in the place of a file`);
          promise(error.message.includes(field), `the error does not name the field: ${brief(error)}`);
        }
      }),
  },
  {
    id: "body/foreign-form",
    title: "A FormData that is not the platform's is written, or refused, by `client.post`.",
    reason: "fetch makes the text [object FormData] of it, and the server says that fields are missing.",
    source: whatwg("fetch", "BodyInit unions", "bodyinit-unions"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base, { maxRetries: 0 }) as {
          post?: (path: string, options: object) => unknown;
        };
        promise(typeof client.post === "function", "the client has no post(path)");
        const outcome = await outcomeOf(() => client.post?.("/fault", { body: foreignForm() }));
        const [request] = server.requests;
        if (!outcome.ok) return sent(server, 0);
        promise(
          /^multipart\/form-data/.test(request?.headers["content-type"] ?? "") &&
            request?.body.toString().includes(VALUE) === true,
          `it was sent as ${brief(request?.body.toString())}`,
        );
      }),
  },
  {
    id: "body/misplaced-option",
    title: "An option in the place of params is refused, and the error says where options stand.",
    reason: "As a field that nobody knows it is sent or dropped, and the limit that was meant is not set.",
    source: openapi("Parameter Object", "parameter-object"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        for (const [name, value] of [
          ["maxRetries", 0],
          ["timeout", 1000],
          ["headers", { "x-fault": "1" }],
        ] as const) {
          const outcome = await bench.call(bench.client(server.base), get, { params: { [name]: value } });
          const error = errorOf(outcome, `${name} in the place of params`);
          sent(server, 0, `, with ${name} in the place of params`);
          promise(
            error.message.includes(name) && /\boption/.test(error.message),
            `the error does not say that ${name} is an option: ${brief(error)}`,
          );
        }
      }),
  },
];
