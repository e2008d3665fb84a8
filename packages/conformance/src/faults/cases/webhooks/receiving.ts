import type { ClientModule } from "../../../contract/types.ts";
import { outcomeOf } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import type { Receiver } from "../../target/receiver.ts";
import type { Target } from "../../target/target.ts";
import type { FaultRun } from "../../types.ts";
import { brief } from "../judge.ts";

/** Bytes of the secrets of all cases. */
export const BYTES = "fault-canary-of-webhooks-0";

type Options = Readonly<Record<string, unknown>>;

/** A receiver under test. */
export interface Trial {
  readonly receiver: Receiver;
  readonly secret: string;
  /** The payload as a text. */
  readonly body: string;
  /** Fails the case unless a delivery is taken, and is the payload. */
  taken(delivery: unknown, what: string, options?: Options): Promise<void>;
  /** Fails the case unless a delivery is refused by an error of the package's. @returns its code */
  refused(delivery: unknown, what: string, options?: Options): Promise<string>;
  /** A function that the package exports. */
  exported(name: string): (...args: unknown[]) => Promise<unknown>;
}

/** The case for a package that receives webhooks. */
export function receiving(target: Target, run: (trial: Trial) => Promise<void>): FaultRun | string {
  const { receiver } = target;
  if (typeof receiver === "string") return receiver;
  return async () => run(trialOf(receiver, await receiver.load()));
}

/** The same where id and time are signed. */
export function receivingTime(target: Target, run: (trial: Trial) => Promise<void>): FaultRun | string {
  const { receiver } = target;
  if (typeof receiver !== "string" && receiver.fields.timestamp === undefined) return "no time is signed";
  return receiving(target, run);
}

function trialOf(receiver: Receiver, module: ClientModule): Trial {
  const exported: Trial["exported"] = (name) => {
    const found = module[name];
    promise(typeof found === "function", `the package's webhooks export no ${name}`);
    return found as (...args: unknown[]) => Promise<unknown>;
  };
  const secret = receiver.secretOf(BYTES);
  const unwrap = (delivery: unknown, options: Options = {}): Promise<unknown> =>
    exported("unwrap")(delivery, { secret, ...options });
  return {
    receiver,
    secret,
    body: JSON.stringify(receiver.payload),
    exported,
    async taken(delivery, what, options) {
      const outcome = await outcomeOf(() => unwrap(delivery, options));
      promise(outcome.ok, `${what}: refused with ${brief(outcome.ok || outcome.error)}`);
      const payload = receiver.named === undefined ? outcome.value : Object(outcome.value).payload;
      const isSame = JSON.stringify(payload) === JSON.stringify(receiver.payload);
      promise(isSame, `${what}: it became ${brief(payload)}`);
    },
    async refused(delivery, what, options) {
      const outcome = await outcomeOf(() => unwrap(delivery, options));
      promise(!outcome.ok, `${what}: it was taken`);
      const kind = module.WebhookError;
      const isOwn = typeof kind === "function" && outcome.error instanceof kind;
      promise(isOwn, `${what}: ${brief(outcome.error)} was thrown, which is not one of the package's`);
      return String((outcome.error as { code?: unknown }).code);
    },
  };
}
