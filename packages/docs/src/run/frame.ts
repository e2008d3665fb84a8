import { RUN_LIMITS } from "./contract.ts";

const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * The page of the frame in which a sample runs. It is sandboxed, so that it has no origin, and its policy lets nothing out;
 * the worker has the same policy. It passes on what the worker says, up to a bound, for what runs may find a way around
 * the bound that the worker keeps.
 */
export const FRAME: string = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Sample</title><script>
let worker, left = ${RUN_LIMITS.messages + 10};
const tell = (message) => parent.postMessage({ tlRun: message }, "*");
addEventListener("message", ({ source, data }) => {
  if (source !== parent || worker) return;
  const address = URL.createObjectURL(new Blob(data.parts, { type: "text/javascript" }));
  worker = new Worker(address);
  worker.onmessage = ({ data }) => {
    left -= 1;
    if (left > 0) return tell(data);
    worker.terminate();
    if (left === 0) tell({ kind: "flood" });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    const line = event.lineno - data.line;
    tell({ kind: "error", text: event.message.replace(/^Uncaught /, "") + (line > 0 ? " (line " + line + ")" : "") });
    tell({ kind: "done" });
  };
});
tell({ kind: "ready" });
</script>`;
