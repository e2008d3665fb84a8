import createClient from "openapi-fetch";

export function make(baseUrl) {
  const client = createClient({ baseUrl, headers: { authorization: "Bearer ak_live_bench" } });
  return async () => {
    const { data, error } = await client.GET("/programs", { params: { query: { page: 2, pageSize: 2 } } });
    if (error) throw error;
    return data.data;
  };
}
