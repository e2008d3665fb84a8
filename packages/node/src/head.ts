import { Answer, fieldOf, type Head } from "./answer.ts";
import { Arrival, type Controller } from "./arrival.ts";
import { Body } from "./body.ts";
import { readCodings } from "./codings.ts";
import { type Endable, giveUpUnread } from "./unread.ts";

const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * The answer that a head begins, and where the bytes of its body are to go, if it has one.
 *
 * @param exchange what ends with the reader's interest in the body
 * @param most bytes of the body after decoding
 */
export function readHead(
  method: string,
  head: Head,
  controller: Controller,
  exchange: Endable,
  most: number,
): { readonly answer: Answer; readonly arrival: Arrival | undefined } {
  if (method === "HEAD" || NO_BODY.has(head.status)) {
    return { answer: new Answer(head, null), arrival: undefined };
  }
  const arrival = new Arrival(controller, (reason) => exchange.end(reason));
  const body = new Body(arrival, readCodings(fieldOf(head.raw, "content-encoding")), most);
  giveUpUnread(body, exchange);
  return { answer: new Answer(head, body), arrival };
}
