import { type AddressInfo, createServer } from "node:net";
import { sendAnswer } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { type Certificate, expired, ofAnotherName, selfSigned } from "../../bench/certificates.ts";
import { trust } from "../../bench/dispatcher.ts";
import { promise } from "../../promise.ts";
import { tls, weakness } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase, FaultRun } from "../../types.ts";
import { brief, errorOf, sent } from "../judge.ts";

/** What a client connects to. */
interface Door {
  readonly base: string;
  readonly connections: number;
}

/** A server that says in clear that it does not understand, as those that speak HTTP alone do. */
async function inClear(bench: Bench): Promise<Door> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => {});
    socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  bench.defer(() => server.close());
  return {
    base: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
  };
}

/** One connection, and an error that says that nothing was sent. */
async function endsAtOnce(bench: Bench, get: Probe, door: Door, what: string): Promise<Error> {
  const error = errorOf(await bench.call(bench.client(door.base), get), what);
  promise(
    door.connections === 1,
    `${what}: the client connected ${door.connections} times, once was expected`,
  );
  promise(
    bench.isError(error, "APIConnectionError"),
    `${what}: ${brief(error)} was thrown, an APIConnectionError was expected`,
  );
  promise(error.unsent === true, `${what}: error.unsent is ${brief(error.unsent)}, true was expected`);
  return error;
}

function refuses(
  target: Target,
  certificate: Certificate,
  isTrusted: boolean,
  words: RegExp,
): FaultRun | string {
  return given(reading(target), NO_READ, async (get, bench) => {
    if (isTrusted) trust(bench, certificate.cert);
    const server = await bench.serve((_, response) => sendAnswer(response, get.answer), 0, certificate);
    const error = await endsAtOnce(bench, get, server, "a certificate that is not good");
    sent(server, 0);
    promise(words.test(error.message), `the message does not say what is wrong: ${brief(error)}`);
  });
}

export const certificateCases: readonly FaultCase[] = [
  {
    id: "retry/untrusted-certificate",
    title: "A certificate that nobody vouches for ends the call at once, in words, with nothing sent.",
    reason: "It is as untrusted a second later; whoever waits for three attempts looks in the wrong place.",
    source: weakness(295),
    prepare: (target) => refuses(target, selfSigned, false, /self.?signed|certificate/i),
  },
  {
    id: "retry/expired-certificate",
    title: "A certificate that has expired ends the call at once, in words, with nothing sent.",
    reason: "No attempt makes it younger: the vendor must be told, or the clock set.",
    source: weakness(298),
    prepare: (target) => refuses(target, expired, true, /expired/i),
  },
  {
    id: "retry/certificate-of-another",
    title: "A certificate of another name ends the call at once, in words, with nothing sent.",
    reason: "Behind that address stands another server than the one that is meant.",
    source: weakness(297),
    prepare: (target) => refuses(target, ofAnotherName, true, /altnames?|hostname|name/i),
  },
  {
    id: "retry/no-tls",
    title: "https: to a server that does not speak it ends the call at once, with nothing sent.",
    reason: "A base URL with the wrong scheme is wrong until somebody changes it.",
    source: tls("6.2"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        await endsAtOnce(bench, get, await inClear(bench), "https: to a server that speaks http");
      }),
  },
];
