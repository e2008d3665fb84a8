// node json.mjs <"rows" | "shapes">: milliseconds of CPU to write a body of 3 MB, by JSON.stringify and by a client.
import { Agora } from "@trunkline/agora";

/** Rows that are all of one shape, or of several, as a program that runs for a while has seen them. */
const BODIES = {
  rows: () =>
    Array.from({ length: 13_000 }, (_, n) => ({
      phone_number: `+39333${n}`,
      first_name: "Ada",
      last_name: "Example",
      email: `ada.${n}@example.com`,
      tags: ["spring", "newsletter"],
      score: n / 3,
      consent: { given: true, at: null, source: "form" },
    })),
  shapes: () =>
    Array.from({ length: 13_000 }, (_, n) => ({
      id: n,
      [`field_${n % 12}`]: `value ${n}`,
      address: { street: "Via Roma 1", zip: "20100", [`extra_${n % 7}`]: true },
      notes: `Called on day ${n}, and asked to be called again in the week after that.`,
    })),
};

const body = { rows: BODIES[process.argv[2]]() };
const text = JSON.stringify(body);
const client = new Agora({ accessToken: "a_token_of_16_chars", baseURL: "https://api.example.com" });
const written = async () => (await client.preview((one) => one.post("/rows", { body }))).body;
if ((await written()) !== text) throw new Error("another text");

const millis = { native: [], ours: [] };
for (let round = 0; round < 15; round++) {
  millis.native.push(await measure(() => JSON.stringify(body)));
  millis.ours.push(await measure(written));
}
console.log(JSON.stringify({ bytes: text.length, ...millis }));

async function measure(run) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
