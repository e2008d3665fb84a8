import type { JsonObject, Read } from "@trunkline/document";
import type { Diagnostic } from "../diagnostics.ts";
import type { NamesLock } from "../names/lock.ts";
import type { LoadedDocument } from "../read/types.ts";
import type { At } from "./document.ts";
import type { PersonsWord } from "./persons-word.ts";
import type { Types } from "./schemas/types.ts";

/** What every part of the building works with. */
export interface Context {
  readonly document: JsonObject;
  /** `x-trunkline` at the root. */
  readonly settings: Read<"document">;
  readonly lock: NamesLock | undefined;
  readonly types: Types;
  readonly person: PersonsWord;
  /** Whether a place was written by an overlay: by a person, not by the document's author. */
  isOverlaid(pointer: readonly (string | number)[]): boolean;
  report(
    severity: Diagnostic["severity"],
    code: string,
    message: string,
    at: Pick<At<unknown>, "pointer">,
    hint?: string,
  ): void;
}

/** What of a loaded document the model is made of. */
export type Source = Pick<LoadedDocument, "document" | "locate"> &
  Partial<Pick<LoadedDocument, "isOverlaid" | "leftOut">>;
