import { describe, expect, it } from "vitest";
import type { Operation } from "../../src/client.ts";
import { json } from "../support/server.ts";
import { type Lead, leads, play, sentRows, takesAll, UPLOAD, UPSERT } from "./support.ts";

const answered = (body: unknown, status = 202) =>
  play(UPLOAD, (_, response) => json(response, body, status), leads(4));

describe("each row has the fate that the vendor tells", () => {
  it("accepted, where nothing failed in its chunk", async () => {
    const rows = leads(5);
    const { fates, words, error, server } = await play(UPLOAD, takesAll, rows, { chunk: 2 });
    expect(error).toBeUndefined();
    expect(words).toBe("5 accepted");
    expect(fates.map(({ row }) => row)).toEqual(rows);
    expect(fates.every(({ row }, index) => row === rows[index])).toBe(true);
    expect(sentRows(server)).toEqual([rows.slice(0, 2), rows.slice(2, 4), rows.slice(4)]);
    expect(JSON.parse(server.seen[0]?.body ?? "").campaign_id).toBe(7);
  });

  it("rejected with field and code, under the number of the run", async () => {
    const { fates } = await play(
      UPLOAD,
      (_, response, index) =>
        json(response, {
          received: 2,
          valid: index === 1 ? 1 : 2,
          invalid: index === 1 ? 1 : 0,
          errors: index === 1 ? [{ row: 1, field: "phone", code: "bad", message: "is no number" }] : [],
        }),
      leads(6),
      { chunk: 2 },
    );
    expect(fates.map(({ fate }) => fate)).toEqual([
      "accepted",
      "accepted",
      "accepted",
      "rejected",
      "accepted",
      "accepted",
    ]);
    expect(fates[3]).toMatchObject({
      index: 3,
      by: "vendor",
      field: "phone",
      code: "bad",
      message: "is no number",
    });
  });

  const rows: [what: string, body: unknown, status: number, want: string][] = [
    ["all are valid", { received: 4, valid: 4, invalid: 0, errors: [] }, 202, "4 accepted"],
    [
      "one is named",
      { received: 4, valid: 3, invalid: 1, errors: [{ row: 0, field: null }] },
      202,
      "1 rejected, 3 accepted",
    ],
    [
      "one is named twice",
      {
        received: 4,
        valid: 3,
        invalid: 1,
        errors: [
          { row: 3, field: "a" },
          { row: 3, field: "b" },
        ],
      },
      202,
      "3 accepted, 1 rejected",
    ],
    [
      "more failed than are named",
      { received: 4, valid: 2, invalid: 2, errors: [{ row: 1 }] },
      202,
      "1 undetermined, 1 rejected, 2 undetermined",
    ],
    ["failures without names", { received: 4, valid: 3, invalid: 1, errors: [] }, 202, "4 undetermined"],
    [
      "a number beyond the rows",
      { received: 4, valid: 3, invalid: 1, errors: [{ row: 4 }] },
      202,
      "4 undetermined",
    ],
    [
      "a number that is none",
      { received: 4, valid: 3, invalid: 1, errors: [{ row: "x" }] },
      202,
      "4 undetermined",
    ],
    ["an error without a number", { received: 4, valid: 3, invalid: 1, errors: [{}] }, 202, "4 undetermined"],
    [
      "fewer arrived than were sent",
      { received: 3, valid: 3, invalid: 0, errors: [] },
      202,
      "4 undetermined",
    ],
    [
      "fewer are valid than were sent",
      { received: 4, valid: 3, invalid: 0, errors: [] },
      202,
      "4 undetermined",
    ],
    ["nothing at all", {}, 202, "4 undetermined"],
    ["counts that are texts", { received: "4", valid: "4", invalid: "0" }, 202, "4 undetermined"],
    [
      "refused, all named",
      { received: 4, valid: 0, invalid: 4, errors: [0, 1, 2, 3].map((row) => ({ row })) },
      422,
      "4 rejected",
    ],
    [
      "refused for one of them",
      { received: 4, valid: 0, invalid: 1, errors: [{ row: 2 }] },
      422,
      "2 unsent, 1 rejected, 1 unsent",
    ],
    [
      "refused, and taken in part",
      { received: 4, valid: 3, invalid: 1, errors: [{ row: 2 }] },
      422,
      "2 undetermined, 1 rejected, 1 undetermined",
    ],
    ["refused as a whole", { error: "bad" }, 400, "4 rejected"],
    ["an error of the server", { error: "oops" }, 500, "4 unknown"],
    ["an answer that is no JSON", undefined, 202, "4 unknown"],
  ];
  it.each(rows)("%s", async (_, body, status, want) => {
    const { words, fates } = await answered(body, status);
    expect(words).toBe(want);
    expect(fates.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  it("tells how many failed where only counts are told", async () => {
    const { fates, words } = await play(
      UPSERT,
      (_, response, index) =>
        json(response, { created: 1, updated: index === 0 ? 2 : 0, failed: index === 0 ? 0 : 2 }),
      leads(6),
      { chunk: 3 },
    );
    expect(words).toBe("3 accepted, 3 undetermined");
    expect(fates[3]).toEqual({ index: 3, row: { phone: "+15551000003" }, fate: "undetermined", failed: 2 });
  });

  it("finds rows by what the vendor knows them by, where it counts none", async () => {
    const operation: Operation = {
      ...UPLOAD,
      bulk: {
        rows: "/leads",
        key: "/phone",
        answer: { errors: { at: "/failed", key: "/input/phone", message: "/reason" } },
      },
    };
    const rows: Lead[] = [{ phone: "a" }, { phone: "b" }, { phone: "c" }, { phone: "c" }];
    const fail = (phone: string) =>
      play(
        operation,
        (_, response) => json(response, { failed: [{ input: { phone }, reason: "gone" }] }),
        rows,
      );
    expect((await fail("b")).words).toBe("1 accepted, 1 rejected, 2 accepted");
    // Which of two rows is meant, nobody can say.
    expect((await fail("c")).words).toBe("4 undetermined");
    expect((await fail("x")).words).toBe("4 undetermined");
  });

  it("counts rows from 1 where the vendor does", async () => {
    const { bulk } = UPLOAD;
    const operation = {
      ...UPLOAD,
      bulk: { rows: "/leads", answer: { errors: { ...bulk?.answer.errors, at: "/errors", base: 1 } } },
    };
    const { words } = await play(
      operation,
      (_, response) => json(response, { errors: [{ row: 1 }] }),
      leads(3),
    );
    expect(words).toBe("1 rejected, 2 accepted");
  });

  it("unsent where the caller is refused, or the vendor is busy, and the run ends", async () => {
    for (const status of [401, 403, 404, 429]) {
      const { words, error, server } = await play(
        UPLOAD,
        (_, response) => json(response, { error: "no" }, status),
        leads(6),
        { chunk: 2, maxRetries: 0 },
      );
      expect([status, words, server.seen.length]).toEqual([status, "2 unsent", 1]);
      expect(error?.name).toBe("BulkError");
      expect(error?.cause).toMatchObject({ status });
    }
  });
});
