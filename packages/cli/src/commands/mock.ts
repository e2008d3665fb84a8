import { once } from "node:events";
import { type Command, InvalidArgumentError } from "commander";
import pc from "picocolors";
import { CommandFailure } from "../failure.ts";

export function addMock(program: Command): void {
  program
    .command("mock")
    .description("answer a document's operations from its examples, with a line for each request")
    .argument("<source>", "a package's name, its folder, or the path of a document")
    .option("--port <number>", "port on 127.0.0.1; a free one when not given", parsePort, 0)
    .option("--state", "remember what is created, changed and deleted", false)
    .option("--cors", "let pages of other origins read the answers", false)
    .action(mock);
}

interface MockFlags {
  readonly port: number;
  readonly state: boolean;
  readonly cors: boolean;
}

async function mock(source: string, flags: MockFlags): Promise<void> {
  const { startMock } = await import("@trunkline/mock");
  await using server = await startMock(source, {
    ...flags,
    onRequest: ({ method, target, answer, violations }) => {
      const color = answer && answer.status < 400 ? pc.green : pc.yellow;
      process.stdout.write(`${color(String(answer?.status ?? "cut"))} ${method.padEnd(6)} ${target}\n`);
      for (const { location, message } of violations) {
        process.stdout.write(`    ${pc.red(`${location.join(".")}: ${message}`)}\n`);
      }
    },
  }).catch((error: Error & { code?: string }) => {
    if (error.code === "EADDRINUSE") throw new CommandFailure(`Port ${flags.port} is taken. Choose another.`);
    throw new CommandFailure(error.message, { cause: error });
  });
  process.stdout.write(`${source} answers at ${pc.bold(server.url)} (Ctrl+C ends it)\n`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
}
