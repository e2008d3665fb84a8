import { Buena, UsageError } from "@trunkline/buena";
import { type Servers, type Step, scenario } from "./scenario.mjs";

// A Worker as a user deploys it, which runs the scenario for whoever asks.

// biome-ignore lint/style/noDefaultExport: it is how a Worker says what it is.
export default {
  async fetch(request: Request): Promise<Response> {
    const servers = (await request.json()) as Servers;
    return Response.json([...(await scenario(servers)), await odd(servers)]);
  },
};

/** Workers have refused `credentials`, `mode` and `cache`, and some compatibility dates still do. */
async function odd({ buena: baseURL }: Servers): Promise<Step> {
  const name = "odd fetch";
  const given: string[] = [];
  const apiKey = "bna_worker";
  const watched = new Buena({
    apiKey,
    baseURL,
    fetch: (url, init) => {
      given.push(...Object.keys(init));
      return fetch(url, init);
    },
  });
  await watched.health.check();
  if (given.some((key) => ["credentials", "mode", "cache"].includes(key)))
    return { name, error: `the client gives fetch ${given.join(", ")}` };
  try {
    new Buena({ apiKey, baseURL, fetchOptions: { cache: "no-store" } });
    return { name, error: "an option that fetch refuses was taken" };
  } catch (error) {
    if (error instanceof UsageError && error.message.includes("cache")) return { name };
    return { name, error: String(error) };
  }
}
