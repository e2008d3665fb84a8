"use client";

import { type ReactNode, useActionState } from "react";
import { createProgram } from "./actions.ts";

/** A form that works before the page's scripts have arrived, too. */
export function ProgramForm({ idempotencyKey }: { readonly idempotencyKey: string }): ReactNode {
  const [{ message }, send, isSending] = useActionState(createProgram, { message: "" });
  return (
    <form action={send}>
      <input type="hidden" name="key" value={idempotencyKey} />
      <input name="name" placeholder="Name" required />
      <input name="percent" type="number" min="1" max="100" defaultValue="20" required />
      <button type="submit" disabled={isSending}>
        Create
      </button>
      <output>{message}</output>
    </form>
  );
}
