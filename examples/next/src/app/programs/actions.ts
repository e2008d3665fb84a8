"use server";

import { ValidationError } from "@trunkline/agentref";
import { apis } from "../../lib/clients.ts";

/** What the form shows after it was sent. */
export interface FormState {
  readonly message: string;
}

/** For `useActionState` of a form with a name, a percentage and a hidden, random key. */
export async function createProgram(_before: FormState, form: FormData): Promise<FormState> {
  try {
    const program = await apis().agentref.programs.create(
      {
        name: String(form.get("name")),
        commissionType: "recurring",
        commissionPercent: Number(form.get("percent")),
      },
      // A form that is sent twice creates one program.
      { idempotencyKey: String(form.get("key")) },
    );
    return { message: `${program.name} is there.` };
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    return { message: error.message };
  }
}
