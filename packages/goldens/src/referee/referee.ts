import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "@trunkline/document";
import ts from "typescript";
import { parse } from "yaml";
import { Comparison, type Explained } from "./compare.ts";
import { factsOf } from "./facts.ts";
import { readPairs, writePairs } from "./pairs.ts";
import { partsOf } from "./parts.ts";

export interface Verdict {
  /** Types of ours that stand for a component schema. */
  readonly pairs: number;
  readonly equal: number;
  /** Types that differ in ways that are meant, and only in those. */
  readonly explained: number;
  /** How often each such way occurs. */
  readonly kinds: Partial<Record<Explained, number>>;
  /** What nothing explains. */
  readonly unexplained: readonly string[];
}

/** Holds every exported type of a package against what openapi-typescript makes of the same schema. */
export function judge(target: string): Verdict {
  const pairs = readPairs(target);
  const file = writePairs(target, pairs);
  const options = optionsOf(target);
  const program = ts.createProgram([file], options, hostOf(options));
  const unexplained = ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const holder = source?.statements.find(ts.isInterfaceDeclaration);
  const facts = factsOf(
    parse(readFileSync(join(target, "openapi.yaml"), "utf8"), { maxAliasCount: -1 }) as JsonObject,
  );
  const kinds: Partial<Record<Explained, number>> = {};
  const typesOf = (index: number): readonly ts.Type[] => {
    const member = holder?.members[index];
    if (member === undefined) return [];
    return checker.getTypeArguments(checker.getTypeAtLocation(member) as ts.TypeReference);
  };
  const families = pairs.flatMap(({ isFamily }, index) => {
    const [ours] = isFamily ? typesOf(index) : [];
    return ours === undefined ? [] : [new Set(partsOf(checker, ours).objects)];
  });
  let [equal, explained] = [0, 0];
  for (const [index, { name, direction }] of pairs.entries()) {
    const [ours, theirs] = typesOf(index);
    if (ours === undefined || theirs === undefined) continue;
    const comparison = new Comparison(checker, { ...facts, families }, direction);
    comparison.compare(ours, theirs, name);
    const { findings } = comparison;
    for (const [kind, count] of findings.explained) kinds[kind] = (kinds[kind] ?? 0) + count;
    if (findings.unexplained.length > 0) unexplained.push(...findings.unexplained);
    else if (findings.explained.size > 0) explained += 1;
    else equal += 1;
  }
  return { pairs: pairs.length, equal, explained, kinds, unexplained: [...new Set(unexplained)] };
}

/** Declarations of the language and of Node, which are the same for each package that is judged. */
const shared = new Map<string, ts.SourceFile | undefined>();

function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (path, version, ...rest) => {
    if (!/\/node_modules\/(?:typescript\/lib|@types\/node)\//.test(path)) return read(path, version, ...rest);
    const key = JSON.stringify([path, version, options]);
    if (!shared.has(key)) shared.set(key, read(path, version, ...rest));
    return shared.get(key);
  };
  return host;
}

function optionsOf(target: string): ts.CompilerOptions {
  const config = ts.readConfigFile(join(target, "tsconfig.json"), ts.sys.readFile);
  return {
    ...ts.parseJsonConfigFileContent(config.config, ts.sys, target).options,
    skipLibCheck: true,
    noEmit: true,
  };
}
