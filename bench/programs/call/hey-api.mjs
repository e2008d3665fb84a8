import { client, sdk } from "../../clients/hey-api.mjs";

export function make(baseUrl) {
  client.setConfig({ baseUrl, auth: "ak_live_bench" });
  return async () => {
    const { data } = await sdk.programsList({ query: { page: 2, pageSize: 2 }, throwOnError: true });
    return data.data;
  };
}
