import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DeliveryTamper, type Mock, startMock } from "../src/index.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const fixture = fileURLToPath(new URL("fixtures/webhooks.yaml", import.meta.url));

interface Arrived {
  readonly headers: Record<string, string>;
  readonly body: string;
}

let mock: Mock;
beforeAll(async () => {
  mock = await startMock(fixture);
});
afterAll(() => mock.close());

/** An endpoint on loopback, which answers each delivery in turn. */
async function endpoint(
  answer: (number: number, response: ServerResponse) => void,
  use: (to: string, arrived: readonly Arrived[]) => Promise<void>,
): Promise<void> {
  const arrived: Arrived[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    arrived.push({ headers: request.headers as Record<string, string>, body });
    answer(arrived.length, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, arrived);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const taken = (_: number, response: ServerResponse): void => void response.writeHead(204).end();
const verified = ({ headers, body }: Arrived): unknown => new Webhook(secret).verify(body, headers);

describe("mock.deliver", () => {
  it("sends an example, signed, with the header fields that the document describes", async () => {
    await endpoint(taken, async (to, arrived) => {
      const delivery = await mock.deliver("thing.made", { to, secret });
      expect(delivery).toMatchObject({ isDelivered: true, attempts: [{ status: 204, isTaken: true }] });
      const [one] = arrived;
      expect(verified(one as Arrived)).toEqual({ type: "thing.was_made", id: 1 });
      expect(one?.headers).toMatchObject({
        "content-type": "application/json",
        "x-shop-region": "eu",
        "x-shop-event": "thing.was_made",
        "webhook-id": delivery.id,
      });
    });
  });

  it("takes the event's own name, an example by its name, a body and an id", async () => {
    await endpoint(taken, async (to, arrived) => {
      await mock.deliver("thing.was_made", { to, secret, example: "second" });
      await mock.deliver("thing.gone", { to, secret, payload: { type: "thing.gone", id: 9 }, id: "msg_9" });
      expect(arrived.map(verified)).toEqual([
        { type: "thing.was_made", id: 2 },
        { type: "thing.gone", id: 9 },
      ]);
      expect(arrived[1]?.headers["webhook-id"]).toBe("msg_9");
    });
  });

  const tampers: readonly DeliveryTamper[] = [
    "body",
    "signature",
    "unsigned",
    "secret",
    "id",
    "old",
    "future",
  ];
  it.each(tampers)("spoils it: %s", async (tamper) => {
    await endpoint(taken, async (to, arrived) => {
      await mock.deliver("thing.gone", { to, secret, tamper });
      expect(arrived).toHaveLength(1);
      expect(() => verified(arrived[0] as Arrived)).toThrow();
      expect(() => JSON.parse(arrived[0]?.body ?? "")).not.toThrow();
    });
  });

  it("repeats as the document says, under one id, signed anew", async () => {
    const fail = (number: number, response: ServerResponse): void =>
      void response.writeHead(number < 3 ? 500 : 200).end("sorry");
    await endpoint(fail, async (to, arrived) => {
      const started = performance.now();
      const { attempts, isDelivered, id } = await mock.deliver("thing.gone", { to, secret, waits: true });
      expect(performance.now() - started).toBeGreaterThan(590);
      expect(attempts.map(({ status, answer }) => [status, answer])).toEqual([
        [500, "sorry"],
        [500, "sorry"],
        [200, "sorry"],
      ]);
      expect(isDelivered).toBe(true);
      expect(new Set(arrived.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([id]));
      for (const one of arrived) expect(() => verified(one)).not.toThrow();
    });
    await endpoint(
      (_, response) => void response.writeHead(503).end(),
      async (to, arrived) => {
        expect((await mock.deliver("thing.gone", { to, secret })).isDelivered).toBe(false);
        expect(arrived).toHaveLength(3);
        // What is said of one webhook comes before what is said of all.
        await mock.deliver("thing.made", { to, secret });
        expect(arrived).toHaveLength(5);
        await mock.deliver("thing.gone", { to, secret, attempts: 1 });
        expect(arrived).toHaveLength(6);
        await mock.deliver("ping", { to, payload: {} });
        expect(arrived).toHaveLength(7);
        expect(arrived[6]?.headers).not.toHaveProperty("webhook-signature");
      },
    );
  });

  it("waits no longer than the vendor, follows no redirect, and tells what went wrong", async () => {
    await endpoint(
      () => {},
      async (to) => {
        const { attempts } = await mock.deliver("thing.gone", { to, secret, attempts: 1 });
        expect(attempts[0]).toMatchObject({ status: undefined, error: "no answer within 0.3 s" });
      },
    );
    await endpoint(
      (_, response) => void response.writeHead(302, { location: "/other" }).end(),
      async (to, arrived) => {
        expect((await mock.deliver("thing.gone", { to, secret, attempts: 1 })).isDelivered).toBe(false);
        expect(arrived).toHaveLength(1);
      },
    );
    const { attempts } = await mock.deliver("thing.gone", { to: "http://127.0.0.1:1/", secret, attempts: 1 });
    expect(attempts[0]?.error).toBeTruthy();
  });

  it("ends with the mock", async () => {
    const other = await startMock(fixture);
    await endpoint(
      () => {},
      async (to) => {
        const delivery = other.deliver("thing.made", { to, secret, waits: true });
        await new Promise((resolve) => setTimeout(resolve, 50));
        await other.close();
        expect((await delivery).isDelivered).toBe(false);
      },
    );
  });

  it.each([
    ["an unknown webhook", "thing.maed", {}, "It has: thing.made, thing.gone, ping"],
    ["an unknown example", "thing.made", { example: "third" }, "it has first, second"],
    ["no example at all", "ping", {}, "Give `payload`"],
    ["no secret", "thing.made", { secret: undefined }, "`secret` is what"],
    ["an empty secret", "thing.made", { secret: "whsec_" }, "`secret` is what"],
    ["an address that is none", "thing.made", { to: "endpoint" }, "`to` is the address"],
    ["an address of another kind", "thing.made", { to: "file:///etc/passwd" }, "`to` is the address"],
    [
      "tampering with what is not signed",
      "ping",
      { payload: {}, tamper: "body" as const },
      "nothing to tamper",
    ],
  ])("refuses %s", async (_, event, options, message) => {
    await expect(mock.deliver(event, { to: "http://127.0.0.1:1/", secret, ...options })).rejects.toThrow(
      message,
    );
  });
});
