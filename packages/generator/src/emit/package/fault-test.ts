/**
 * `test/faults.test.ts`: the fault suite.
 *
 * @param applicable How many of its cases apply to this package; not held to a number when not given.
 */
export function emitFaultTest(applicable: number | undefined): string {
  const options = applicable === undefined ? "" : `, { applicable: ${applicable} }`;
  return `import { describeFaults } from "@trunkline/conformance/vitest";

describeFaults(new URL("..", import.meta.url)${options});
`;
}
