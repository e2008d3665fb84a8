/** Says a thing once, where the program's warnings are. */
export function warnOnce(): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    process.emitWarning(message, { type: "TrunklineWarning", code: "TRUNKLINE_NODE" });
  };
}
