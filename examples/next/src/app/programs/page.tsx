import type { ReactNode } from "react";
import { ProgramForm } from "./program-form.tsx";

/** Made for each visit: a page made once would give the same key to everybody. */
export const dynamic = "force-dynamic";

// biome-ignore lint/style/noDefaultExport: it is how Next.js finds a page.
export default function Page(): ReactNode {
  return <ProgramForm idempotencyKey={crypto.randomUUID()} />;
}
