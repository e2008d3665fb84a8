import axios from "axios";

export function make(baseURL, isStub) {
  const client = axios.create({
    baseURL,
    headers: { authorization: "Bearer ak_live_bench" },
    // On Node it takes `http` by itself, which no stub of `fetch` reaches.
    ...(isStub && { adapter: "fetch" }),
  });
  return async () => (await client.get("/programs", { params: { page: 2, pageSize: 2 } })).data.data;
}
