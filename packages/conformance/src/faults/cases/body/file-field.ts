import type { Bench } from "../../bench/bench.ts";
import { given, ordinary } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultRun } from "../../types.ts";

export const NO_JSON_BODY = "no operation takes a JSON object as its body";

/** The name of the first argument that is a file. */
function fileField(args: readonly unknown[]): string | undefined {
  const params = args.find(
    (one) =>
      typeof one === "object" && one !== null && Object.values(one).some((value) => value instanceof Blob),
  );
  return Object.entries((params ?? {}) as Record<string, unknown>).find(
    ([, value]) => value instanceof Blob,
  )?.[0];
}

/** A run with an operation that uploads a file in a multipart body, and the file's field; why there is none elsewhere. */
export function uploading(
  target: Target,
  run: (probe: Probe, field: string, bench: Bench) => Promise<void>,
): FaultRun | string {
  const probe = ordinary(
    target,
    (one) => one.sends?.startsWith("multipart/") === true && fileField(one.arguments({})) !== undefined,
  );
  return given(probe, "no operation uploads a file in a multipart body", (found, bench) =>
    run(found, fileField(found.arguments({})) ?? "", bench),
  );
}
