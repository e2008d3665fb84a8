import { type Agora, APIConnectionError, isAPIError, type LeadInput, RateLimitError } from "@trunkline/agora";
import express, { type ErrorRequestHandler, type Express } from "express";

/** An app whose visitors leave their phone numbers, which go on into a campaign. */
export function createApp(agora: Agora, campaign: number): Express {
  const app = express();
  app.use(express.json());

  app.post("/leads", async (request, response) => {
    // Nobody waits for the answer any more: end the call too.
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const { phone, name } = request.body as { phone: string; name?: string };
    const lead: LeadInput = { phone, first_name: name };
    const upload = await agora.leads.upload(
      { campaign_id: campaign, leads: [lead], compliance_acknowledged: true, source: "website" },
      { signal: gone.signal, totalTimeout: 10_000 },
    );
    const [rejected] = upload.errors;
    if (rejected) response.status(422).json({ error: rejected.message });
    else response.status(202).json({ import: upload.import_id });
  });

  // Express 5 hands on what a handler's promise rejects with.
  app.use(answerErrors);
  return app;
}

/** What the visitor is told; what happened is for the log. */
const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (isAPIError(error, "leads.upload", 422)) {
    const [rejected] = "errors" in error.body ? error.body.errors : [];
    response.status(422).json({ error: rejected?.message ?? "The lead was refused." });
    return;
  }
  console.error(String(error));
  if (error instanceof RateLimitError) response.set("retry-after", String(error.retryAfter ?? 60));
  const busy = error instanceof RateLimitError || error instanceof APIConnectionError;
  response.status(busy ? 503 : 502).json({ error: "Please try again later." });
};
