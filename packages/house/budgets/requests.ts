import { pathToFileURL } from "node:url";
import { packages } from "./folders.ts";

interface Walkable {
  list(params: object, options?: object): Promise<unknown> & AsyncIterable<unknown>;
}
type Client = new (options: object) => { readonly programs: Walkable };

/** Requests that common calls send, of 10,000 items in pages of 100. */
export async function countRequests(): Promise<Readonly<Record<string, number>>> {
  const path = pathToFileURL(`${packages}agentref/dist/index.mjs`).href;
  const { AgentRef } = (await import(path)) as { AgentRef: Client };
  let requests = 0;
  const client = new AgentRef({ apiKey: "ak_live_1", fetch: answer });
  async function answer(input: string | URL): Promise<Response> {
    requests++;
    return Response.json(pageOf(Number(new URL(input).searchParams.get("page"))));
  }
  const count = async (run: (programs: Walkable) => Promise<unknown>): Promise<number> => {
    requests = 0;
    await run(client.programs);
    return requests;
  };
  const first = { page: 1, pageSize: 100 };
  return {
    "a list call": await count((programs) => programs.list(first)),
    "a walk": await count((programs) => walk(programs.list(first), ITEMS)),
    "a walk with concurrency: 4": await count((programs) =>
      walk(programs.list(first, { concurrency: 4 }), ITEMS),
    ),
    "a walk that ends on its second page": await count((programs) => walk(programs.list(first), 150)),
  };
}

const ITEMS = 10_000;

async function walk(items: AsyncIterable<unknown>, until: number): Promise<void> {
  let read = 0;
  for await (const _ of items) if (++read === until && until < ITEMS) break;
  if (read !== until) throw new Error(`${read} items came, not ${until}.`);
}

function pageOf(page: number): object {
  const data = Array.from({ length: 100 }, (_, i) => ({ id: `prg_${(page - 1) * 100 + i}` }));
  const meta = { total: ITEMS, page, pageSize: 100, hasMore: page * 100 < ITEMS, requestId: "req_1" };
  return { data, meta };
}
