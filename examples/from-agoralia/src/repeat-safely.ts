import { type Agoralia, ConflictError } from "@trunkline/agoralia";

/** Each call has an idempotency key, made for it and kept over its attempts. Your own outlives the program. */
export async function repeatSafely(client: Agoralia, job: string): Promise<void> {
  try {
    const options = { idempotencyKey: job };
    const agent = await client.agents.create({ name: "Quotes" }, options);
    const same = await client.agents.create({ name: "Quotes" }, options); // within 24 hours: the first answer again
    console.log(agent.id === same.id ? "One agent, however often it is asked for." : "Two agents.");
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    console.log(`The key ${error.idempotencyKey} was used for another body.`);
  }
}
