import { type Judgement, type Question, Refusal } from "@trunkline/document/mock";
import type { Order, Report } from "./messages.ts";
import { currentThread, mention, Stopped, tell } from "./thread.ts";

/** A document's judge in the thread. */
export interface DistantJudge {
  /**
   * @throws Refusal when the request cannot be read
   * @throws Stopped when the judgement takes too long
   */
  ask(question: Question): Promise<Judgement>;
}

export interface JudgeOptions {
  readonly strict: boolean;
  /** Milliseconds for one judgement. */
  readonly timeLimit: number;
  /** Ends the judge, in the middle of a judgement too. */
  readonly closing: AbortSignal;
}

let last = 0;
let tail: Promise<unknown> = Promise.resolve();

/**
 * Opens a document in the thread in which all are judged, one request after the other.
 *
 * @throws Error when the document cannot be read
 */
export async function openJudge(
  file: string,
  { strict, timeLimit, closing }: JudgeOptions,
): Promise<DistantJudge> {
  last += 1;
  const number = last;
  let knownTo: object | undefined;
  /** Also again, in the thread that follows one that was stopped; by no limit, because a document may be large. */
  const open = async (): Promise<void> => {
    const thread = currentThread();
    if (thread === knownTo) return;
    await give({ open: number, file, strict }, Number.POSITIVE_INFINITY);
    knownTo = thread;
  };
  const give = async (order: Order, milliseconds: number): Promise<Report> => {
    if (closing.aborted) throw new Stopped("The mock was closed.");
    const report = await tell(order, milliseconds, closing);
    if ("refusal" in report) {
      const { status, location, message } = report.refusal;
      throw new Refusal(status, location, message);
    }
    if ("error" in report) throw new Error(report.error);
    return report;
  };
  closing.addEventListener("abort", () => mention({ forget: number }), { once: true });
  await inTurn(open);
  return {
    ask: (question) =>
      inTurn(async () => {
        await open();
        const report = await give({ ask: number, question }, timeLimit);
        if (!("judgement" in report)) throw new Error("This is not the answer to the question.");
        return report.judgement;
      }),
  };
}

function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = tail.then(work);
  tail = result.catch(() => undefined);
  return result;
}
