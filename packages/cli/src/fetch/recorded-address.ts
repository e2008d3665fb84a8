import { CommandFailure } from "../failure.ts";
import { documentAddress } from "./address.ts";
import { variableOf } from "./variable.ts";

/**
 * Asks for a document at an address that a file of the workspace holds, with the query that stands in the environment where
 * the file has none.
 *
 * @param place - the file, and the key in it
 * @param hasQuery - whether the address was given with a query, which was not recorded
 * @throws CommandFailure which tells the variable where the query is missing
 */
export async function askRecorded<Answer>(
  { url, hasQuery, vendor, place }: RecordedAddress,
  ask: (address: URL) => Promise<Answer>,
): Promise<Answer> {
  const address = documentAddress(url, place);
  const variable = variableOf("QUERY", vendor);
  if (address.search === "") address.search = process.env[variable] ?? "";
  try {
    return await ask(address);
  } catch (error) {
    if (!(error instanceof CommandFailure) || !hasQuery || address.search !== "") throw error;
    throw new CommandFailure(
      `${error.message} The address was added with a query, which is not recorded: give it in ${variable}.`,
      { cause: error },
    );
  }
}

interface RecordedAddress {
  readonly url: string;
  readonly hasQuery: boolean;
  readonly vendor: string;
  readonly place: string;
}
