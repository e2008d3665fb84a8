import { Agora, AuthenticationError, isAPIError } from "@trunkline/agora";
import { failure, type Stage } from "./stage.ts";

const leads = [
  { phone: "not a number", first_name: "Nobody" },
  { phone: "+15551234567", first_name: "Ada", company: "Example Ltd" },
  { phone: "+447911123456", first_name: "Grace", email: "grace@example.com" },
  { phone: "" },
];

/** Uploads leads. The API key is traded for a token on the way. */
export async function agora({ mock, step }: Stage): Promise<void> {
  const client = new Agora({ apiKey: "agora_test_0123456789abcdef", baseURL: mock.url });

  mock.prefer({ operation: "leads.upload", status: 202, example: "partial", times: 1 });
  await step("leads.upload({ campaign_id: 42, leads: [four leads, two bad], … })", async () => {
    const upload = await client.leads.upload({ campaign_id: 42, leads, compliance_acknowledged: true });
    return [
      `import ${upload.import_id} ${upload.status}: ${upload.valid_count} valid, ${upload.invalid_count} invalid`,
      ...upload.errors.map(({ row, field, message }) => `lead ${row}, ${field ?? "whole row"}: ${message}`),
      "the first request traded the API key for a token",
    ];
  });

  await step("webhooks.listEndpoints(42)", async () => {
    const endpoints = await client.webhooks.listEndpoints(42);
    return `${endpoints.length} endpoints, the token was used again`;
  });

  mock.prefer({ operation: "leads.upload", status: 422, times: 1 });
  await step("leads.upload({ … }), which the vendor refuses", async () => {
    const error = await failure(
      client.leads.upload({ campaign_id: 42, leads, compliance_acknowledged: true }),
    );
    if (!isAPIError(error, "leads.upload", 422)) throw error;
    const count = "errors" in error.body ? error.body.invalid_count : "an unknown number of";
    return `422 caught as ${error.name}; its body is typed: ${count} rows are invalid`;
  });

  mock.prefer({ operation: "authentication.loginWithApiKey", status: 401, times: 1 });
  await step("a call with a revoked key", async () => {
    const revoked = new Agora({ apiKey: "agora_test_revoked_key_00", baseURL: mock.url });
    const error = await failure(revoked.webhooks.listEventTypes(42));
    if (!(error instanceof AuthenticationError)) throw error;
    return `${error.status} caught as ${error.name}: ${error.message}`;
  });
}
