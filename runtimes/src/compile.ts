import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import type ts from "ts59";

// Run as `node compile.ts <compiler> <config>…`: compiles every project in one process, which reads the libraries
// and warms up once. Prints a list of what `tsc` would say, by config.

const [compiler = "", ...configs] = process.argv.slice(2);
const { default: api } = (await import(compiler)) as { default: typeof ts };

const caches = new Map<string, Map<string, ts.SourceFile | undefined>>();
const said: Record<string, string> = {};
for (const config of configs) said[config] = compile(config);
console.log(JSON.stringify(said));

function compile(config: string): string {
  const { options, fileNames, errors } = api.parseJsonConfigFileContent(
    JSON.parse(readFileSync(config, "utf8")),
    api.sys,
    dirname(config),
    undefined,
    config,
  );
  const host = api.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  // How files are parsed depends on these alone.
  const cache = caches.get(`${options.module} ${options.moduleResolution}`) ?? new Map();
  caches.set(`${options.module} ${options.moduleResolution}`, cache);
  host.getSourceFile = (name, language, ...rest) => {
    if (!cache.has(name)) cache.set(name, read(name, language, ...rest));
    return cache.get(name);
  };
  const program = api.createProgram(fileNames, options, host);
  const found = [...errors, ...api.getPreEmitDiagnostics(program)];
  return api.formatDiagnostics(found, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => dirname(config),
    getNewLine: () => "\n",
  });
}
