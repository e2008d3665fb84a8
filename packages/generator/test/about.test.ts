import { describe, expect, it } from "vitest";
import { about, saysTheSame } from "../src/emit/about.ts";

describe("a summary and the first sentence of a description", () => {
  const same: readonly (readonly [summary: string, sentence: string])[] = [
    ["Create an agent", "Creates an agent."],
    ["Create an agent.", "Create an Agent"],
    ["Creating an agent", "Creates an agent."],
    ["Create a new agent", "Creates an agent in draft."],
    ["List all agents", "Lists agents, page by page."],
    ["List agents", "Returns a list of agents."],
    ["Get a program", "Returns a program and how far its set-up has come."],
    ["Get program statistics", "Gets statistics of a program: sales and commission."],
    ["Get a user's keys", "Gets the keys of a user."],
    ["Get a lead by ID", "Retrieves one lead by its id."],
    ["Get a lead", "This endpoint returns a lead."],
    ["Get a lead", "Use this endpoint to get a lead."],
    ["Create a lead", "Allows you to create a lead."],
    ["Create a lead", "This operation can be used to create a lead."],
    ["Create a lead", "Endpoint to create a lead"],
    ["Remove a tag", "Deletes a tag for good."],
    ["Create or update leads", "Creates or updates leads by their email."],
    ["Send a message to a user", "Sends a message to the user."],
    ["Subscribe to a plan", "Subscribes the merchant to a paid plan."],
    ["List agents of a user", "Lists the agents in every workspace of a user."],
    ["Search for leads", "Searches for leads by text."],
    ["Process a payment", "Processes a payment at once."],
    ["Retry a delivery", "Retries a delivery."],
    ["Call a lead", "Call a lead."],
    ["Request an export", "Requests an export of all leads."],
    ["Cancel a run", "Cancels a run."],
    ["Agents", "Agents of the workspace."],
    ["List agents that are not active", "Lists the agents that are not active."],
    ["エージェントを作成", "エージェントを作成。"],
  ];
  for (const [summary, sentence] of same) {
    it(`${summary} | ${sentence} say the same`, () => {
      expect(saysTheSame(summary, sentence)).toBe(true);
    });
  }

  const different: readonly (readonly [summary: string, sentence: string, why: string])[] = [
    ["Delete a lead", "Does not delete the lead until the night.", "another verb"],
    ["Delete a lead", "Never deletes a lead that is used.", "another verb"],
    ["List files", "Deletes the list of files.", "another verb"],
    ["Delete a thing", "A thing that is used cannot be deleted.", "no verb"],
    ["Unpublish a resource", "Hides a published resource.", "another verb"],
    ["Approve an affiliate", "Declines an affiliate.", "another verb"],
    ["List agents that are not active", "Lists agents that are active.", "a word that turns the meaning"],
    ["Delete a lead without asking", "Deletes a lead after asking.", "a word that turns the meaning"],
    ["Transfer from account to user", "Transfers to account from user.", "the way"],
    ["Send a message to a user", "Sends a message from a user.", "the way"],
    ["Exchange a key for a token", "Exchanges a token for a key.", "the way"],
    ["Get a lead by ID", "Gets a lead by its email.", "by what"],
    ["Delete all leads", "Deletes leads.", "how many"],
    ["Get an agent", "Gets agents.", "how many"],
    ["List webhook event types", "Lists the event types of an endpoint.", "a word more"],
    ["Get a lead with its history", "Gets a lead.", "words more"],
    ["Create a lead", "Creates a leader.", "another word"],
    ["エージェントを作成", "エージェントを作成し、開始する。", "words more"],
    ["Get a lead", "", "nothing"],
    ["…", "Gets a lead.", "nothing"],
  ];
  for (const [summary, sentence, why] of different) {
    it(`${summary} | ${sentence} differ: ${why}`, () => {
      expect(saysTheSame(summary, sentence)).toBe(false);
    });
  }
});

describe("what is said about an operation", () => {
  const rows: readonly (readonly [
    summary: string | undefined,
    description: string | undefined,
    want: string[],
  ])[] = [
    [undefined, undefined, []],
    ["", " ", []],
    ["List agents", undefined, ["List agents."]],
    [undefined, "Lists agents", ["Lists agents"]],
    ["List agents", "Lists agents. Takes a key.", ["Lists agents. Takes a key."]],
    ["List agents", "List agents", ["List agents"]],
    ["List agents", "List agents\n\nThe newest is first.", ["List agents.", "The newest is first."]],
    ["List agents", "# List Agents\n\nLists agents by age.", ["Lists agents by age."]],
    ["List agents", "Needs a key.\n\nLists agents.", ["List agents.", "Needs a key.\n\nLists agents."]],
    ["Unpublish a post", "Hides a post.", ["Unpublish a post.", "Hides a post."]],
  ];
  for (const [summary, description, want] of rows) {
    it(`${JSON.stringify(summary)} and ${JSON.stringify(description)}`, () => {
      expect(about({ summary, description })).toEqual(want);
    });
  }
});
