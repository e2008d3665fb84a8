import Koa from "koa";
import { type Inbox, receive } from "./receive.ts";

export function koaApp(inbox: Inbox): Koa {
  const app = new Koa();
  // Before a parser of bodies: the stream of Node.js still has the bytes.
  app.use(async (ctx, next) => {
    if (ctx.method !== "POST" || ctx.path !== "/agora") return next();
    ctx.status = await receive(ctx.req, inbox);
  });
  app.use(async (ctx) => {
    const chunks = await ctx.req.toArray();
    ctx.body = JSON.parse(Buffer.concat(chunks).toString());
  });
  return app;
}
