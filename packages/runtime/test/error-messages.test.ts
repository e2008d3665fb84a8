import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tellBody } from "../src/response/tell-body.ts";
import { errorOf, GET, KEY, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

/** What each framework answers, and what a person reads of it. */
const SHAPES: readonly [framework: string, body: unknown, message: string | undefined][] = [
  [
    "FastAPI",
    {
      detail: [
        { type: "missing", loc: ["body", "name"], msg: "Field required", input: { x: "what was sent" } },
        {
          type: "int_parsing",
          loc: ["query", "limit"],
          msg: "Input should be a valid integer",
          input: "what was sent",
        },
      ],
    },
    "body.name: Field required (and 1 more)",
  ],
  ["FastAPI, a text", { detail: "Not Found" }, "Not Found"],
  [
    "FastAPI, deep",
    { detail: [{ type: "missing", loc: ["body", "items", 0, "price"], msg: "Field required" }] },
    "body.items.0.price: Field required",
  ],
  [
    "problem details, a list",
    {
      type: "https://x",
      title: "Your request is not valid.",
      status: 422,
      errors: [
        { detail: "must be a positive integer", pointer: "#/age" },
        { detail: "must be 'green'", pointer: "#/profile/color" },
      ],
    },
    "Your request is not valid. age: must be a positive integer (and 1 more)",
  ],
  [
    "problem details of RFC 7807",
    {
      type: "x",
      title: "Your request parameters didn't validate.",
      "invalid-params": [{ name: "age", reason: "must be positive" }],
    },
    "Your request parameters didn't validate. age: must be positive",
  ],
  [
    "ASP.NET",
    {
      type: "x",
      title: "One or more validation errors occurred.",
      status: 400,
      traceId: "00-1",
      errors: { Name: ["The Name field is required."], "$.age": ["bad"] },
    },
    "One or more validation errors occurred. Name: The Name field is required. (and 1 more)",
  ],
  [
    "Laravel",
    {
      message: "The name field is required. (and 1 more error)",
      errors: { name: ["The name field is required."], email: ["The email is invalid."] },
    },
    "The name field is required. (and 1 more error)",
  ],
  ["Rails", { errors: { name: ["can't be blank"], base: ["is odd"] } }, "name: can't be blank (and 1 more)"],
  ["Rails, sentences", { errors: ["Name can't be blank", "Age is bad"] }, "Name can't be blank (and 1 more)"],
  ["Rails, the map itself", { name: ["can't be blank"] }, "name: can't be blank"],
  ["Rails, a status", { status: 422, error: "Unprocessable Entity" }, "Unprocessable Entity"],
  [
    "Django REST",
    { name: ["This field is required."], non_field_errors: ["Odd."] },
    "name: This field is required. (and 1 more)",
  ],
  ["Django REST, no field", { non_field_errors: ["Unable to log in."] }, "Unable to log in."],
  [
    "Django REST, a text",
    { detail: "Authentication credentials were not provided." },
    "Authentication credentials were not provided.",
  ],
  [
    "Django REST, nested",
    { profile: { age: ["A valid integer is required."] }, name: ["Bad"] },
    "profile.age: A valid integer is required. (and 1 more)",
  ],
  ["Django REST, many", [{}, { name: ["required"] }], "name: required"],
  [
    "Spring",
    {
      timestamp: "t",
      status: 400,
      error: "Bad Request",
      message: "Validation failed for object='user'. Error count: 1",
      errors: [
        {
          codes: ["a"],
          arguments: [{ codes: ["b"], defaultMessage: "name", code: "name" }],
          defaultMessage: "must not be blank",
          objectName: "user",
          field: "name",
          rejectedValue: "what was sent",
          bindingFailure: false,
          code: "NotBlank",
        },
      ],
      path: "/users",
    },
    "Validation failed for object='user'. Error count: 1. name: must not be blank",
  ],
  [
    "Spring, fieldErrors",
    {
      fieldErrors: [
        { field: "email", message: "must be an email, not what was sent", rejectedValue: "what was sent" },
      ],
    },
    "email: must be an email, not …",
  ],
  [
    "express-validator 6",
    { errors: [{ value: "what was sent", msg: "Invalid value", param: "email", location: "body" }] },
    "email: Invalid value",
  ],
  [
    "express-validator 7",
    {
      errors: [
        { type: "field", value: "what was sent", msg: "Invalid value", path: "email", location: "body" },
      ],
    },
    "email: Invalid value",
  ],
  [
    "express-validator, mapped",
    {
      errors: {
        email: {
          type: "field",
          value: "what was sent",
          msg: "Invalid value",
          path: "email",
          location: "body",
        },
      },
    },
    "email: Invalid value",
  ],
  [
    "JSON:API",
    {
      errors: [
        {
          status: "422",
          source: { pointer: "/data/attributes/name" },
          title: "Invalid Attribute",
          detail: "is too short",
        },
      ],
    },
    "data.attributes.name: is too short",
  ],
  [
    "JSON:API, a parameter",
    {
      errors: [
        { source: { parameter: "include" }, title: "Invalid Query Parameter", detail: "no such relation" },
      ],
    },
    "include: no such relation",
  ],
  [
    "GraphQL",
    {
      errors: [
        {
          message: 'Cannot query field "x"',
          locations: [{ line: 1, column: 3 }],
          path: ["user", "name"],
          extensions: { code: "BAD" },
        },
      ],
      data: null,
    },
    'user.name: Cannot query field "x"',
  ],
  [
    "rows with numbers",
    {
      status: "error",
      error: "validation_failed",
      message: "Some rows were refused",
      errors: [
        { row: 3, field: "phone", message: "is not a phone number", code: "x" },
        { row: 5, message: "no name" },
      ],
    },
    "Some rows were refused. row 3 phone: is not a phone number (and 1 more)",
  ],
  [
    "Zod",
    {
      success: false,
      error: {
        issues: [
          {
            code: "invalid_type",
            expected: "string",
            received: "undefined",
            path: ["user", "name"],
            message: "Required",
          },
        ],
        name: "ZodError",
      },
    },
    "user.name: Required",
  ],
  ["Zod, flattened", { fieldErrors: { name: ["Required"] }, formErrors: [] }, "name: Required"],
  ["Zod, formatted", { error: { _errors: [], name: { _errors: ["Required"] } } }, "name: Required"],
  [
    "Ajv",
    {
      errors: [
        {
          instancePath: "/name",
          schemaPath: "#/x",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        },
      ],
    },
    "name: must be string",
  ],
  [
    "Nest",
    { statusCode: 400, message: ["name must be a string", "age must be a number"], error: "Bad Request" },
    "Bad Request. name must be a string (and 1 more)",
  ],
  [
    "class-validator",
    {
      message: [
        {
          property: "name",
          constraints: { isString: "name must be a string" },
          value: "what was sent",
          target: { name: "what was sent" },
        },
      ],
    },
    "name: name must be a string",
  ],
  [
    "Google",
    {
      error: {
        code: 400,
        message: "Invalid JSON payload",
        status: "INVALID_ARGUMENT",
        details: [{ "@type": "x", fieldViolations: [{ field: "name", description: "is odd" }] }],
      },
    },
    "Invalid JSON payload. name: is odd",
  ],
  [
    "Stripe",
    {
      error: {
        code: "parameter_missing",
        message: "Missing required param: amount.",
        param: "amount",
        type: "invalid_request_error",
      },
    },
    "Missing required param: amount.",
  ],
  [
    "OpenAI",
    { error: { message: "Rate limit reached", type: "tokens", param: null, code: "rate_limit_exceeded" } },
    "Rate limit reached",
  ],
  ["Anthropic", { type: "error", error: { type: "overloaded_error", message: "Overloaded" } }, "Overloaded"],
  ["AWS", { Message: "User is not authorized", __type: "AccessDenied" }, "User is not authorized"],
  ["OAuth 2.0", { error: "invalid_grant", error_description: "The code is expired" }, "The code is expired"],
  [
    "Mongoose",
    {
      errors: {
        name: {
          name: "ValidatorError",
          message: "Path `name` is required.",
          kind: "required",
          path: "name",
          value: "what was sent",
        },
      },
      _message: "User validation failed",
      message: "User validation failed: name: Path `name` is required.",
    },
    "User validation failed. name: Path `name` is required.",
  ],
  [
    "Symfony",
    {
      type: "x",
      title: "An error occurred",
      detail: "name: blank",
      violations: [
        {
          propertyPath: "name",
          title: "This value should not be blank.",
          parameters: { "{{ value }}": '""' },
        },
      ],
    },
    "name: blank. name: This value should not be blank.",
  ],
  ["OData", { error: { code: "X", message: { lang: "en", value: "Bad thing" } } }, "Bad thing"],
  [
    "Salesforce",
    [{ message: "Required fields are missing: [Name]", errorCode: "REQUIRED", fields: ["Name"] }],
    "Required fields are missing: [Name]",
  ],
  ["Phoenix", { errors: { detail: "Not Found" } }, "Not Found"],
  [
    "hapi",
    {
      statusCode: 400,
      error: "Bad Request",
      message: "Invalid request payload input",
      validation: { source: "payload", keys: ["name"] },
    },
    "Invalid request payload input",
  ],
  [
    "Fastify",
    {
      statusCode: 400,
      code: "FST_ERR_VALIDATION",
      error: "Bad Request",
      message: "body must have required property 'name'",
    },
    "body must have required property 'name'",
  ],
  [
    "details that are none",
    { error: { message: "Limit reached", details: { limit: 5, plan: "free" } } },
    "Limit reached",
  ],
  ["other objects", { error: "bad", code: "x", meta: { request_id: "r" } }, "bad"],
  ["no known shape", { foo: { bar: 1 }, input: "what was sent" }, '{"foo":{"bar":1}}'],
  [
    "GitHub",
    {
      message: "Validation Failed",
      errors: [{ resource: "Issue", field: "title", code: "missing_field" }],
      documentation_url: "x",
    },
    "Validation Failed. title: missing_field",
  ],
  ["text", "Bad gateway", "Bad gateway"],
  ["null", null, undefined],
  ["an empty object", {}, undefined],
  [
    "Cloudflare",
    {
      success: false,
      errors: [{ code: 1003, message: "Invalid or missing zone id." }],
      messages: [],
      result: null,
    },
    "Invalid or missing zone id.",
  ],
  ["Slack", { ok: false, error: "invalid_auth" }, "invalid_auth"],
  ["an object as detail", { detail: { code: "x", message: "No credits" } }, "No credits"],
  ["Shopify", { errors: { title: ["can't be blank"] } }, "title: can't be blank"],
  ["Shopify, a text", { errors: "Not Found" }, "Not Found"],
  ["a map of texts", { messages: { name: "is required" } }, "name: is required"],
  ["a list as error", { error: ["a is bad", "b is bad"] }, "a is bad (and 1 more)"],
];

describe("what an error body says", () => {
  it.each(SHAPES)("%s", (_, body, message) => {
    expect(tellBody(body)).toBe(message);
    expect(message ?? "").not.toContain("what was sent");
  });

  it("is found where the document says it is", () => {
    const body = { wrong: [{ field: "a", message: "is odd" }, { message: "all is odd" }], text: "No." };
    expect(tellBody(body, { message: ["/text"], details: ["/wrong"] })).toBe("No. a: is odd (and 1 more)");
  });

  it.each<[string, object, unknown, string]>([
    [
      "names of its own",
      { at: ["/faults"], field: ["/where"], message: ["/why"] },
      {
        faults: [
          { where: "qty", why: "is odd" },
          { where: "sku", why: "is gone" },
        ],
      },
      "qty: is odd (and 1 more)",
    ],
    [
      "a number for the row, and a deeper text",
      { at: ["/no", "/result/bad"], field: ["/line"], message: ["/says/de", "/says/en"] },
      { result: { bad: [{ line: 3, says: { en: "is late" } }] } },
      "3: is late",
    ],
    ["texts alone", { at: ["/faults"], message: [""] }, { faults: ["is odd"] }, "is odd"],
    [
      "nothing there, so that it is found as ever",
      { at: ["/faults"], message: ["/why"] },
      { errors: [{ field: "a", message: "is odd" }] },
      "a: is odd",
    ],
  ])("reads rows where the document says they are: %s", (_, rows, body, message) => {
    expect(tellBody(body, { rows } as never)).toBe(message);
  });

  it("is bounded, however long or deep the body is", () => {
    const long = "x".repeat(5000);
    const rows = Array.from({ length: 3000 }, () => ({ loc: ["body", long], msg: long }));
    const told = String(tellBody({ message: long, detail: rows }));
    expect(told.length).toBeLessThan(700);
    expect(told).toMatch(/ \(and 2999 more\)$/);
    let deep: unknown = "x";
    for (let depth = 0; depth < 3000; depth++) deep = depth % 2 ? { errors: deep } : [deep];
    expect(() => tellBody(deep)).not.toThrow();
  });

  it("holds no value of an input, and never fails, whatever the body is", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.string({ minLength: 3 }), (body, input) => {
        tellBody(body);
        const row = { loc: ["body", "name"], msg: `is not ${input}`, input };
        const told = tellBody({ detail: [row], more: body });
        if (!"body.name: is not …".includes(input)) expect(told).not.toContain(input);
      }),
    );
  });
});

describe("the message of an error", () => {
  it.each([
    [
      422,
      {
        detail: [
          { loc: ["body", "name"], msg: "Field required", input: { name: "Ada" } },
          { loc: ["body", "age"], msg: "No." },
        ],
      },
      "422 body.name: Field required (and 1 more)",
    ],
    [400, { title: "Not valid", errors: { name: ["is taken"] } }, "400 Not valid. name: is taken"],
    [404, {}, "404 The answer has no message."],
  ])("of %i says which field is wrong, and keeps the body", async (status, body, message) => {
    const server = await serve((_, response) => json(response, body, status));
    const error = await errorOf(sample({ baseURL: server.url, maxRetries: 0 }).things.call(GET));
    expect(error.message).toBe(message);
    expect(error.body).toEqual(body);
    expect(String(error.stack)).not.toContain("Ada");
  });

  it("shows no key, in a field's name or in what is said of it", async () => {
    const server = await serve((_, response) =>
      json(response, { detail: [{ loc: ["header", KEY], msg: `${KEY} is unknown` }] }, 400),
    );
    const error = await errorOf(sample({ baseURL: server.url, maxRetries: 0 }).things.call(GET));
    expect(error.message).toBe("400 header.[redacted]: [redacted] is unknown");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
  });
});
