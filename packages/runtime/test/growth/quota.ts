import { statedBy } from "../../src/quota/stated-by.ts";
import { memoryQuota } from "../../src/quota.ts";
import { GET, sample } from "../support/sample.ts";

type Run = (text: string) => unknown;

const windows = [
  { limit: 1_000_000, per: 10, scope: "account", headers: { remaining: "x-left", reset: "x-reset" } },
  { limit: 1_000_000, per: 10, scope: "uploads" },
];

/** What a client with a quota counts, whatever is sent and answered. */
export const quota: Readonly<Record<string, Run>> = {
  "what a header field says of a window": (text) =>
    statedBy(new Headers({ "x-left": text, "x-reset": text, date: text }), {
      remaining: "x-left",
      reset: "x-reset",
      only: { header: "x-left", value: text },
    }),
  "a call under a quota": async (text) => {
    const fetch = async (): Promise<Response> => new Response("{}", { headers: { "x-left": text } });
    const client = sample({ fetch, maxRetries: 0, quota: memoryQuota({ windows, account: text }) });
    await client.things.call({ ...GET, quotas: ["uploads"] });
    await client.quota();
  },
};
