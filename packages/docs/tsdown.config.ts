import { defineConfig, type UserConfig } from "tsdown";

/** Files of pages: each stands alone, and is small. */
const ofPages = (name: string, dts: boolean): UserConfig => ({
  entry: { [`run/${name}`]: `src/run/${name}.ts` },
  format: "esm",
  dts,
  clean: false,
  minify: true,
  platform: "browser",
  target: "es2022",
  fixedExtension: false,
  deps: { alwaysBundle: [/./] },
});

export default defineConfig([
  {
    entry: { index: "src/index.ts", site: "src/site.ts", "route-data": "src/site/route-data.ts" },
    format: "esm",
    dts: true,
    target: "node22",
    fixedExtension: false,
    deps: { neverBundle: [/^virtual:/] },
  },
  ofPages("tl-run", true),
  ofPages("strip", false),
  ofPages("worker", false),
]);
