import { type AgentRef, APIError, NotFoundError } from "@trunkline/agentref";
import { Hono } from "hono";

/** A page of a merchant: the programs, and one program with its numbers. Runs wherever Hono does. */
export function createApp(agentref: AgentRef): Hono {
  const app = new Hono();

  app.get("/programs", async ({ req, json }) => {
    const page = await agentref.programs.list({ page: Number(req.query("page") ?? 1), limit: 20 });
    return json({ programs: page.data.map(({ id, name }) => ({ id, name })), more: page.hasNextPage() });
  });

  app.get("/programs/:id", async ({ req, json }) => {
    const id = req.param("id");
    // Both at once; when the visitor goes away both end.
    const options = { signal: req.raw.signal };
    const [program, stats] = await Promise.all([
      agentref.programs.get(id, {}, options),
      agentref.programs.stats(id, {}, options),
    ]);
    return json({ name: program.name, conversions: stats.totalConversions });
  });

  app.onError((error, { json }) => {
    if (error instanceof NotFoundError) return json({ error: "There is no such program." }, 404);
    console.error(String(error));
    const request = error instanceof APIError ? error.requestId : undefined;
    return json({ error: "Please try again later.", request }, 502);
  });

  return app;
}
