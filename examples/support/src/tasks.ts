import { readdir, readFile } from "node:fs/promises";

/** A row of the table of tasks in a README: what is done, how it was done there, our code, and the file it stands in. */
interface Task {
  readonly name: string;
  readonly code: readonly string[];
  readonly file: string;
}

/**
 * What is wrong with the table of tasks in an example's README. Its columns are the task, how it was done there, the
 * code here, and the file; code is true when it stands in that file, spaces and line breaks apart.
 */
export async function faultsOfTasks(folder: URL): Promise<readonly string[]> {
  const tasks = readTasks(await readFile(new URL("README.md", folder), "utf8"));
  const files = (await readdir(new URL("src", folder))).map((name) => `src/${name}`);
  const named = new Set(tasks.map(({ file }) => file));
  const faults = files.filter((file) => !named.has(file)).map((file) => `${file} has no row in README.md`);
  for (const { name, code, file } of tasks) {
    if (code.length === 0) faults.push(`${name}: no code`);
    if (!files.includes(file)) {
      faults.push(`${name}: ${file} does not exist`);
      continue;
    }
    const source = squeeze(await readFile(new URL(file, folder), "utf8"));
    for (const piece of code)
      if (!source.includes(squeeze(piece))) faults.push(`${name}: ${file} has no ${piece}`);
  }
  return faults;
}

function readTasks(readme: string): readonly Task[] {
  return readme.split("\n").flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, name = "", , code = "", link = ""] = cells;
    const file = /^\[[^\]]+\]\(([^)]+)\)$/.exec(link)?.[1];
    if (file === undefined) return [];
    return [{ name, code: [...code.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text), file }];
  });
}

/** Without what a formatter decides: white space, and the comma that it sets behind a last element. */
function squeeze(code: string): string {
  return code
    .replace(/\s+/g, "")
    .replace(/,(?=[)\]}])/g, "")
    .replaceAll("\\|", "|");
}
