import { type Mock, startMock } from "../../packages/mock/dist/index.js";
import { repository } from "./folders.ts";
import type { Step } from "./row.ts";

/** Base URLs as the scenario takes them. */
export type URLs = Readonly<Record<"agentref" | "agora" | "buena", string>>;

/** The mock servers that all runtimes talk to, one after another. */
export interface Servers extends AsyncDisposable {
  readonly urls: URLs;
  readonly mocks: Readonly<Record<keyof URLs, Mock>>;
  /** Forgets the last run, and makes ready the faults that the scenario meets. */
  arm(): void;
  /** What only the other end can tell of a run. */
  judge(): readonly Step[];
}

export async function startServers(): Promise<Servers> {
  const start = (name: string): Promise<Mock> =>
    startMock(`${repository}packages/${name}`, { cors: true, from: import.meta.url });
  const [agentref, agora, buena] = await Promise.all([start("agentref"), start("agora"), start("buena")]);
  const mocks = { agentref, agora, buena };

  const arm = (): void => {
    for (const mock of Object.values(mocks)) mock.reset();
    agentref.fail({ operation: "programs.stats", status: 503, retryAfter: 0 });
    agentref.prefer({ operation: "programs.get", status: 404 });
    agora.prefer({ operation: "leads.upload", status: 422 });
    buena.fail({ operation: "health.check", delay: 1000 });
    buena.fail({ operation: "leads.get", delay: 1000 });
    const location = `${agora.origin}/elsewhere`;
    buena.fail({ operation: "users.getLinkedin", status: 302, headers: { location } });
  };

  const judge = (): readonly Step[] => {
    const found: Step[] = [];
    const check = (name: string, holds: boolean, error: string): void => {
      if (!holds) found.push({ name, error });
    };
    const sent = (mock: Mock, operation: string) =>
      mock.requests.filter((request) => request.operation === operation);
    const merchants = sent(agentref, "merchant.get").map(({ headers }) => headers.authorization);
    check(
      "auth",
      merchants[0] === "Bearer ak_live_runtime" && merchants[1] === undefined,
      "the key did not arrive",
    );
    const exchanges = sent(agora, "authentication.loginWithApiKey").length;
    check("token", exchanges === 1, `${exchanges} token exchanges in place of 1`);
    const upload = sent(buena, "voiceClones.create")[0]?.body?.parts?.find(({ name }) => name === "files");
    check("upload", upload?.filename === "sample.wav", `the file is called ${upload?.filename}`);
    check(
      "upload",
      upload?.bytes.length === 100_000 && upload.bytes.every((byte) => byte === 7),
      "the file's bytes are not what was sent",
    );
    const astray = agora.requests.filter(({ target }) => target.includes("elsewhere"));
    check("redirect", astray.length === 0, "the redirect was followed to another origin");
    // The one request without its key is meant to be wrong.
    const requests = Object.values(mocks).flatMap((mock) => mock.requests);
    for (const { violations, operation, headers } of requests) {
      if (operation === "merchant.get" && headers.authorization === undefined) continue;
      for (const { location, message } of violations)
        check("wire", false, `${operation} ${location.join(".")}: ${message}`);
    }
    return found;
  };

  return {
    urls: { agentref: agentref.url, agora: agora.url, buena: buena.url },
    mocks,
    arm,
    judge,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(Object.values(mocks).map((mock) => mock.close()));
    },
  };
}
