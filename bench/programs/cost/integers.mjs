// node integers.mjs <"none" | "one" | "all" | "exact">: milliseconds of CPU to read a body of 700 kB, by JSON.parse and by a client.
import { APIClient, APIResource, bearer, int64 } from "@trunkline/runtime/client";

const BIG = "9007199254740993";
const kind = process.argv[2];
const isBig = { none: () => false, one: (n) => n === 1500, all: () => true, exact: () => true }[kind];
const rows = Array.from(
  { length: 3000 },
  (_, n) =>
    `{"id":${isBig(n) ? BIG : n},"name":"Programme ${n}","note":"${"Called, and asked to be called again. ".repeat(4)}","score":${n / 4},"tags":["spring","newsletter"]}`,
);
const text = `{"items":[${rows.join(",")}]}`;

const operation = {
  id: "things.get",
  method: "GET",
  path: "/things",
  ...(kind === "exact" ? { int64: int64("bigint")({ answer: { items: { "*": { id: true } } } }) } : {}),
};
const definition = {
  name: "Sample",
  userAgent: "sample/1",
  environments: { production: "https://api.example.com" },
  schemes: { Key: bearer({ option: "apiKey" }) },
  security: [["Key"]],
};
class Things extends APIResource {
  get() {
    return this._call(operation);
  }
}
const fetch = async () => new Response(text, { headers: { "content-type": "application/json" } });
const things = new Things(
  new APIClient(definition, { apiKey: "a_token_of_16_chars", fetch, logLevel: "off" }),
);

const [, middle] = (await things.get()).items.slice(1499, 1501);
const expected = kind === "exact" ? BigInt(BIG) : isBig(1500) ? Number(BIG) : 1500;
if (middle.id !== expected) throw new Error(`another value: ${middle.id}`);

const millis = { native: [], ours: [] };
for (let round = 0; round < 40; round++) {
  millis.native.push(await measure(async () => JSON.parse(await (await fetch()).text())));
  millis.ours.push(await measure(() => things.get()));
}
console.log(JSON.stringify({ bytes: text.length, ...millis }));

async function measure(run) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
