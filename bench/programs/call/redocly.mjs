import { client } from "../../clients/redocly.mjs";

export function make(serverUrl) {
  client.configure({ serverUrl });
  client.auth.bearer("ak_live_bench");
  return async () => (await client.programs_list({ query: { page: 2, pageSize: 2 } })).data;
}
