import OpenAI from "openai";

export function make(baseURL) {
  const client = new OpenAI({ apiKey: "ak_live_bench", baseURL });
  return async () => (await client.files.list({ limit: 2, order: "asc" })).data;
}
