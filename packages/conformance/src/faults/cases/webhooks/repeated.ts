import { promise } from "../../promise.ts";
import { weakness } from "../../sources.ts";
import type { FaultCase } from "../../types.ts";
import { BYTES, receiving } from "./receiving.ts";

export const repeatedCases: readonly FaultCase[] = [
  {
    id: "webhooks/signs",
    title: "What `sign` makes is signed as the vendor signs, and is taken.",
    reason: "Tests of an endpoint that are signed otherwise prove nothing of it.",
    source: weakness(347),
    prepare: (target) =>
      receiving(target, async ({ receiver, secret, exported, taken }) => {
        const { event, payload, named, fields } = receiver;
        const given = named === undefined ? payload : { event, payload };
        const signed = Object(await exported("sign")(given, { secret, id: "msg_2" }));
        const headers = new Headers(signed.headers as Record<string, string>);
        const time = fields.timestamp === undefined ? undefined : (headers.get(fields.timestamp) ?? "");
        const ours = receiver.sign(
          String(signed.body),
          BYTES,
          time === undefined ? {} : { id: "msg_2", time },
        );
        promise(
          headers.get(fields.signature) === ours[fields.signature],
          "its signature is not the vendor's",
        );
        await taken(signed, "what it signs itself");
      }),
  },
  {
    id: "webhooks/repeated",
    title: "The second delivery of an event is told apart, and a handler that failed gets it again.",
    reason: "Vendors repeat what they had no answer to: money moves twice, or an event is lost.",
    source: weakness(294),
    prepare: (target) =>
      receiving(target, async ({ exported }) => {
        const replays = await exported("memoryReplays")();
        let runs = 0;
        const handle = (handler: () => unknown): Promise<unknown> =>
          exported("handleOnce")(replays, "key-1", handler);
        const fail = (): never => {
          runs++;
          throw new Error("of the handler");
        };
        const error = await handle(fail).catch((thrown: unknown) => thrown);
        promise(error instanceof Error && error.message === "of the handler", "the handler's error is lost");
        const claims: unknown[] = [];
        for (let count = 0; count < 3; count++) claims.push(await handle(() => runs++));
        promise(runs === 2, `the handler ran ${runs} times, a failure and a success were expected`);
        promise(claims.join() === "claimed,done,done", `it was told ${claims.join(", ")}`);
      }),
  },
];
