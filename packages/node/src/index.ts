/** Transports for clients in Node.js. */
export { type NodeTransport, nodeTransport } from "./node-transport.ts";
export type { Dispatcher, NodeTransportOptions, Pem, TLSOptions } from "./options.ts";
