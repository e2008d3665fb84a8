import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { Redis } from "ioredis";

const HOW = "apt-get install redis-server, or REDIS_SERVER=/path/to/redis-server";

/** The program of Redis; undefined, with the reason printed, where there is none. @throws in CI */
export function findRedis(): string | undefined {
  for (const name of [process.env.REDIS_SERVER, "redis-server", "valkey-server"]) {
    if (!name) continue;
    try {
      execFileSync(name, ["--version"], { stdio: "ignore" });
      return name;
    } catch {}
  }
  if (process.env.CI || process.env.TRUNKLINE_REQUIRE_REDIS)
    throw new Error(`There is no redis-server on PATH (${HOW}).`);
  console.log(`skipped: no redis-server on PATH (${HOW})`);
  return undefined;
}

/** Starts Redis, with what the folder has of it, and gives its process when it answers. */
export async function startRedis(program: string, folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(
    program,
    [
      ...["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--daemonize", "no"],
      // What it has said is on the disk.
      ...["--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction"],
    ],
    { stdio: "ignore" },
  );
  const client = new Redis(port, "127.0.0.1", { maxRetriesPerRequest: 100 });
  client.on("error", () => {});
  try {
    const info = await client.info("server");
    // Another server on the same port would answer as well.
    if (!info.includes(`process_id:${child.pid}\r`)) throw new Error(`Port ${port} is taken.`);
    return child;
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  } finally {
    client.disconnect();
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
