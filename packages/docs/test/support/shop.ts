/** A document with something of everything that a method's page says. */
export const SHOP = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.test/v1 }]
security: [{ Key: [] }]
x-trunkline:
  version: 1
  client: { name: Shop }
  idempotency: { header: Idempotency-Key, keys: auto }
  quotas:
    - { limit: 120, per: minute, scope: account }
    - { limit: 5, per: minute, scope: making }
tags: [{ name: items, description: What there is to buy. }]
paths:
  /items:
    get:
      operationId: items.list
      tags: [items]
      summary: List items
      parameters:
        - { name: cursor, in: query, description: Where to go on., schema: { type: string } }
        - { name: limit, in: query, description: Size of a page., schema: { type: integer, maximum: 50 } }
        - { name: state, in: query, description: Which ones., schema: { type: string, enum: ["on", "off"] } }
      responses:
        "200":
          description: Some items.
          content:
            application/json:
              schema:
                type: object
                required: [items]
                properties:
                  items: { type: array, items: { $ref: "#/components/schemas/Item" } }
                  nextCursor: { type: [string, "null"] }
              examples: { default: { value: { items: [], nextCursor: null } } }
      x-trunkline:
        pagination:
          - { style: cursor, cursor: cursor, limit: limit, items: /items, next: /nextCursor }
    post:
      operationId: items.create
      tags: [items]
      summary: Make an item
      x-trunkline: { quotas: [making] }
      description: Makes an item.
      security: [{ Key: ["items:write"] }]
      parameters:
        - { name: Idempotency-Key, in: header, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/NewItem" }
            examples: { minimal: { value: { name: Lamp } } }
      responses:
        "201":
          description: The item.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Item" }
              examples: { default: { value: { id: a } } }
        "422":
          description: Not an item.
          content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
  /items/{itemId}:
    parameters:
      - { name: itemId, in: path, required: true, description: Id of the item., schema: { type: string }, example: a }
    get:
      operationId: items.get
      tags: [items]
      summary: Get an item
      responses:
        "200":
          description: The item.
          content: { application/json: { schema: { $ref: "#/components/schemas/Item" }, example: { id: a } } }
    delete:
      operationId: items.remove
      tags: [items]
      deprecated: true
      summary: Remove an item
      responses: { "204": { description: Nothing. } }
  /bare:
    get:
      operationId: items.bare
      tags: [items]
      responses:
        "200": { description: Text., content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } } }
webhooks:
  item.sold:
    post:
      summary: An item was sold.
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } } }
      responses: { "204": { description: Taken. } }
components:
  securitySchemes:
    Key: { type: apiKey, in: header, name: x-key, x-trunkline: { option: apiKey, env: SHOP_API_KEY } }
  schemas:
    Item: { type: object, description: A thing to buy., required: [id], properties: { id: { type: string, description: Id of the item. } } }
    NewItem:
      type: object
      required: [name]
      properties:
        name: { type: string, description: What it is called. }
        count: { type: integer, description: How many., minimum: 1, maximum: 99, default: 1 }
    Problem: { type: object, properties: { detail: { type: string } } }
`;
