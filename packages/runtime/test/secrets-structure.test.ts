import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeScrubber } from "../src/secrets/scrubber.ts";
import { errorOf, GET, sample } from "./support/sample.ts";

const LONG = "sk_live/0123+456789=";
const BODY = {
  error: { code: "invalid_api_key", message: "Invalid key: no key e is true, 1 of 1 keys null." },
  1: [1, 1.5, true, null, "e", "key"],
  key: { e: "keys", true: "1e5", null: 100 },
};

const failing = (apiKey: string, body: string, headers: Record<string, string> = {}) =>
  errorOf(
    sample(
      {
        apiKey,
        maxRetries: 0,
        fetch: async () =>
          new Response(body, { status: 400, headers: { "content-type": "application/json", ...headers } }),
      },
      { errors: { code: ["/error/code"], message: ["/error/message"], details: ["/1"] } },
    ).things.call(GET),
  );

describe("a short key", () => {
  it.each([
    "key",
    "1",
    "e",
    "true",
    "null",
    "k",
    "0",
    "5",
    ".",
    "[",
    "*",
    "(",
    "$",
    "\\",
    '"',
    "i",
    "api",
    "_",
  ])("%j is only taken out of values, as a whole word", async (key) => {
    const error = await failing(key, JSON.stringify(BODY));
    const word = (text: string): string => {
      const parts = text.split(key);
      return parts.reduce((whole, part, index) => {
        if (index === 0) return part;
        const before = parts.slice(0, index).join(key).at(-1) ?? "";
        const after = part === "" && index < parts.length - 1 ? key : (part[0] ?? "");
        return `${whole}${/[\w-]/.test(before) || /[\w-]/.test(after[0] ?? "") ? key : "[redacted]"}${part}`;
      });
    };
    expect(error.code).toBe("invalid_api_key");
    expect(error.message).toBe(`400 ${word(BODY.error.message)}`);
    const body = {
      ...BODY,
      error: { ...BODY.error, message: word(BODY.error.message) },
      1: BODY[1].map((one) => (typeof one === "string" ? word(one) : one)),
      key: { ...BODY.key, e: word("keys"), true: word("1e5") },
    };
    expect(error.body).toEqual(body);
    expect(error.details).toEqual(body[1]);
  });

  it("changes nothing of what does not hold it as a word, whatever both are", async () => {
    const words = fc.stringMatching(/^[a-z_]{1,12}$/);
    const key = fc.oneof(
      fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 7 }).filter((text) => !/\s/.test(text)),
      fc.constantFrom(
        "key",
        "1",
        "e",
        "null",
        "true",
        "a",
        "{",
        "}",
        "[",
        "]",
        '"',
        ":",
        ",",
        "u",
        "n",
        "(a+)+",
      ),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        words.map((text) => `x${text}x`),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.string({ maxLength: 5 }), tie("value"), { maxKeys: 3 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(key, value, async (secret, body) => {
        const text = JSON.stringify(body);
        fc.pre(!/^x[a-z_]*x$/.test(secret));
        expect((await failing(secret, text)).body).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it("may be a number of seconds as well", async () => {
    const error = await failing("7", "{}", { "retry-after": "7", "x-request-id": "req 7" });
    expect(error).toMatchObject({ retryAfterMs: 7000, requestId: "req [redacted]" });
  });

  it("is found in every spelling", () => {
    const { text } = makeScrubber(["p&s/w"]);
    for (const told of [
      "p&s/w",
      "p&amp;s/w",
      "p&amp;s&#47;w",
      "p%26s%2Fw",
      "p\\u0026s\\/w",
      "p%2526s%252Fw",
    ]) {
      expect(text(`password ${told}, sorry`)).toBe("password [redacted], sorry");
      expect(text(`a${told}`)).toBe(`a${told}`);
      expect(text(`password%20${told}%20`)).toBe("password%20[redacted]%20");
    }
    // What is a word in one case is another one in another.
    expect(text("P&S/W")).toBe("P&S/W");
  });
});

describe("a key of eight characters and more", () => {
  it("is taken out of names, values and numbers, and the structure stays", () => {
    const { json } = makeScrubber([LONG, "12345678", "98765432109876543210"]);
    const spelled = encodeURIComponent(LONG);
    const given = JSON.parse(
      `{"a":["x${LONG}y",12345678,-12345678.5,98765432109876543210,true,null,{"b":"${spelled}"}],
        "before":1,"${LONG}":{"${spelled}":[]},"the ${spelled}":2,"the ${LONG}":3,"__proto__":{"c":"${LONG}"},"after":[]}`,
    );
    const shown = json(given) as object;
    expect(JSON.stringify(shown)).toBe(
      '{"a":["x[redacted]y","[redacted]","[redacted]","[redacted]",true,null,{"b":"[redacted]"}],' +
        '"before":1,"[redacted]":{"[redacted]":[]},"the [redacted]":2,"the [redacted] 4":3,' +
        '"__proto__":{"c":"[redacted]"},"after":[]}',
    );
    expect(Object.getPrototypeOf(shown)).toBe(Object.prototype);
  });

  it("of digits takes no other number with it", () => {
    const { json } = makeScrubber(["00000000", "0000000000000000", "1e000000"]);
    expect(json([0, 1, -0, 12.5, 1e-7])).toEqual([0, 1, -0, 12.5, 1e-7]);
  });

  it("is found in another case, as in a host", () => {
    expect(makeScrubber(["Sk-Live-ABCDEF"]).text("https://sk-live-abcdef.evil.test")).toBe(
      "https://[redacted].evil.test",
    );
  });

  it("is found as deep as a server nests", async () => {
    const depth = 20_000;
    const error = await failing(LONG, `${"[".repeat(depth)}"${LONG}"${"]".repeat(depth)}`);
    expect(error).toMatchObject({ name: "BadRequestError", status: 400 });
    let { body } = error;
    for (let level = 0; level < depth; level++) body = (body as unknown[])[0];
    expect(body).toBe("[redacted]");
  });

  it("does not change what only begins like it, as a hint of the server's does", async () => {
    const body = { error: { code: "invalid_key", message: "Keys begin with sk_live/0" } };
    expect((await failing("sk_live/0123456789abcdef", JSON.stringify(body))).body).toEqual(body);
  });
});

describe("several secrets", () => {
  it.each([
    [["tenant1-", "tenant1-SECRET"], "told tenant1-SECRET, tenant1-!", "told [redacted], [redacted]!"],
    [["tenant1-SECRET", "tenant1-"], "told tenant1-SECRET, tenant1-!", "told [redacted], [redacted]!"],
    [["abcdefghij", "ghijklmnop"], "<abcdefghijklmnop>", "<[redacted]>"],
    [["abcdefgh", "bcdefghi", "cdefghijkl"], "<abcdefghijkl>", "<[redacted]>"],
    [["aaaaaaaa"], "<aaaaaaaaaaa>", "<[redacted]>"],
    [["abababab"], "<abababababab>", "<[redacted]>"],
    [["short", "short and long"], "short, short and long", "[redacted], [redacted]"],
    [["ada", "ada:opensesame"], "ada:opensesame is ada", "[redacted] is [redacted]"],
    [["12345678", "12345678"], "12345678", "[redacted]"],
    [["", "12345678"], "12345678", "[redacted]"],
  ])("%j leave no tails in %j", (secrets, text, shown) => {
    expect(makeScrubber(secrets).text(text)).toBe(shown);
  });
});

describe("a text that was cut", () => {
  const { cut, text } = makeScrubber([LONG]);
  const ways: readonly ((text: string) => string)[] = [
    (one) => one,
    encodeURIComponent,
    (one) => encodeURIComponent(encodeURIComponent(one)),
    (one) => one.replace(/\W/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
    (one) => one.replace(/\W/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    (one) => one.replaceAll("/", "\\/"),
  ];

  it.each(ways.map((spell) => [spell(LONG)]))("goes without its end, where that begins %s", (spelled) => {
    for (let length = 1; length < spelled.length; length++) {
      const shown = cut(`unknown key ${spelled.slice(0, length)}`);
      // Eight characters, of which a `/` may take six.
      if (length > 15) expect(shown).toBe("unknown key [redacted]");
      else expect(shown.replace("[redacted]", spelled.slice(0, length))).toContain("unknown key");
      expect(shown).not.toContain("0123");
    }
  });

  it("goes without half of a secret, also where nobody says that it was cut", () => {
    expect(text(`unknown key ${LONG.slice(0, 10)}`)).toBe("unknown key [redacted]");
    expect(text(`unknown key ${LONG.slice(0, 9)}`)).toBe(`unknown key ${LONG.slice(0, 9)}`);
    expect(text(`unknown key ${LONG.slice(0, 10)}…`)).toBe(`unknown key ${LONG.slice(0, 10)}…`);
  });
});

describe("a key in a test's clothing", () => {
  /** Visible ASCII: of one alphabet each, of every length that keys have. */
  const alphabets = ["a-z", "0-9", "A-Za-z0-9_-", "A-Za-z0-9+/=", "0-9a-f", "\\\\^$.*+?()[\\]{}|", "!-~"];
  const words = [
    "key",
    "1",
    "e",
    "true",
    "false",
    "null",
    "-1",
    "1e5",
    "0",
    "{}",
    "[]",
    '""',
    "(a+)+$",
    ".*",
    "$&",
  ];
  const keys = fc.oneof(
    ...alphabets.map((alphabet) => fc.stringMatching(new RegExp(`^[${alphabet}]{1,7}$`))),
    ...alphabets.map((alphabet) => fc.stringMatching(new RegExp(`^[${alphabet}]{8,80}$`))),
    fc.constantFrom(...words),
    fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 6 }).map((parts) => parts.join("")),
  );
  const errors = { code: ["/error/code"], message: ["/error/message"] };
  const failed = (apiKey: string, body: unknown) =>
    errorOf(
      sample(
        { apiKey, maxRetries: 0, fetch: async () => Response.json(body, { status: 400 }) },
        { errors },
      ).things.call(GET),
    );
  const plain = {
    error: { code: "invalid_api_key", message: "ünknown" },
    1: [12, 1.5, true, null, "é"],
    key: { e: "ö", true: 1, null: [] as unknown[], "1e5": {} },
  };

  it("leaves code, message, names and values as they were when none of them holds it", async () => {
    await fc.assert(
      fc.asyncProperty(keys, async (key) => {
        fc.pre(key.length < 8 || !JSON.stringify(plain).includes(key));
        fc.pre(!/^(?:invalid_api_key|invalid|api)$/.test(key));
        const error = await failed(key, plain);
        expect(error).toMatchObject({ status: 400, code: "invalid_api_key", message: "400 ünknown" });
        expect(error.body).toEqual(plain);
      }),
      { numRuns: 600 },
    );
  });

  it("is taken out where it stands whole, and nothing beside it", async () => {
    await fc.assert(
      fc.asyncProperty(keys, async (key) => {
        const holds = (text: string): unknown => ({
          ...plain,
          error: { ...plain.error, message: `ä ${text} ä` },
          held: [`${text}`, 12, true],
        });
        const error = await failed(key, holds(key));
        expect(error.message).toBe("400 ä [redacted] ä");
        expect(error.code).toBe("invalid_api_key");
        expect(error.body).toEqual(holds("[redacted]"));
      }),
      { numRuns: 600 },
    );
  });

  it("is a part of no other word while it is short", async () => {
    const short = keys.filter((key) => key.length < 8 && /^\w+$/.test(key));
    await fc.assert(
      fc.asyncProperty(short, async (key) => {
        const body = {
          ...plain,
          error: { code: `${key}_q_${key}`, message: `z${key}z_${key}9` },
          [key]: `q${key}`,
        };
        const error = await failed(key, body);
        expect(error).toMatchObject({ code: body.error.code, message: `400 ${body.error.message}` });
        expect(error.body).toEqual(body);
      }),
      { numRuns: 300 },
    );
  });
});
