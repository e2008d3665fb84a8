import { Hono } from "hono";
import { type Inbox, receive } from "./receive.ts";

export function honoApp(inbox: Inbox): Hono {
  const app = new Hono();
  // The request as it came: c.req.json() would take its bytes away.
  app.post("/agora", async (c) => new Response(null, { status: await receive(c.req.raw, inbox) }));
  app.post("/other", async (c) => c.json(await c.req.json()));
  return app;
}
