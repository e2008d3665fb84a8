import { APIConnectionError, APIRedirectError, Buena, UsageError } from "@trunkline/buena";
import { type Servers, type Step, scenario } from "./scenario.mjs";

// What runs in a page. `closed` is a server that says nothing of other origins, as most vendors' do.

export async function inPage(servers: Servers, closed: string): Promise<Step[]> {
  const refusal = refused(servers);
  const steps = await scenario(servers, { dangerouslyAllowBrowser: true });
  return [refusal, ...steps, ...(await odd(servers, closed))];
}

/** Without the opt-in, a secret key in a page is refused before anything is sent. */
function refused({ buena: baseURL }: Servers): Step {
  const name = "refused";
  try {
    new Buena({ apiKey: "bna_secret", baseURL });
    return { name, error: "a secret key was taken in a browser" };
  } catch (error) {
    if (error instanceof UsageError && error.message.includes("dangerouslyAllowBrowser")) return { name };
    return { name, error: String(error) };
  }
}

async function odd({ buena: baseURL }: Servers, closed: string): Promise<Step[]> {
  const name = "odd fetch";
  const options = { apiKey: "bna_page", dangerouslyAllowBrowser: true, maxRetries: 0 };
  const client = new Buena({ ...options, baseURL });
  const hidden = await failed(client.users.getLinkedin());
  const forbidden = await failed(client.health.check({}, { headers: { cookie: "a=b" } }));
  const data = new Blob(["sound"]).stream();
  const streamed = await failed(
    client.voiceClones.create({ name: "Narrator", files: [{ data, name: "a.wav" }] }),
  );
  const unreadable = await failed(new Buena({ ...options, baseURL: closed }).health.check());
  return [
    expected(name, hidden, APIRedirectError, "hides"),
    expected(name, forbidden, UsageError, "cookie"),
    expected(name, streamed, APIConnectionError, "HTTP/1.1"),
    expected(name, unreadable, APIConnectionError, "CORS"),
  ];
}

function expected(name: string, error: unknown, type: new (...args: never) => Error, word: string): Step {
  if (error instanceof type && error.message.includes(word)) return { name };
  return { name, error: `${String(error)} in place of ${type.name} that says ${word}` };
}

async function failed(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    return error;
  }
}
