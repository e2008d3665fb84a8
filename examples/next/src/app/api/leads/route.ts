import { isAPIError } from "@trunkline/agora";
import { apis } from "../../../lib/clients.ts";

/** `POST /api/leads`: takes a lead in. */
export async function POST(request: Request): Promise<Response> {
  const { phone } = (await request.json()) as { phone: string };
  try {
    const upload = await apis().agora.leads.upload(
      { campaign_id: 42, leads: [{ phone }], compliance_acknowledged: true },
      { signal: request.signal },
    );
    return Response.json({ import: upload.import_id }, { status: 202 });
  } catch (error) {
    if (!isAPIError(error, "leads.upload", 422)) throw error;
    const [rejected] = "errors" in error.body ? error.body.errors : [];
    return Response.json({ error: rejected?.message ?? "The lead was refused." }, { status: 422 });
  }
}
