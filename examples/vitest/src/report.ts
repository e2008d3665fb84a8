import { type AgentRef, NotFoundError, type Program } from "@trunkline/agentref";

/** A line of the weekly report. */
export interface Line {
  readonly program: string;
  readonly conversions: number;
}

/** The conversions of all programs that are still there, most first. */
export async function weeklyReport(client: AgentRef): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const program of client.programs.listAll()) {
    const conversions = await conversionsOf(client, program);
    if (conversions !== undefined) lines.push({ program: program.name, conversions });
  }
  return lines.sort((a, b) => b.conversions - a.conversions);
}

/** A program can be deleted between the list and the question. */
async function conversionsOf(client: AgentRef, { id }: Program): Promise<number | undefined> {
  try {
    return (await client.programs.stats(id)).totalConversions;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
