import { listOf } from "@trunkline/document";
import { expect, it } from "vitest";
import { flawed } from "./flawed.ts";
import { fullDocument, smallDocument } from "./full-document.ts";
import { fullOverlay } from "./full-overlay.ts";
import { fullSwagger } from "./full-swagger.ts";
import { fuzz } from "./fuzz.ts";

/** How many random documents are made of each kind. */
export interface FuzzRuns {
  readonly random: number;
  /** Of each document with flaws. */
  readonly flawed: number;
  /** Of the overlay with flaws: most are refused. */
  readonly overlays: number;
  /** Milliseconds for each kind. */
  readonly limit: number;
}

/** The tests of random documents: fewer of them in every run, many in the full one. */
export function fuzzTests({ random, flawed: runs, overlays, limit }: FuzzRuns): void {
  it(
    "refuses random documents, or makes inert packages of them",
    async () => {
      const { failure, made, refused } = await fuzz(random, 20_261);
      expect(failure).toBeUndefined();
      // Where all are refused, no output was looked at.
      expect(made).toBeGreaterThan(5);
      // Few are: a flaw costs what it touches.
      expect(refused).toBeGreaterThan(0);
    },
    limit,
  );

  it.each([
    ["OpenAPI 3.1", smallDocument()],
    ["Swagger 2.0", fullSwagger()],
  ])(
    "lets no flaw of %s become a way for text into code",
    async (_, document) => {
      const { failure, made } = await fuzz(runs, 20_262, flawed(document));
      expect(failure).toBeUndefined();
      expect(made).toBeGreaterThan(10);
    },
    limit,
  );

  it(
    "lets no flaw of an overlay become a way for text into code",
    async () => {
      const overlay = fullOverlay();
      // Whoever writes the overlay may choose the variable that a secret is read from.
      const actions = listOf(overlay.actions).filter((one) => !JSON.stringify(one).includes("SHOP_SECRET"));
      const given = flawed({ ...overlay, actions });
      const { failure, made, refused } = await fuzz(overlays, 20_263, given, (overlay) => ({
        spec: fullDocument(),
        overlay: JSON.stringify(overlay),
      }));
      expect(failure).toBeUndefined();
      expect(made).toBeGreaterThan(5);
      expect(refused).toBeGreaterThan(0);
    },
    limit,
  );
}
