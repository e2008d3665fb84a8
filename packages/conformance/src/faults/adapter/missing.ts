import type { ClientModule } from "../../contract/types.ts";
import { FaultFailure } from "../promise.ts";

const MISSING: WeakMap<ClientModule, Set<string>> = new WeakMap();

/** Ends a case that needs what no adapter can give: whatever becomes of it, it does not apply. */
export function notOffered(module: ClientModule, what: string): never {
  const known = MISSING.get(module) ?? new Set();
  MISSING.set(module, known.add(what));
  throw new FaultFailure(`the adapter offers no ${what}`);
}

/** What a case has asked for in vain; it is forgotten. */
export function takeMissing(module: ClientModule): string | undefined {
  const [what] = MISSING.get(module) ?? [];
  MISSING.delete(module);
  return what;
}
