import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { installed } from "./folders.ts";

/** Longest that an editor may be asked for, in milliseconds. */
const LIMIT = 60_000;

interface Message {
  readonly type: string;
  readonly request_seq?: number;
  readonly body?: { readonly entries?: readonly unknown[] };
}

/** Seconds from opening a file to the list of completions after an expression, in an editor that has just started. */
export async function completionSeconds(folder: string, head: string, expression: string): Promise<number> {
  const file = `${folder}/completion.ts`;
  await writeFile(file, `${head}${expression}\n`);
  const server = spawn(
    "node",
    [installed("typescript/lib/tsserver.js"), "--disableAutomaticTypingAcquisition"],
    {
      stdio: ["pipe", "pipe", "ignore"],
      timeout: LIMIT,
    },
  );
  const send = (seq: number, command: string, args: object): void => {
    server.stdin.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
  };
  const answer = waitFor(server.stdout, 2);
  const began = performance.now();
  send(1, "open", { file });
  send(2, "completionInfo", { file, line: head.split("\n").length, offset: expression.length + 1 });
  const { body } = await answer;
  const seconds = (performance.now() - began) / 1000;
  const ended = once(server, "exit");
  server.kill();
  await ended;
  if ((body?.entries?.length ?? 0) < 5) throw new Error(`tsserver found nothing after ${expression}`);
  return seconds;
}

function waitFor(stream: NodeJS.ReadableStream, seq: number): Promise<Message> {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("end", () => reject(new Error("tsserver ended without an answer")));
    stream.on("data", (part: string) => {
      text += part;
      const lines = text.split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("{")) continue;
        const message = JSON.parse(line) as Message;
        if (message.type === "response" && message.request_seq === seq) resolve(message);
      }
    });
  });
}
