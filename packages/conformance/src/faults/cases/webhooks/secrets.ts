import { promise } from "../../promise.ts";
import { weakness } from "../../sources.ts";
import type { FaultCase } from "../../types.ts";
import { printed } from "../judge.ts";
import { BYTES, receiving } from "./receiving.ts";

export const webhookSecretCases: readonly FaultCase[] = [
  {
    id: "webhooks/several-secrets",
    title: "While one secret replaces another, deliveries by either are taken.",
    reason: "Between the change at the vendor and the change of the program, deliveries are lost.",
    source: weakness(324),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, taken, refused, secret }) => {
        const options = { secret: [receiver.secretOf(`${BYTES}-next`), secret] };
        for (const bytes of [BYTES, `${BYTES}-next`])
          await taken({ headers: receiver.sign(body, bytes), body }, `the secret of ${bytes}`, options);
        await refused({ headers: receiver.sign(body, `${BYTES}-other`), body }, "another secret", options);
      }),
  },
  {
    id: "webhooks/empty-secret",
    title: "An empty secret is refused, alone and among others.",
    reason: "Everybody can sign with it, and a variable that is not set becomes one.",
    source: weakness(1391),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, refused, secret }) => {
        const delivery = { headers: receiver.sign(body, ""), body };
        for (const one of ["", " ", [], [""], [secret, ""]])
          await refused(delivery, `the secret ${JSON.stringify(one).replace(secret, "…")}`, { secret: one });
      }),
  },
  {
    id: "webhooks/hidden-secret",
    title: "No error shows a secret.",
    reason: "Errors of an endpoint are logged, and whoever reads the log can sign.",
    source: weakness(532),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, secret, exported }) => {
        const wrong = `${secret}!canary`;
        const attempts = [
          [{ headers: receiver.sign(body, "other"), body }, { secret }],
          [{ headers: {}, body }, { secret }],
          [{ headers: receiver.sign(body, BYTES), body }, { secret: wrong }],
          [{ headers: receiver.sign(body, BYTES), body: {} }, { secret }],
        ];
        for (const [delivery, options] of attempts) {
          const error = await exported("unwrap")(delivery, options).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          promise(error !== undefined, "a delivery that is wrong was taken");
          const shown = printed(error);
          promise(!shown.includes(secret) && !shown.includes("canary"), "an error shows the secret");
        }
      }),
  },
];
