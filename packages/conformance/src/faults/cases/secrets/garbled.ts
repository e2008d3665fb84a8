import { send } from "../../bench/answers.ts";
import { json, uri, weakness, whatwg } from "../../sources.ts";
import { CANARY } from "../../target/credentials.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase, FaultRun } from "../../types.ts";
import { printed, statusError } from "../judge.ts";
import { AWKWARD, withSecret } from "./awkward.ts";
import { hides } from "./hides.ts";

type Spell = (secret: string) => string;

const signs =
  (spell: (sign: string, code: number) => string): Spell =>
  (secret) =>
    secret.replace(/[^\w-]/g, (sign) => spell(sign, sign.charCodeAt(0)));
const inJSON: Spell = (text) => JSON.stringify(text).slice(1, -1);
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

const NAMES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
  "/": "sol",
  "+": "plus",
  "=": "equals",
};

const HTML: Readonly<Record<string, Spell>> = {
  "as HTML with decimal numbers": signs((_, code) => `&#${code};`),
  "as HTML with padded decimal numbers": signs((_, code) => `&#${String(code).padStart(3, "0")};`),
  "as HTML with hexadecimal numbers": signs((_, code) => `&#x${hex(code, 1)};`),
  "as HTML with padded hexadecimal numbers": signs((_, code) => `&#X${hex(code, 4).toUpperCase()};`),
  "as HTML with names": signs((sign) => `&${NAMES[sign]};`),
  "as HTML that was escaped twice": signs((_, code) => `&amp;#${code};`),
};

const URLS: Readonly<Record<string, Spell>> = {
  "as a URL": encodeURIComponent,
  "as a URL in a URL": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  "as a URL in lower case": (secret) =>
    encodeURIComponent(secret).replace(/%../g, (byte) => byte.toLowerCase()),
  "as a form": (secret) => new URLSearchParams({ "": secret }).toString().slice(1),
};

/** Texts as they stand within a string of JSON. */
const JSONS: Readonly<Record<string, Spell>> = {
  "as JSON in JSON": (secret) => inJSON(inJSON(secret)),
  "as JSON in JSON in JSON": (secret) => inJSON(inJSON(inJSON(secret))),
  "as PHP writes JSON": (secret) => inJSON(secret).replaceAll("/", "\\/"),
  "as .NET writes JSON": signs((_, code) => `\\u${hex(code, 4).toUpperCase()}`),
  "as .NET writes JSON, in JSON": signs((_, code) => `\\\\u${hex(code, 4)}`),
  "in a mixture of spellings": (secret) =>
    [...secret]
      .map((sign, index) =>
        /[\w-]/.test(sign) ? sign : [`&#${sign.charCodeAt(0)};`, encodeURIComponent(sign)][index % 2],
      )
      .join(""),
};

/** Old servers read UTF-8 as what it is not, and write what they read. */
const LATIN: Readonly<Record<string, Spell>> = {
  "as a URL in Latin-1": signs((_, code) => `%${hex(code, 2).toUpperCase()}`),
  "as HTML in Latin-1": signs((_, code) => `&#${code};`),
  "as UTF-8 that was read as Latin-1": (secret) => Buffer.from(secret).toString("latin1"),
};

function hidesGarbled(
  target: Target,
  spellings: Readonly<Record<string, Spell>>,
  secret: string = AWKWARD,
  kind?: "basic",
): FaultRun | string {
  return withSecret(
    target,
    secret,
    async (probe, bench, client) => {
      for (const [how, spell] of Object.entries(spellings)) {
        const told = `key ${spell(secret)} is invalid`;
        const server = await bench.serve((_, response) =>
          send(response, 403, `{"error":"${told}","message":"${told}","detail":{"${told}":["${told}"]}}`, {
            "content-type": "application/json",
          }),
        );
        const error = statusError(await bench.call(client(server.base), probe), 403, `a key ${how}`);
        hides(printed(error), `the error of an answer that repeats the key ${how}`);
      }
    },
    kind,
  );
}

export const garbledCases: readonly FaultCase[] = [
  {
    id: "secrets/garbled-html",
    title: "A key that the server repeats as HTML is taken out: numbers, padded numbers, names.",
    reason: "Every template engine escapes, and each of them in another way.",
    source: weakness(116),
    prepare: (target) => hidesGarbled(target, HTML),
  },
  {
    id: "secrets/garbled-url",
    title: "A key that the server repeats as a URL or a form is taken out, also where it was encoded twice.",
    reason: "Gateways log the URL that they were asked with, in a URL of their own.",
    source: uri("2.4"),
    prepare: (target) => hidesGarbled(target, URLS),
  },
  {
    id: "secrets/garbled-json",
    title: "A key that the server repeats in JSON within JSON, or with escapes of its own, is taken out.",
    reason: "A gateway wraps the body of whoever stands behind it.",
    source: json("7"),
    prepare: (target) => hidesGarbled(target, JSONS),
  },
  {
    id: "secrets/garbled-latin",
    title: "A password with letters beyond ASCII is taken out, also where the server writes Latin-1.",
    reason: "User names and passwords are in UTF-8, and old servers do not know it.",
    source: whatwg("encoding", "legacy single-byte encodings", "legacy-single-byte-encodings"),
    prepare: (target) => hidesGarbled(target, LATIN, `${CANARY}-Zoë-Ångström-ñ`, "basic"),
  },
];
