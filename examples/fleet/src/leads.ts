import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** A lead, as a line of the file has it. */
export interface Lead {
  readonly external_id: string;
  readonly phone: string;
}

/** Writes so many leads, each with its number in its name. */
export async function writeLeads(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  for (let number = 0; number < count; number++) {
    const lead: Lead = { external_id: `crm-${number}`, phone: `+39${3_400_000_000 + number}` };
    if (!file.write(`${JSON.stringify(lead)}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

/** The number of a lead. */
export function numberOf({ external_id }: Pick<Lead, "external_id">): number {
  return Number(external_id.slice("crm-".length));
}
