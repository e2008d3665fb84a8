import { spawn } from "node:child_process";
import { once } from "node:events";
import { work } from "./folders.ts";

/** A server on the loopback interface, in a process of its own: its CPU time is not the client's. */
export async function startServer(program: string): Promise<AsyncDisposable & { readonly url: string }> {
  const server = spawn("node", [`${work}programs/${program}`], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  if (!server.stdout) throw new Error(`${program} has no output.`);
  const [port] = (await once(server.stdout, "data")) as [Buffer];
  return {
    url: `http://127.0.0.1:${String(port).trim()}`,
    async [Symbol.asyncDispose]() {
      const ended = once(server, "exit");
      server.kill();
      await ended;
    },
  };
}
