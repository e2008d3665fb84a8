import { AgentRef, type AgentRefOptions, type Program, type ProgramsListParams } from "@trunkline/agentref";
import { type Agora, type AgoraWebhooks, isAPIError, type LeadInput } from "@trunkline/agora";
import { type Agoralia, APIError, type Call } from "@trunkline/agoralia";
import type { Buena, Lead, Page, PagePromise } from "@trunkline/buena";

// What a user's program says of types. It is compiled, never run, and needs no types beyond those of fetch.

/** Options that may be there or not, as programs have them. */
export function connect(options: { key?: string; team?: string | undefined }): AgentRef {
  const given: AgentRefOptions = {
    apiKey: options.key,
    timeout: undefined,
    defaultHeaders: { team: options.team },
  };
  return new AgentRef(given);
}

export async function names(client: AgentRef, page?: number): Promise<string[]> {
  const params: ProgramsListParams = { page, limit: undefined };
  const found: string[] = [];
  for await (const program of client.programs.list(params)) found.push(program.name);
  const first: Program | undefined = (await client.programs.list().toArray({ limit: 1 }))[0];
  const { data, meta } = await client.programs.list();
  return [...found, first?.name ?? "", data[0]?.name ?? "", String(meta.total)];
}

export async function upload(client: Agora, phones: readonly string[]): Promise<number> {
  const leads: LeadInput[] = phones.map((phone) => ({ phone, first_name: undefined }));
  try {
    return (await client.leads.upload({ campaign_id: 1, leads, compliance_acknowledged: true })).valid_count;
  } catch (error) {
    if (isAPIError(error, "leads.upload", 422) && "errors" in error.body)
      return error.body.errors[0]?.row ?? 0;
    if (error instanceof APIError) return error.status;
    throw error;
  }
}

export function received(event: AgoraWebhooks[keyof AgoraWebhooks]): number | undefined {
  return event.event === "lead.created" ? event.lead_id : undefined;
}

export async function pages(agoralia: Agoralia, buena: Buena): Promise<(Call | Lead)[]> {
  const calls = await agoralia.calls.list({ limit: 10 });
  const walk: PagePromise<Page<Lead> & object, Lead> = buena.leads.list({ status: "active" });
  const lead: Lead | undefined = (await walk.toArray())[0];
  // @ts-expect-error a misspelt field is refused
  await buena.leads.list({ stauts: "active" });
  return lead ? [...calls.items, lead] : calls.items;
}
