/** Transports for clients in Node.js, and a journal of rows in bulk. */
export { fileJournal } from "./file-journal.ts";
export { type NodeTransport, nodeTransport } from "./node-transport.ts";
export type { Dispatcher, NodeTransportOptions, Pem, TLSOptions } from "./options.ts";
