import { AgentRef, NotFoundError, ValidationError } from "@trunkline/agentref";
import { failure, type Stage } from "./stage.ts";

/** Reads and creates programs. */
export async function agentref({ mock, step }: Stage): Promise<void> {
  const client = new AgentRef({ apiKey: "ak_live_example", baseURL: mock.url });

  await step("programs.list()", async () => {
    const page = await client.programs.list();
    const { total, hasMore, requestId } = page.meta;
    return `${page.data.length} of ${total} programs, ${hasMore ? "more to come" : "no more"}, request ${requestId}`;
  });

  await step("for await (const program of programs.listAll())", async () => {
    const names: string[] = [];
    for await (const program of client.programs.listAll()) names.push(program.name);
    return `${names.length} programs: ${names.join(", ")}`;
  });

  await step('programs.create({ … }, { idempotencyKey: "order-1" }).withResponse()', async () => {
    const { data, requestId, response } = await client.programs
      .create(
        { name: "Partners", commissionType: "recurring", commissionPercent: 20 },
        { idempotencyKey: "order-1" },
      )
      .withResponse();
    return `${response.status}: program ${data.id} "${data.name}", request ${requestId}`;
  });

  mock.fail({ operation: "programs.stats", status: 503, retryAfter: 0, times: 1 });
  await step('programs.stats("prg_1"), answered with 503 at first', async () => {
    const stats = await client.programs.stats("prg_1");
    return `${stats.totalConversions} conversions; the read was sent again`;
  });

  mock.prefer({ operation: "programs.get", status: 404, times: 1 });
  await step('programs.get("prg_gone")', async () => {
    const error = await failure(client.programs.get("prg_gone"));
    if (!(error instanceof NotFoundError)) throw error;
    return `${error.status} caught as ${error.name}: ${error.code}, request ${error.requestId}`;
  });

  mock.prefer({ operation: "flags.resolve", status: 422, times: 1 });
  await step('flags.resolve("flg_1", { status: "reviewed" })', async () => {
    const error = await failure(client.flags.resolve("flg_1", { status: "reviewed" }));
    if (!(error instanceof ValidationError)) throw error;
    return `${error.status} caught as ${error.name}: ${error.message}`;
  });
}
