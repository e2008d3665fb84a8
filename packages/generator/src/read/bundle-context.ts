import type { JsonObject } from "@trunkline/document";
import type { Components } from "./components.ts";
import type { Faults } from "./faults.ts";
import type { Flaw, Losses } from "./losses.ts";
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
  readonly losses: Losses;
  /** Objects of the sources that are known to be flawed. */
  readonly flawed: ReadonlyMap<object, Flaw>;
}

/** Where the walk is in the sources. */
export interface Here {
  /** Key of the file, which refs are relative to. */
  readonly file: string;
  readonly at: Position;
  readonly depth: number;
  /** What is wrong here costs this value alone, see `flaw-cost.ts`. @default the calls that it is part of */
  readonly spared?: boolean;
  /** The same goes for all that stands in it. @default false */
  readonly isIdle?: boolean;
}

/** Stands for what is not there yet, or is empty. */
export const nothing: JsonObject = Object.create(null);
