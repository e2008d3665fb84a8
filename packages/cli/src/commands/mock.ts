import { once } from "node:events";
import { type Command, InvalidArgumentError, Option } from "commander";
import { colors } from "../colors.ts";
import { CommandFailure } from "../failure.ts";
import { type DeliverFlags, deliverOnce } from "../mock/deliver-once.ts";
import { servable } from "../mock/servable.ts";
import { namedSource } from "../named-source.ts";
import { load } from "../on-demand.ts";
import { parsePort } from "../parse-port.ts";
import { printableLine } from "../printable.ts";
import { print } from "../terminal.ts";

export function addMock(program: Command): void {
  program
    .command("mock")
    .description("answer a document's operations from its examples, with a line for each request")
    .argument("<source>", "a vendor of the workspace, a package's name or folder, or the path of a document")
    .option("--port <number>", "port on 127.0.0.1 (default: a free one)", parsePort)
    .option("--state", "remember what is created, changed and deleted")
    .option("--quotas", "refuse with 429 what the document's quotas do not allow")
    .option("--cors", "let pages of this machine read the answers, whatever their port")
    .option("--cors-origin <origin>", "let pages of this origin read them (repeatable; '*' for all)", collect)
    .option("--allow-host <name>", "answer requests for this host name too (repeatable)", collect)
    .option("--max-body <bytes>", "refuse larger bodies (default: 32 MiB)", parseBytes)
    .option(
      "--time-limit <seconds>",
      "stop checking a request after it has computed for so long (default: 5)",
      parseSeconds,
    )
    .option("--deliver <event>", "send this webhook to --to, signed, as often as the document says, and exit")
    .option("--to <url>", "address of your endpoint")
    .option("--secret <secret>", "the endpoint's secret (default: the vendor's environment variable)")
    .option("--example <name>", "which example of the webhook (default: the first)")
    .addOption(
      new Option("--tamper <how>", "spoil the delivery").choices([
        ...["body", "signature", "unsigned", "secret", "id", "old", "future"],
      ]),
    )
    .option("--waits", "wait between attempts as long as the vendor does")
    .action(mock);
}

interface MockFlags extends DeliverFlags {
  readonly port: number | undefined;
  readonly state: boolean | undefined;
  readonly quotas: boolean | undefined;
  readonly cors: boolean | undefined;
  readonly corsOrigin: readonly string[] | undefined;
  readonly allowHost: readonly string[] | undefined;
  readonly maxBody: number | undefined;
  /** Milliseconds. */
  readonly timeLimit: number | undefined;
  readonly deliver: string | undefined;
}

async function mock(source: string, flags: MockFlags): Promise<void> {
  const named = await namedSource(source);
  const { startMock } = await load("@trunkline/mock", process.cwd());
  await using served = await servable(named);
  await using server = await startMock(served.source, {
    port: flags.port,
    state: flags.state,
    quotas: flags.quotas,
    cors: flags.corsOrigin ?? flags.cors,
    allowedHosts: flags.allowHost,
    maxBodyBytes: flags.maxBody,
    timeLimit: flags.timeLimit,
    // Nobody asks for them here.
    remember: 0,
    onRequest: ({ method, target, answer, violations }) => {
      const color = answer && answer.status < 400 ? colors.green : colors.yellow;
      print(`${color(String(answer?.status ?? "cut"))} ${method.padEnd(6)} ${printableLine(target)}`);
      for (const { location, message } of violations) {
        print(
          `    ${colors.red(printableLine([location.join("."), message].filter((part) => part !== "").join(": ")))}`,
        );
      }
    },
  }).catch((error: Error & { code?: string }) => {
    if (error.code === "EADDRINUSE") throw new CommandFailure(`Port ${flags.port} is taken. Choose another.`);
    throw new CommandFailure(error.message, { cause: error });
  });
  if (flags.deliver !== undefined) return await deliverOnce(server, source, flags.deliver, flags);
  print(`${source} answers at ${colors.bold(server.url)} (Ctrl+C ends it)`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function parseBytes(text: string): number {
  const bytes = Number(text);
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new InvalidArgumentError("A size is a whole number of bytes from 1.");
}

function parseSeconds(text: string): number {
  const milliseconds = Math.round(Number(text) * 1000);
  if (Number.isSafeInteger(milliseconds) && milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError("A limit is a number of seconds above 0.");
}
