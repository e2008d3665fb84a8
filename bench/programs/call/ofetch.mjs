import { ofetch } from "ofetch";

export function make(baseURL) {
  const client = ofetch.create({ baseURL, headers: { authorization: "Bearer ak_live_bench" } });
  return async () => (await client("/programs", { query: { page: 2, pageSize: 2 } })).data;
}
