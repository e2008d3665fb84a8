import type { JsonObject } from "../json.ts";

/** Numbers that a schema allows, those that a person would choose first. @param index so that items of a list differ */
export function numbersOf(schema: JsonObject, index: number, isInteger: boolean): readonly number[] {
  const number = (key: string): number | undefined =>
    typeof schema[key] === "number" ? schema[key] : undefined;
  const step = number("multipleOf") ?? (isInteger ? 1 : undefined);
  const low = greatest(number("minimum"), number("exclusiveMinimum"));
  const high = least(number("maximum"), number("exclusiveMaximum"));
  const isOpenBelow =
    schema.exclusiveMinimum === true || (low !== undefined && low === number("exclusiveMinimum"));
  const isOpenAbove =
    schema.exclusiveMaximum === true || (high !== undefined && high === number("exclusiveMaximum"));
  const fits = (value: number): boolean =>
    (low === undefined || value > low || (value === low && !isOpenBelow)) &&
    (high === undefined || value < high || (value === high && !isOpenAbove)) &&
    (!isInteger || Number.isInteger(value));
  const middle = low !== undefined && high !== undefined ? [(low + high) / 2] : [];
  const distance = step ?? (low !== undefined && high !== undefined ? Math.min(1, (high - low) / 8) : 1);
  const plain = low === undefined && step === undefined ? [1.5] : [];
  const starts = [
    ...(low === undefined ? [] : [low]),
    ...plain,
    1,
    ...(high === undefined ? [] : [high]),
    ...middle,
  ];
  const values = starts.flatMap((start) =>
    [index, 0, 1, 2, 3].flatMap((steps) => [start + steps * distance, start - steps * distance]),
  );
  const stepped = values.flatMap((value) => (step === undefined ? [value] : multiples(value, step)));
  return [...new Set(stepped.filter(fits))];
}

/** The multiple next to a number, upwards and downwards, without the digits that doubles add. */
function multiples(value: number, step: number): readonly number[] {
  if (step <= 0) return [];
  const digits = Math.min(20, decimals(step));
  return [Math.ceil(value / step), Math.floor(value / step)].map((count) =>
    Number((count * step).toFixed(digits)),
  );
}

function decimals(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
}

function greatest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
