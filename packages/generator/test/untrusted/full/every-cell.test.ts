import { beforeAll, expect, it } from "vitest";
import { runCells, someOfEach } from "../cells.ts";
import { fullDocument, smallDocument } from "../full-document.ts";
import { fullOverlay } from "../full-overlay.ts";
import { activeParts } from "../inert.ts";
import { payloads } from "../payloads.ts";
import { placesOf, placesOfData } from "../places.ts";
import { refusable, refusableInOverlay } from "../refusable.ts";
import type { Subject } from "../subject.ts";
import { original } from "../variant.ts";

const base = fullDocument();
const places = someOfEach(placesOf(base), 2);
const fired: string[] = [];
let make: Subject["make"];

beforeAll(async () => {
  Object.defineProperty(globalThis, "fired", {
    value: (id: unknown) => fired.push(String(id)),
    configurable: true,
  });
  make = await original<Subject["make"]>("make-package.ts");
});

// What one text hides of another in a document that is full of them, a document each shows.
it.each(Object.keys(payloads))("%s is refused or inert in every place by itself", async (name) => {
  const found: string[] = [];
  for (const place of places) {
    const result = await runCells({ make }, name, { base, places: [place] });
    const faults = [...result.violations, ...activeParts(result)];
    if (result.refused.size > 0 && !refusable.has(place.id)) faults.push("is refused");
    if (fired.length > 0) faults.push(`ran ${fired.splice(0).join()}`);
    found.push(...faults.map((fault) => `${place.id} ${place.pointer.join("/")}: ${fault}`));
  }
  expect(found).toEqual([]);
});

it.each(Object.keys(payloads))("%s is refused or inert in every place of an overlay", async (name) => {
  const overlay = fullOverlay();
  const result = await runCells({ make }, name, {
    base: smallDocument(),
    overlay,
    places: placesOfData(overlay),
  });
  const wrong = [...result.refused.keys()].filter(({ id }) => !refusableInOverlay.test(id));
  expect([...result.violations, ...activeParts(result), ...wrong]).toEqual([]);
});
