const MOST = 104_857_600;

async function textOf({ body }) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let left = MOST; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    left -= value.length;
    if (left < 0) throw new Error("too large");
    text += decoder.decode(value, { stream: true });
  }
}

export function make(base) {
  return async () => {
    const query = new URLSearchParams({ page: "2", pageSize: "2" });
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 30_000);
    try {
      const response = await fetch(`${base}/programs?${query}`, {
        headers: {
          authorization: "Bearer ak_live_bench",
          accept: "application/json",
          "user-agent": "bench/1.0.0",
        },
        redirect: "manual",
        signal: controller.signal,
      });
      if (!response.ok) throw new Error(String(response.status));
      return JSON.parse(await textOf(response)).data;
    } finally {
      clearTimeout(timer);
    }
  };
}
