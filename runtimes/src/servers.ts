import { type Mock, startMock } from "../../packages/mock/dist/index.js";
import type { RedirectMatrix } from "../scenario/redirect-cells.mts";
import { repository } from "./folders.ts";
import { startRedirects } from "./redirect-servers.ts";
import type { Step } from "./row.ts";

/** The mock servers' base URLs, and calls that are redirected: as the scenario takes them. */
export interface URLs extends Readonly<Record<"agentref" | "agora" | "buena", string>> {
  readonly redirects?: RedirectMatrix;
}

/** What a runtime lets its programs see of redirects; nothing where it follows them by itself. */
export type Redirects = "seen" | "hidden" | "followed";

/** The mock servers that all runtimes talk to, one after another. */
export interface Servers extends AsyncDisposable {
  readonly mocks: Readonly<Record<"agentref" | "agora" | "buena", Mock>>;
  /** File with the certificate that the servers that redirect are known by. */
  readonly certificate: string;
  /** Forgets the last run, and makes ready what the scenario meets. */
  arm(redirects: Redirects): URLs;
  /** What only the other end can tell of a run. */
  judge(): readonly Step[];
}

export async function startServers(): Promise<Servers> {
  const start = (name: string): Promise<Mock> =>
    startMock(`${repository}packages/${name}`, { cors: true, from: import.meta.url });
  const [agentref, agora, buena] = await Promise.all([start("agentref"), start("agora"), start("buena")]);
  const redirecting = await startRedirects();
  const mocks = { agentref, agora, buena };

  const arm = (redirects: Redirects): URLs => {
    for (const mock of Object.values(mocks)) mock.reset();
    agentref.fail({ operation: "programs.stats", status: 503, retryAfter: 0 });
    agentref.prefer({ operation: "programs.get", status: 404 });
    agora.prefer({ operation: "leads.upload", status: 422 });
    buena.fail({ operation: "health.check", delay: 1000 });
    buena.fail({ operation: "leads.get", delay: 1000 });
    const location = `${agora.origin}/elsewhere`;
    buena.fail({ operation: "users.getLinkedin", status: 302, headers: { location } });
    const matrix = redirecting.arm(redirects);
    const urls = { agentref: agentref.url, agora: agora.url, buena: buena.url };
    return matrix ? { ...urls, redirects: matrix } : urls;
  };

  const judge = (): readonly Step[] => {
    const found: Step[] = [...redirecting.judge()];
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
    mocks,
    certificate: redirecting.certificate,
    arm,
    judge,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(Object.values(mocks).map((mock) => mock.close()));
      await redirecting[Symbol.asyncDispose]();
    },
  };
}
