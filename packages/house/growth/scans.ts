import { globSync, readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";

/** What walks over a text, a list or an object: a loop, a pattern, or a method that has one within. */
const WALKS =
  /(?<!\.)\b(?:for|while)(?: await)? *\(|\.(?:split|match|matchAll|replace|replaceAll|search|test|exec|indexOf|lastIndexOf|includes|map|flatMap|filter|reduce|reduceRight|find|findLast|some|every|forEach|join|sort)\(|\b(?:Object\.(?:keys|values|entries|fromEntries)|Array\.from|JSON\.(?:parse|stringify))\(/;

interface Called {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/**
 * Notes which functions below folders are called from now on, so that a table of growth can tell what it does not hold.
 *
 * @param folders each with a slash at its end
 * @returns names of the functions that walk over something and were not called: `streams/records.ts: records`
 */
export async function watchWalks(...folders: readonly URL[]): Promise<() => Promise<readonly string[]>> {
  const session = new Session();
  session.connect();
  await session.post("Debugger.enable");
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: false });
  return async () => {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const found: string[] = [];
    const loaded = new Set<string>();
    for (const { url, scriptId, functions } of result) {
      const folder = folders.find(({ href }) => url.startsWith(href));
      if (folder === undefined) continue;
      loaded.add(url);
      const { scriptSource } = await session.post("Debugger.getScriptSource", { scriptId });
      const all = functions.flatMap(({ functionName, ranges: [range] }) =>
        range === undefined
          ? []
          : [{ name: functionName, start: range.startOffset, end: range.endOffset, count: range.count }],
      );
      for (const name of uncalledWalks(all, scriptSource))
        found.push(`${url.slice(folder.href.length)}: ${name}`);
    }
    session.disconnect();
    for (const folder of folders)
      for (const file of globSync("**/*.ts", { cwd: folder }))
        if (
          !loaded.has(new URL(file, folder).href) &&
          // An example in a doc comment walks over nothing.
          WALKS.test(readFileSync(new URL(file, folder), "utf8").replace(/^\s*\/\*\*[\s\S]*?\*\//gm, ""))
        )
          found.push(`${file}: (module)`);
    return [...new Set(found)].sort();
  };
}

function uncalledWalks(functions: readonly Called[], source: string): string[] {
  return functions.flatMap((one) => {
    if (one.count > 0 || !WALKS.test(ownText(one, functions, source))) return [];
    // What has no name is called after what it stands in; what was not called holds nothing that is looked at by itself.
    const around = functions.filter(({ start, end }) => start <= one.start && one.end <= end && start < end);
    const names = around.filter(({ count, name }) => count === 0 && name !== "").map(({ name }) => name);
    const [outermost = around.filter(({ name }) => name !== "").at(-1)?.name ?? "(module)"] = names;
    return [outermost];
  });
}

/** A function's text without that of the functions within. */
function ownText(one: Called, functions: readonly Called[], source: string): string {
  let text = source.slice(one.start, one.end);
  for (const { start, end } of functions) {
    if (start > one.start && end <= one.end)
      text = text.slice(0, start - one.start) + " ".repeat(end - start) + text.slice(end - one.start);
  }
  return text;
}
