import fastify, { type FastifyInstance } from "fastify";
import { type Inbox, receive } from "./receive.ts";

export function fastifyApp(inbox: Inbox): FastifyInstance {
  const app = fastify();
  // A plugin has parsers of its own: all other routes get JSON as ever.
  app.register(async (webhooks) => {
    webhooks.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    webhooks.post<{ Body: Buffer }>("/agora", async ({ headers, body }, reply) =>
      reply.code(await receive({ headers, body }, inbox)).send(),
    );
  });
  app.post("/other", async ({ body }) => body);
  return app;
}
