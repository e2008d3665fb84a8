import { UsageError } from "../errors/usage-error.ts";
import type { AnswerFacts } from "../operation.ts";
import { readText } from "../response/read-body.ts";

/** What is read of an answer that is not a stream, to show it. */
const MAX_SHOWN = 20_000;

/** What starts the walk of an answer, which is possible once: the bytes are gone afterwards. */
export function streamOf(
  response: Response,
  { context }: AnswerFacts,
): <T>(read: () => AsyncGenerator<T, void, undefined>) => AsyncGenerator<T, void, undefined> {
  let isTaken = false;
  return (read) => {
    if (isTaken || response.bodyUsed) {
      throw new UsageError("A stream can be walked only once; call the method again for another.", context);
    }
    isTaken = true;
    return read();
  };
}

/** The error of an answer of another media type than the stream's; undefined for one that is a stream. */
export function otherMediaType(
  response: Response,
  { invalid }: AnswerFacts,
  accepted: RegExp,
  wanted: string,
): Promise<never> | undefined {
  const type = response.headers.get("content-type");
  if (type === null || response.body === null || accepted.test(type)) return undefined;
  const what = (shown: string): string => `${shown} where a stream of ${wanted} was promised`;
  // What it says instead is often the reason.
  return readText(response, MAX_SHOWN).then((text) => {
    throw invalid(what, text);
  });
}
