import type { OperationModel } from "../../model/operation-model.ts";
import type { Model } from "../../model/types.ts";
import { joinId } from "../../names/operation-id.ts";
import { markdownCode, markdownFence } from "../markdown.ts";
import { emitBulkExample, howTold } from "../typescript/bulk.ts";

/** Methods that take any number of rows: what they tell, and what to do about it. */
export function rowsInBulk(model: Model, packageName: string): string | undefined {
  const all = model.operations.filter(({ bulk }) => bulk !== undefined);
  const [first] = all;
  if (first?.bulk === undefined) return undefined;
  const method = (operation: OperationModel): string =>
    markdownCode(`client.${joinId(operation.resource, operation.bulk?.method ?? "")}`);
  const text = `${emitBulkExample(first, first.bulk, "client")}`;
  const isKeyed = first.keyed !== false && first.bulk.definition.keyLife !== undefined;
  const isNamed = first.bulk.definition.answer.errors !== undefined;
  return `## Rows in bulk

${all.map(method).join(", ")} ${all.length === 1 ? "takes" : "take"} any number of rows: a list, or anything else that can be iterated over. Rows are read as they are needed, and sent ${first.bulk.definition.max ?? 500} at a time (\`chunk\`)${first.bulk.definition.max === undefined ? "; the API does not state a limit, so this number is the client's" : ""}.

${markdownFence("ts", text)}

Iterate over what it returns for the fate of each row, in order and with the row itself:

| Fate | When |
| --- | --- |
| \`accepted\` | the API said so of the row, or of a whole request with nothing failed |
| \`rejected\` | the API named the row, or refused its request as a whole; also a row that cannot be sent, such as one larger than \`maxBytes\` |
| \`undetermined\` | its request was done, but the API counts failures in it that it does not name |
| \`unknown\` | it was sent, no answer came, and sending it again might do it twice |
| \`unsent\` | the API did not take it, and it can be sent as it is |

${howTold(first, first.bulk).join(" ")}${isNamed ? "" : ` ${undetermined(first)}`}

\`journal: fileJournal("leads.journal")\`, of \`@trunkline/node\`, records each request of a run before it is sent, without its rows. Start the run again with the same rows after a crash: it skips what is done${isKeyed ? " and sends what was under way again, the same bytes with the same key" : ", and rows that were under way are `unknown`"}.

${million(first, model, packageName)}

Without a program, rows of a CSV file: \`npx -p @trunkline/cli -p ${packageName} trunkline bulk ${packageName} ${first.id} rows.csv\`.`;
}

/** How long many rows take, by what the API allows. */
function million(
  { bulk, quotas: groups = [], ...operation }: OperationModel,
  { client }: Model,
  packageName: string,
): string {
  const { quotas = [], name } = client;
  const requests = Math.ceil(1_000_000 / (bulk?.definition.max ?? 500));
  const count = requests.toLocaleString("en");
  if (quotas.length === 0 || bulk === undefined) {
    return `A million rows are ${count} requests. The API does not state limits, so they take as long as their answers do; \`concurrency\` says how many are sent at the same time.`;
  }
  const known = ["account", "key", "address", "operation"];
  const minutes = quotas
    .filter(({ scope }) => known.includes(scope) || groups.includes(scope))
    .map(({ limit, per }) => (Math.floor((requests - 1) / limit) * per) / 60_000);
  const call = emitBulkExample(
    { ...operation, bulk, quotas: groups },
    bulk,
    "client",
    '{ journal: fileJournal("rows.journal") }',
  );
  const code = `import { ${name} } from "${packageName}";
import { fileJournal } from "@trunkline/node";
import { memoryQuota } from "@trunkline/runtime/quota";

const client = new ${name}({ quota: memoryQuota() });
${call}`;
  return `A million rows without being refused once:

${markdownFence("ts", code)}

They are ${count} requests. Within the API's limits they take at least ${Math.ceil(Math.max(...minutes)).toLocaleString("en")} minutes.`;
}

/** What to do about rows of which only a count is known. */
function undetermined({ bulk, keyed }: OperationModel): string {
  const isKnown = bulk?.definition.key !== undefined;
  const again = isKnown
    ? "The API recognises such a row when it is sent again"
    : "Send such rows again only where that does no harm";
  return `${again}. With \`chunk: 1\` each row has a request, and so a fate, of its own${keyed === false ? "" : "; a row that fails then has to be corrected"}.`;
}
