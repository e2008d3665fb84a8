import { expect, it } from "vitest";
import { fuzz } from "./fuzz.ts";

it("refuses random documents, or makes inert packages of them", async () => {
  const { failure, made, refused } = await fuzz(60, 20_261);
  expect(failure).toBeUndefined();
  // Where all are refused, no output was looked at.
  expect(made).toBeGreaterThan(5);
  // Few are: a flaw costs what it touches.
  expect(refused).toBeGreaterThan(0);
}, 120_000);
