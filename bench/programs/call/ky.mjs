import ky from "ky";

export function make(base) {
  const client = ky.create({ prefix: base, headers: { authorization: "Bearer ak_live_bench" } });
  return async () => (await client.get("programs", { searchParams: { page: 2, pageSize: 2 } }).json()).data;
}
