// biome-ignore lint/style/noDefaultExport: it is where Next.js looks.
export default {
  // next itself stands above the app.
  turbopack: { root: new URL("../..", import.meta.url).pathname },
};
