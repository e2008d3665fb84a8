/** A node on the way that is followed, and where it leads to that has not been followed. */
interface Step {
  readonly node: string;
  readonly next: string[];
}

/**
 * Sets of nodes that all lead to each other: Tarjan's strongly connected components, without those of one that does not
 * lead to itself.
 *
 * @param leadsTo where a node leads to; what is not one of the nodes may be among them
 */
export function cyclesOfGraph(
  nodes: readonly string[],
  leadsTo: (node: string) => readonly string[],
): readonly ReadonlySet<string>[] {
  const cycles: ReadonlySet<string>[] = [];
  const numbers = new Map<string, number>();
  /** The lowest number that each node is known to lead to. */
  const lowest = new Map<string, number>();
  const open: string[] = [];
  // A list of its own, because a chain can be longer than the stack.
  const way: Step[] = [];
  const enter = (node: string): void => {
    lowest.set(node, numbers.size);
    numbers.set(node, numbers.size);
    open.push(node);
    way.push({ node, next: [...leadsTo(node)] });
  };
  const lower = (node: string, to: number | undefined): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? Infinity, to ?? Infinity));
  };
  const leave = (node: string): void => {
    way.pop();
    lower(way.at(-1)?.node ?? node, lowest.get(node));
    if (lowest.get(node) !== numbers.get(node)) return;
    const cycle = new Set(open.splice(open.lastIndexOf(node)));
    for (const one of cycle) lowest.delete(one);
    if (cycle.size > 1 || leadsTo(node).includes(node)) cycles.push(cycle);
  };
  for (const start of nodes) {
    if (!numbers.has(start)) enter(start);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const next = step.next.pop();
      if (next === undefined) leave(step.node);
      else if (!numbers.has(next)) enter(next);
      // Of one that is closed, no number is kept.
      else if (lowest.has(next)) lower(step.node, numbers.get(next));
    }
  }
  return cycles;
}
