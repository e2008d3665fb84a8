import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@trunkline/mock";
import pc from "picocolors";

/** What one vendor's part of the tour has at hand. */
export interface Stage {
  readonly mock: Mock;
  /**
   * Makes one call and tells of it.
   *
   * @param call What the reader would type.
   * @param act Makes the call; resolves to what came of it, a line each.
   */
  step(call: string, act: () => Promise<string | readonly string[]>): Promise<void>;
}

/** A row of the table at the end. */
export interface Row {
  readonly vendor: string;
  /** Operations in the document. */
  readonly operations: number;
  readonly calls: number;
  /** Requests that the mock server saw: pages, retries and token exchanges included. */
  readonly requests: number;
  readonly violations: number;
}

/** Starts a mock server from the document that a vendor's package ships, and plays its part against it. */
export async function play(vendor: string, part: (stage: Stage) => Promise<void>): Promise<Row> {
  const packageName = `@trunkline/${vendor}`;
  await using mock = await startMock(packageName, { from: import.meta.url });
  console.log(`\n${pc.bold(packageName)} ${pc.dim(`at ${mock.url}`)}`);
  let calls = 0;
  await part({
    mock,
    async step(call, act) {
      calls += 1;
      const before = mock.requests.length;
      const outcome = await act();
      const requests = mock.requests.length - before;
      const count = pc.dim(requests === 1 ? "1 request" : `${requests} requests`);
      console.log(`  ${pc.green("✓")} ${call}  ${count}`);
      for (const line of [outcome].flat()) console.log(`      ${pc.dim(line)}`);
    },
  });
  for (const { location, message } of mock.violations) {
    console.log(`  ${pc.red("✗")} ${location.join(".")}: ${message}`);
  }
  return {
    vendor,
    operations: await countOperations(packageName),
    calls,
    requests: mock.requests.length,
    violations: mock.violations.length,
  };
}

/** The error that a call must end with; a call that succeeds is a fault of the tour. */
export async function failure(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("This call should have failed.");
}

async function countOperations(packageName: string): Promise<number> {
  const path = fileURLToPath(import.meta.resolve(`${packageName}/names.lock`));
  const { operations } = JSON.parse(await readFile(path, "utf8")) as { operations: object };
  return Object.keys(operations).length;
}
