import { type JsonObject, objectField, readExtension, stringField } from "@trunkline/document";
import { clientName } from "../names/client-name.ts";
import type { NamesLock } from "../names/lock.ts";
import type { Scope } from "../names/scope.ts";
import { pascalCase } from "../names/words.ts";
import type { Context } from "./context.ts";
import { below, stepsOf } from "./document.ts";
import { vendorClasses } from "./errors.ts";
import { pinAtRoot } from "./pin.ts";
import type { ErrorsModel } from "./types.ts";

/** A component keeps its name; `x-trunkline.name` overrides it. */
export function baseName(document: JsonObject, pointer: string): string {
  const path = stepsOf(pointer);
  const schema = below({ value: document, pointer: [] }, ...path)?.value;
  return readExtension("schema", schema).name ?? pascalCase(path.at(-1) ?? "");
}

/** What the client is to be called: as the document says or the lock, else after the title. */
export function wantedClient(
  { settings, document }: Context,
  lock: NamesLock | undefined,
): { readonly name: string; readonly isGuess: boolean } {
  const known = settings.client?.name ?? lock?.client;
  const title = stringField(objectField(document, "info"), "title") ?? "";
  return { name: pascalCase(known ?? clientName(title)), isGuess: known === undefined };
}

export function nameClient(context: Context, exports: Scope, lock: NamesLock | undefined): string {
  const { settings, report } = context;
  const { name, isGuess } = wantedClient(context, lock);
  const claimed = exports.claim([name, `${name || "Api"}Client`]);
  if (isGuess) {
    const hint = pinAtRoot(settings, { client: { name: claimed } });
    report(
      "guess",
      "client-name",
      `The client is called ${claimed}, after the title`,
      { pointer: ["info"] },
      hint,
    );
  }
  return claimed;
}

export function nameErrors(
  context: Context,
  exports: Scope,
  clientName: string,
): ErrorsModel & { readonly byStatus: ReadonlyMap<string, string> } {
  const base = exports.claim([`${clientName}Error`]);
  const wanted = vendorClasses(context);
  const names = new Map<string, string>();
  const byStatus = new Map<string, string>();
  for (const [status, vendorName] of wanted) {
    let name = names.get(vendorName);
    if (name === undefined) {
      // A vendor's class may have the name of one of the runtime's: it is exported in its stead.
      const plain = pascalCase(vendorName);
      const isFree = plain === base || exports.take(plain);
      name = isFree ? plain : exports.claim([`${clientName}${plain}`]);
      names.set(vendorName, name);
    }
    byStatus.set(status, name);
  }
  const classes = [...names.values()].map((name) => ({
    name,
    statuses: [...byStatus].filter(([, one]) => one === name).map(([status]) => status),
  }));
  return { base, classes, byStatus, bodies: exports.claim([`${clientName}ErrorBodies`]) };
}
