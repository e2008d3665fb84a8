import { RUN_LIMITS, type RunData, type RunMessage } from "./contract.ts";
import { FRAME } from "./frame.ts";
import { type Shown, showRun } from "./show-run.ts";
import { STYLE } from "./style.ts";

/** Milliseconds that a run may take. */
const TIME_LIMIT = 5000;

/** Milliseconds until the frame must have answered. */
const READY_LIMIT = 10_000;

const texts = new Map<string, Promise<string>>();

/** The text of a file, asked for once. */
function textAt(address: string): Promise<string> {
  const known = texts.get(address);
  if (known !== undefined) return known;
  const text = fetch(address).then((response) => {
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
    return response.text();
  });
  texts.set(address, text);
  // What failed may be asked for again.
  text.catch(() => texts.delete(address));
  return text;
}

/**
 * `<tl-run src="….json" statuses="404 422 429">` around a sample: a button that runs it, in a frame that nothing leaves.
 * Nothing is loaded before somebody runs or edits it, and nothing ever runs by itself. Without `src` it is its content.
 */
export class TlRun extends HTMLElement {
  #stop: (() => void) | undefined;
  #sample: string | undefined;
  #shown: Shown | undefined;

  connectedCallback(): void {
    if (this.shadowRoot !== null || !this.hasAttribute("src")) return;
    const root = this.attachShadow({ mode: "open" });
    const statuses = (this.getAttribute("statuses") ?? "").split(/\s+/).filter((one) => /^\d{3}$/.test(one));
    root.innerHTML = `<style>${STYLE}</style>
<div part="sample"><slot></slot><textarea part="edit" aria-label="Sample" spellcheck="false" autocapitalize="off" autocomplete="off" hidden></textarea></div>
<div part="tools" role="group" aria-label="Run the sample">
<button part="button" type="button" name="run">Run</button>
<button part="button" type="button" name="edit">Edit</button>
<button part="button" type="button" name="copy">Copy</button>
${statuses.length === 0 ? "" : `<label>Answer <select part="select" name="status"><option value="">as documented</option>${statuses.map((one) => `<option>${one}</option>`).join("")}</select></label>`}
<span part="state" role="status"></span>
</div>
<div part="panes" hidden></div>`;
    this.#button("run").addEventListener("click", () => (this.#stop ? this.#stop() : void this.run()));
    this.#button("edit").addEventListener("click", () => void this.#edit());
    this.#button("copy").addEventListener("click", () => void this.#copy());
    this.#area().addEventListener("input", () => this.#fit());
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      if (this.#stop === undefined) void this.run();
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  /** Runs the sample as it stands, and shows what becomes of it. Never called but for somebody's click or key. */
  async run(): Promise<void> {
    this.#shown = showRun(this.#part("panes"));
    this.#say("Running …");
    try {
      const data = await this.#data();
      const engine = await textAt(new URL(data.engine, this.#address()).href);
      const script = await this.#script(data);
      await this.#start(data, engine, script);
    } catch (error) {
      this.#shown.add({
        kind: "error",
        text: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      });
      this.#say("It did not run.");
    }
  }

  #address(): string {
    return new URL(this.getAttribute("src") ?? "", document.baseURI).href;
  }

  async #data(): Promise<RunData> {
    return JSON.parse(await textAt(this.#address())) as RunData;
  }

  /** The sample without types: made beforehand, unless somebody edited it. */
  async #script(data: RunData): Promise<string> {
    if (this.#sample === undefined) return data.script;
    const sample = this.#area().value;
    if (sample === data.sample) return data.script;
    const { stripSample } = (await import(
      new URL("./strip.js", import.meta.url).href
    )) as typeof import("./strip.ts");
    return stripSample(sample);
  }

  async #start(data: RunData, engine: string, script: string): Promise<void> {
    const { packageName, client, credentials, env, route, compiled } = data;
    const chosen = this.shadowRoot?.querySelector("select")?.value ?? "";
    const status = chosen === "" ? undefined : Number(chosen);
    const spec = JSON.stringify({ packageName, client, credentials, env, route, compiled, status });
    const head = `${engine}\n;tlRun(${spec}, async (require, exports, console, process) => {\n`;
    const parts = [head, script, "\n});"];
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.setAttribute("aria-hidden", "true");
    frame.tabIndex = -1;
    frame.hidden = true;
    frame.srcdoc = FRAME;
    const end = await new Promise<string>((resolve) => {
      let timer = setTimeout(() => resolve("The frame did not start."), READY_LIMIT);
      // More than the frame passes on, whose last word is that it was too much.
      let left = RUN_LIMITS.messages + 20;
      const hear = (event: MessageEvent): void => {
        if (event.source !== frame.contentWindow || frame.contentWindow === null) return;
        const message = (event.data as { readonly tlRun?: RunMessage | { kind: "ready" } })?.tlRun;
        left -= 1;
        if (message === undefined || left < 0) return;
        if (message.kind === "ready") {
          clearTimeout(timer);
          timer = setTimeout(
            () => resolve(`It did not end within ${TIME_LIMIT / 1000} seconds, and was stopped.`),
            TIME_LIMIT,
          );
          frame.contentWindow.postMessage({ parts, line: head.split("\n").length - 1 }, "*");
        } else if (message.kind === "done") resolve("");
        else if (message.kind === "flood") resolve("It printed more than is shown, and was stopped.");
        else this.#shown?.add(message);
      };
      addEventListener("message", hear);
      this.#stop = () => resolve("Stopped.");
      this.#button("run").textContent = "Stop";
      // From here, so that what it says first is heard.
      this.shadowRoot?.append(frame);
      this.#ending = () => {
        clearTimeout(timer);
        removeEventListener("message", hear);
      };
    });
    this.#ending?.();
    frame.remove();
    this.#stop = undefined;
    this.#button("run").textContent = "Run";
    this.#say(end === "" ? "Done. Nothing was sent: the answers are the document's examples." : end);
    this.#shown?.end();
  }

  #ending: (() => void) | undefined;

  async #edit(): Promise<void> {
    const area = this.#area();
    if (this.#sample === undefined) {
      try {
        this.#sample = (await this.#data()).sample;
      } catch (error) {
        this.#say(error instanceof Error ? error.message : String(error));
        return;
      }
      area.value = this.#sample;
      area.hidden = false;
      const slot = this.shadowRoot?.querySelector("slot");
      if (slot) slot.hidden = true;
      this.#button("edit").textContent = "Reset";
      this.#fit();
    } else {
      area.value = this.#sample;
      this.#fit();
    }
    area.focus();
  }

  async #copy(): Promise<void> {
    try {
      const text = this.#sample === undefined ? (await this.#data()).sample : this.#area().value;
      await navigator.clipboard.writeText(text);
      this.#say("Copied.");
    } catch {
      this.#say("The browser did not let it be copied.");
    }
  }

  #fit(): void {
    const area = this.#area();
    area.rows = Math.min(40, Math.max(4, area.value.split("\n").length));
  }

  #say(text: string): void {
    this.#part("state").textContent = text;
  }

  #part(name: string): HTMLElement {
    return this.shadowRoot?.querySelector(`[part="${name}"]`) as HTMLElement;
  }

  #button(name: string): HTMLButtonElement {
    return this.shadowRoot?.querySelector(`button[name="${name}"]`) as HTMLButtonElement;
  }

  #area(): HTMLTextAreaElement {
    return this.shadowRoot?.querySelector("textarea") as HTMLTextAreaElement;
  }
}

if (!customElements.get("tl-run")) customElements.define("tl-run", TlRun);
