import type { JsonObject } from "@trunkline/document";
import type { Components } from "./components.ts";
import type { Faults } from "./faults.ts";
import type { Position, PositionTable } from "./positions.ts";
import type { Resolver } from "./resolve.ts";
import type { ReadLimits } from "./types.ts";
import type { ValueCount } from "./value-count.ts";
import type { OpenapiVersion } from "./version.ts";

/** What the parts of the bundler share. */
export interface BundleContext {
  readonly version: OpenapiVersion;
  readonly positions: PositionTable;
  readonly faults: Faults;
  readonly limits: ReadLimits;
  readonly resolver: Resolver;
  readonly components: Components;
  readonly count: ValueCount;
}

/** Where the walk is in the sources. */
export interface Here {
  /** Key of the file, which refs are relative to. */
  readonly file: string;
  readonly at: Position;
  readonly depth: number;
  /** What is wrong here costs this value alone, see `flaw-cost.ts`. */
  readonly spared?: boolean;
}

/** Stands for what could not be read; the document is refused then. */
export const nothing: JsonObject = Object.create(null);
