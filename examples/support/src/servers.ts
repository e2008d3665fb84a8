import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { generate } from "selfsigned";

/** A forward proxy on loopback that remembers which hosts it opened tunnels to. */
export interface Proxy extends AsyncDisposable {
  readonly url: string;
  readonly tunnels: readonly string[];
}

export async function startProxy(): Promise<Proxy> {
  const tunnels: string[] = [];
  const server = createServer().on("connect", ({ url = "" }, socket) => {
    tunnels.push(url);
    const { hostname, port } = new URL(`http://${url}`);
    const upstream = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
    socket.on("close", () => upstream.destroy());
  });
  return {
    url: `http://127.0.0.1:${await listen(server)}`,
    tunnels,
    [Symbol.asyncDispose]: () => stop(server),
  };
}

/** An HTTPS server on loopback whose certificate nobody knows, in front of another server. */
export interface SecureServer extends AsyncDisposable {
  readonly url: string;
  /** PEM */
  readonly certificate: string;
}

/** A key and a certificate that vouches for itself; PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

export async function makeIdentity(name: string): Promise<Identity> {
  const { private: key, cert } = await generate([{ name: "commonName", value: name }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: name }] }],
  });
  return { key, cert };
}

/** @param options `trusts`: the only client that may connect, by its certificate */
export async function startTLS(
  origin: string,
  { trusts }: { readonly trusts?: string } = {},
): Promise<SecureServer> {
  const { key, cert } = await makeIdentity("localhost");
  const asks = trusts === undefined ? {} : { ca: trusts, requestCert: true, rejectUnauthorized: true };
  const server = createSecureServer({ key, cert, ...asks }, (incoming, outgoing) => {
    const { method, headers, url = "/" } = incoming;
    const forwarded = request(new URL(url, origin), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  const port = await listen(server);
  return {
    url: `https://localhost:${port}`,
    certificate: cert,
    [Symbol.asyncDispose]: () => stop(server),
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
