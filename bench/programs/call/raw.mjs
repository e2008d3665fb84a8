export function make(base) {
  return async () => {
    const query = new URLSearchParams({ page: "2", pageSize: "2" });
    const response = await fetch(`${base}/programs?${query}`, {
      headers: { authorization: "Bearer ak_live_bench", accept: "application/json" },
    });
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()).data;
  };
}
