import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** The program that is started: named by REDIS_SERVER, else what is on PATH; undefined where there is none. */
export const SERVER: string | undefined = [process.env.REDIS_SERVER, "redis-server", "valkey-server"].find(
  (name) => {
    if (!name) return false;
    try {
      execFileSync(name, ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  },
);

/** Whether suites on a real server are left out; never in CI. */
export const isMissing: boolean = SERVER === undefined;

if (isMissing) {
  const how = "apt-get install redis-server, or REDIS_SERVER=/path/to/redis-server";
  if (process.env.CI || process.env.TRUNKLINE_REQUIRE_REDIS)
    throw new Error(`There is no redis-server on PATH (${how}).`);
  console.log(`skipped: no redis-server on PATH (${how})`);
}

/** A server of a test's own. */
export interface RedisServer {
  readonly port: number;
  readonly pid: number;
  /** Stops it as a black hole would: it keeps its connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** Ends it at once. */
  kill(): Promise<void>;
  /** Sends one command, and gives what is answered as text. */
  ask(...command: string[]): Promise<string>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Starts a server with nothing in it, on a port of its own or on the one that it had.
 *
 * @param atEnd that of the test's context, where tests run side by side
 */
export async function startRedis(
  given: readonly string[] = [],
  onPort?: number,
  atEnd: typeof onTestFinished = onTestFinished,
): Promise<RedisServer> {
  const port = onPort ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), "trunkline-redis-"));
  const child = spawn(
    SERVER as string,
    [
      ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
      ...["--save", "", "--appendonly", "no", "--daemonize", "no", ...given],
    ],
    { stdio: "ignore" },
  );
  running.add(child);
  // A test that fails leaves none behind either; a frozen one is ended too.
  atEnd(() => void child.kill("SIGKILL"));
  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => {
      running.delete(child);
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
  });
  const password = given[given.indexOf("--requirepass") + 1];
  const ask = (...command: string[]): Promise<string> =>
    send(port, given.includes("--requirepass") ? [["AUTH", String(password)], command] : [command]);
  for (let tries = 0; ; tries++) {
    const info = await ask("INFO", "server").catch(() => "");
    // Another server on the same port would answer as well.
    if (info.includes(`process_id:${child.pid}\r`)) break;
    if (tries > 200) throw new Error(`redis-server did not start on port ${port}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    port,
    pid: child.pid as number,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    ask,
  };
}

/** Starts a cluster of one server, which has all slots. */
export async function startCluster(): Promise<RedisServer> {
  const redis = await startRedis(["--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1"]);
  await redis.ask("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
  while (!(await redis.ask("CLUSTER", "INFO")).includes("cluster_state:ok"))
    await new Promise((resolve) => setTimeout(resolve, 50));
  return redis;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The last answer to commands, sent as Redis is spoken to. */
function send(port: number, commands: readonly (readonly string[])[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, "127.0.0.1");
    let text = "";
    socket.setTimeout(2000, () => socket.destroy(new Error("no answer")));
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      text += chunk.toString();
      if (text.includes("+OK\r\n") && text.endsWith("+BYE\r\n")) socket.end();
    });
    socket.on("close", () => resolve(text));
    for (const command of [...commands, ["QUIT"]])
      socket.write(
        `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join("")}`,
      );
  });
}
