import { describe, expect, it, vi } from "vitest";
import type { Layer } from "../../src/layer.ts";
import { authenticated } from "../../src/layers/authenticated.ts";
import type { AppliedCredential, Authenticator } from "../../src/security-scheme.ts";
import { answer, below, factsOf, requestOf } from "../support/layers.ts";
import { errorOf, POST } from "../support/sample.ts";

const TOOLS = {
  timeout: 30_000,
  warn: () => {},
  send: async () => ({ data: undefined, invalid: () => new Error("unused") }),
};
const REFUSED = answer(401);
const OK = answer(200);

function schemeOf(apply: Authenticator["apply"]): Readonly<Record<string, Authenticator>> {
  return { Key: { origin: "code", identity: () => "key", apply } };
}

/** A credential that is renewed each time it is refused, as far as it may be. */
function renewable() {
  const rejected = vi.fn(async (mayReplay: boolean) => mayReplay);
  let made = 0;
  const apply = (): AppliedCredential => ({ secrets: [`secret_${++made}`], rejected });
  return { apply: vi.fn(apply), rejected };
}

describe("authenticated", () => {
  it("hands on the credentials of the request's schemes, and has errors not show them", async () => {
    const { layer, seen } = below(OK);
    const request = requestOf({ schemes: ["Key"] });
    await authenticated(
      schemeOf(() => ({ secrets: ["s"] })),
      TOOLS,
      layer,
    )(request);
    expect(seen[0]?.facts.credentials).toEqual([{ secrets: ["s"] }]);
  });

  it("asks for no credential where none is needed", async () => {
    const { apply } = renewable();
    await authenticated(schemeOf(apply), TOOLS, below(OK).layer)(requestOf());
    expect(apply).not.toHaveBeenCalled();
  });

  it("sends once more with another credential after a 401, once a call", async () => {
    const { apply, rejected } = renewable();
    const { layer, seen } = below(REFUSED);
    const sent: unknown[] = [];
    const watched: Layer = (request) => {
      sent.push(...request.facts.credentials.flatMap(({ secrets }) => secrets));
      return layer(request);
    };
    const request = requestOf({ schemes: ["Key"] });
    const send = authenticated(schemeOf(apply), TOOLS, watched);
    expect((await send(request)).response.status).toBe(401);
    expect(sent).toEqual(["secret_1", "secret_2"]);
    expect(rejected.mock.calls).toEqual([[true], [false]]);
    await send(request);
    expect(seen).toHaveLength(3);
  });

  const once: [name: string, request: Parameters<typeof requestOf>[0]][] = [
    ["whose body is gone", { body: { body: "x", contentType: undefined, repeatable: false } }],
    ["that was done already", { facts: factsOf(POST, { isProcessed: true }) }],
  ];
  it.each(once)("does not send again a request %s, and lets the credential know", async (_, changes) => {
    const { apply, rejected } = renewable();
    const { layer, seen } = below(REFUSED, OK);
    await authenticated(schemeOf(apply), TOOLS, layer)(requestOf({ schemes: ["Key"], ...changes }));
    expect(seen).toHaveLength(1);
    expect(rejected.mock.calls).toEqual([[false]]);
  });

  it("asks nobody and sends nothing where the signal is aborted", async () => {
    const { apply } = renewable();
    const { layer, seen } = below(OK);
    const call = authenticated(schemeOf(apply), TOOLS, layer);
    const error = await errorOf(call(requestOf({ schemes: ["Key"], signal: AbortSignal.abort() })));
    expect(error.name).toBe("APIUserAbortError");
    expect(apply).not.toHaveBeenCalled();
    expect(seen).toEqual([]);
  });

  it("leaves a credential that does not come, by signal and by deadline", async () => {
    const call = authenticated(
      schemeOf(() => new Promise(() => {})),
      TOOLS,
      below(OK).layer,
    );
    const late = errorOf(call(requestOf({ schemes: ["Key"], deadline: performance.now() + 20 })));
    expect(await late).toMatchObject({ name: "APIConnectionTimeoutError" });
    const left = errorOf(call(requestOf({ schemes: ["Key"], signal: AbortSignal.timeout(20) })));
    expect(await left).toMatchObject({ name: "APIUserAbortError" });
  });
});
