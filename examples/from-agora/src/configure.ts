import { Agora } from "@trunkline/agora";

/** The key comes from `AGORA_API_KEY`. A key of the development server begins with `agora_test_`. */
export function configure(): void {
  const production = new Agora();
  const development = new Agora({ environment: "development" });
  const elsewhere = new Agora({ baseURL: "https://agora.example.com/api/v1" });
  for (const { baseURL } of [production, development, elsewhere]) console.log(`Requests go to ${baseURL}.`);
}
