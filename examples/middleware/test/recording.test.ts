import { AgentRef, chainMiddleware } from "@trunkline/agentref";
import { expect, it } from "vitest";
import { type RecordedCall, recording, replaying } from "../src/recording.ts";
import { json, serve } from "./server.ts";

const API_KEY = "ak_live_never_recorded";

/** What a program does, and a test looks at. */
async function report(client: AgentRef): Promise<unknown> {
  const programs = await client.programs.list({ limit: 2 }).toArray({ limit: 5 });
  const missing = await client.programs.get("none").catch((error: { status: number }) => error.status);
  return [programs, missing];
}

it("answers again as it was recorded, without a server", async () => {
  const calls: RecordedCall[] = [];
  const programs = Array.from({ length: 5 }, (_, index) => ({ id: `prg_${index}` }));
  const { baseURL, asked } = await serve(({ url }, response) => {
    const { pathname, searchParams } = new URL(url ?? "", "http://server");
    if (pathname !== "/programs") return json(response, { error: { message: "No such program" } }, 404);
    const page = Number(searchParams.get("page") ?? 1);
    const meta = { page, hasMore: page < 3 };
    return json(response, { data: programs.slice(page * 2 - 2, page * 2), meta });
  });
  const middleware = chainMiddleware(recording(calls));
  const first = await report(new AgentRef({ apiKey: API_KEY, baseURL, middleware }));
  // As a file of the repository would hold it.
  const file = JSON.stringify(calls, null, 2);
  expect(file).not.toContain(API_KEY);

  const replay = chainMiddleware(replaying(JSON.parse(file)));
  const client = new AgentRef({ apiKey: "ak_live_other", middleware: replay });
  expect(await report(client)).toEqual(first);
  expect(first).toEqual([programs, 404]);
  expect(asked).toHaveLength(calls.length);
  await expect(client.programs.get("prg_9")).rejects.toThrow(/Not in the recording.*GET \/programs\/prg_9\./);
});
