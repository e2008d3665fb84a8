import { startClock } from "../clock/clock.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type CallRequest, contextOf, type Reply } from "../layer.ts";
import { endingError } from "../layer-errors.ts";
import { exchange } from "../layers/within-clock.ts";
import { wrongAnswer } from "../response/check-answer.ts";
import { drop } from "../response/read-body.ts";

/** What came up, and the answer that middleware was given of it. */
export interface Handed {
  readonly reply: Reply;
  readonly response: Response;
  /** The body of an answer that the client has not read. */
  readonly unread?: Response["body"] | undefined;
}

/** A reply as middleware is given it: an answer whose body can be read, though the client has read it already. */
export function handed(reply: Reply): Handed {
  const { response, text, isUnread } = reply;
  if (isUnread) return { reply, response, unread: response.body };
  const { status, statusText, headers, url } = response;
  // What a constructor takes is less than what a server may answer.
  const isUsual = status >= 200 && status <= 599;
  const copy = new Response(text || null, { status: isUsual ? status : 200, statusText, headers });
  const own = isUsual
    ? { url: { value: url } }
    : { url: { value: url }, status: { value: status }, ok: { value: false } };
  return { reply, response: Object.defineProperties(copy, own) };
}

/** The reply that middleware's answer makes. @throws {UsageError} for what is not an answer, or one that was read */
export async function replyOf(
  request: CallRequest,
  returned: unknown,
  given: Handed | undefined,
  who: string,
): Promise<Reply> {
  const { facts } = request;
  const refuse = (what: string): never => {
    const sent = facts.attempts > 0 ? " The request was sent, and may have been done." : "";
    throw new UsageError(`${who} returned ${what}${sent}`, contextOf(facts));
  };
  if (returned === undefined)
    return refuse("no reply; it returns what next() gives, or a Response of its own.");
  const isGiven = returned === given?.response;
  // Of a body that the client has read it has the text.
  if (isGiven && !given.reply.isUnread) return { ...given.reply, response: given.response };
  const wrong = wrongAnswer(returned);
  if (wrong?.includes("read before")) {
    return refuse(`${wrong}. Read a copy (response.clone()), or return a Response made of what was read.`);
  }
  if (wrong !== undefined)
    return refuse(`${wrong}; what next() gives, or a Response of its own, is expected.`);
  if (isGiven) return given.reply;
  if (given?.unread && isLeft(given.response, given.unread)) drop(given.response);
  return read(request, returned as Response);
}

/**
 * Whether nothing has taken the body, which holds a connection. Where there is a copy (`clone()`) the response has another
 * body than before, and middleware may have kept either.
 */
function isLeft({ bodyUsed, body }: Response, unread: Response["body"]): boolean {
  return !bodyUsed && body === unread && !unread?.locked;
}

/** Reads an answer that came from elsewhere than the wire as the call wants it. */
async function read(request: CallRequest, response: Response): Promise<Reply> {
  const clock = startClock(request.signal);
  try {
    return await clock.race(exchange(request, clock, async () => ({ response })));
  } catch (error) {
    throw clock.ended ? endingError(request, clock.ended) : error;
  }
}
