import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import type { RedirectMatrix } from "../scenario/redirect-cells.mts";
import { type NamedCell, type Origins, PLACES, redirectCells } from "./redirect-cells.ts";
import type { Step } from "./row.ts";
import type { Redirects } from "./servers.ts";

const BODY = '{"name":"thing"}';
const KEY = "tlcanary-redirected";

/** One request that arrived, preflights too. */
interface Arrival {
  readonly method: string;
  readonly body: string;
  /** Where it arrived: an origin. */
  readonly origin: string;
  readonly hasKey: boolean;
}

/** Servers that send every call elsewhere, and judge who went. */
export interface RedirectServers extends AsyncDisposable {
  /** A file with the certificate that they are known by, made for this run. */
  readonly certificate: string;
  /** Forgets what arrived, and gives the calls to make; none where redirects are followed whatever one says. */
  arm(redirects: Redirects): RedirectMatrix | undefined;
  /** What arrived otherwise than it should. */
  judge(): readonly Step[];
}

export async function startRedirects(): Promise<RedirectServers> {
  const altNames = [
    { type: 2, value: "localhost" },
    { type: 7, ip: "127.0.0.1" },
  ] as const;
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    // Named no authority: Deno takes none for a server's own certificate.
    extensions: [{ name: "subjectAltName", altNames: [...altNames] }],
  });
  const folder = await mkdtemp(join(tmpdir(), "trunkline-certificate-"));
  const certificate = join(folder, "certificate.pem");
  await writeFile(certificate, cert);

  // By the part of the path that names a cell and says whether this is where it was sent to.
  const arrivals = new Map<string, Arrival[]>();
  const listener =
    (scheme: string): RequestListener =>
    async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const { method = "", url = "", headers } = request;
      const [, step = "", status = "", place = "", ...rest] = (url.split("?")[0] ?? "").split("/");
      const path = [step, status, place, ...rest.slice(0, 2)].join("/");
      const hasKey = url.includes(KEY) || JSON.stringify(headers).includes(KEY);
      arrivals.set(path, [
        ...(arrivals.get(path) ?? []),
        { method, body, origin: `${scheme}//${headers.host}`, hasKey },
      ]);
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("access-control-allow-headers", "authorization, content-type, x-api-key");
      response.setHeader("access-control-allow-methods", "GET, POST");
      if (method === "OPTIONS") return response.writeHead(204).end();
      if (step === "landed") {
        return response
          .writeHead(200, { "content-type": "application/json" })
          .end(JSON.stringify({ landed: method }));
      }
      const location = `${origins[place.replace("-", " ") as keyof Origins]}/landed/${path.slice("from/".length)}`;
      return response.writeHead(Number(status), { location }).end();
    };
  const servers = {
    api: createSecureServer({ key, cert }, listener("https:")),
    other: createSecureServer({ key, cert }, listener("https:")),
    plain: createServer(listener("http:")),
  };
  const [api, other, plain] = await Promise.all(Object.values(servers).map(listen));
  const origins: Origins = {
    "same origin": `https://127.0.0.1:${api}`,
    "other port": `https://127.0.0.1:${other}`,
    "other host": `https://localhost:${api}`,
    downgrade: `http://127.0.0.1:${plain}`,
  };
  const home = origins["same origin"];

  let asked: readonly NamedCell[] = [];
  return {
    certificate,
    arm(redirects) {
      arrivals.clear();
      asked = redirects === "followed" ? [] : redirectCells(origins, redirects === "hidden");
      if (asked.length === 0) return undefined;
      const careless = PLACES.map((place) => `${home}/from/307/${place.replace(" ", "-")}/careless/GET`);
      return { cells: asked, secret: KEY, careless };
    },
    judge() {
      const found: Step[] = [];
      for (const { name, path, method, wanted } of asked) {
        const sent = (arrivals.get(`from/${path}`) ?? []).filter((one) => one.method !== "OPTIONS");
        const landed = arrivals.get(`landed/${path}`) ?? [];
        const [only] = landed;
        const check = (holds: boolean | undefined, error: string): void => {
          if (!holds) found.push({ name: "redirects", error: `${name}: ${error}` });
        };
        check(
          sent.length === 1 && sent[0]?.hasKey,
          `${sent.length} requests arrived, or one without its key`,
        );
        check(sent[0]?.method === method, `${sent[0]?.method} arrived`);
        if ("says" in wanted) {
          check(landed.length === 0, `${only?.method} was sent on to ${only?.origin}`);
          continue;
        }
        check(
          landed.length === 1 && only?.hasKey,
          `${landed.length} requests landed, or one without its key`,
        );
        check(
          only?.origin === home && only.method === wanted.lands,
          `${only?.method} to ${only?.origin} landed`,
        );
        check(only?.body === (wanted.lands === "POST" ? BODY : ""), `the body that landed is ${only?.body}`);
      }
      return found;
    },
    async [Symbol.asyncDispose]() {
      for (const server of Object.values(servers)) {
        server.closeAllConnections();
        server.close();
      }
      await rm(folder, { recursive: true });
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
