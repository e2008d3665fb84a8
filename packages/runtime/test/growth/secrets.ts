import { isIssuer } from "../../src/request/is-issuer.ts";
import { makeScrubber } from "../../src/secrets/scrubber.ts";
import { POST } from "../support/sample.ts";
import { asField, exchanged, scrubber } from "./sample.ts";

/** What may hold a secret, or a token that is not known yet. */
export const secrets: Readonly<Record<string, (text: string) => unknown>> = {
  "a text that may hold secrets": scrubber.text,
  "a text that was cut": scrubber.cut,
  "a name that may hold secrets": scrubber.label,
  "a value that may hold secrets": (text) => scrubber.json({ [text]: [text, { [`${text}2`]: text }] }),
  "header fields that may hold secrets": (text) => scrubber.headers(new Headers({ a: asField(text) })),
  "an error that may hold secrets": (text) =>
    scrubber.thrown(new Error(text, { cause: Object.assign(new Error("a"), { [text]: [text] }) })),
  "a secret, searched in itself": (text) => makeScrubber([text]).text(`${text}${text}`),
  "a secret, searched where it almost is": (text) => makeScrubber([`${text}b`]).text(text.repeat(3)),
  "a secret, searched where it is spelled": (text) =>
    makeScrubber([text]).text([...text].map((one) => `&#${one.codePointAt(0)};`).join("")),
  "many secrets": (text) =>
    makeScrubber(text.match(/[\s\S]{1,100}/g)?.map((part, index) => `${index} ${part}`) ?? []).text(
      "a".repeat(100),
    ),
  "what an endpoint of tokens answers": (text) =>
    exchanged(() => Response.json({ token: asField(text), [text]: text, expires: text })),
  "an error of an endpoint of tokens": (text) =>
    exchanged(() =>
      Response.json(
        { error: text, [text]: [text], token: text },
        {
          status: 400,
          headers: { "x-a": asField(text), "content-type": `application/json;a=${asField(text)}` },
        },
      ),
    ),
  "an error of an operation that issues tokens": (text) =>
    exchanged(() => Response.json({ message: text, [text]: [text] }, { status: 400 }), {
      ...POST,
      path: "/token",
      security: [],
    }),
  "an address that may issue tokens": (text) =>
    isIssuer(["/token", "/{a}/token"], "https://a.test", `https://a.test/${text}`),
};
