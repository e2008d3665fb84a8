import express, { type Express } from "express";
import { type Inbox, receive } from "./receive.ts";

export function expressApp(inbox: Inbox): Express {
  const app = express();
  // Before express.json(), which would take the bytes away.
  app.post("/agora", express.raw({ type: "*/*" }), async (request, response) => {
    response.sendStatus(await receive(request, inbox));
  });
  app.use(express.json());
  app.post("/other", (request, response) => void response.json(request.body));
  return app;
}
