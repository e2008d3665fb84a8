import { RUN_LIMITS, type RunMessage, type ShownRequest } from "./contract.ts";

/** Where a run is shown: requests beside the result. All of it is text. */
export interface Shown {
  add(message: RunMessage): void;
  end(): void;
}

export function showRun(panes: HTMLElement): Shown {
  const requests = pane("Request");
  const result = pane("Result");
  panes.replaceChildren(requests.section, result.section);
  panes.hidden = false;
  return {
    add(message) {
      if (message.kind === "request") line(requests.list, requestText(message.request), "request");
      else if (message.kind === "print" || message.kind === "error")
        line(result.list, String(message.text), message.kind);
    },
    end() {
      if (requests.list.childElementCount === 0) line(requests.list, "None went out.", "none");
      if (result.list.childElementCount === 0) line(result.list, "Nothing was printed.", "none");
    },
  };
}

function pane(name: string): { readonly section: HTMLElement; readonly list: HTMLElement } {
  const section = document.createElement("section");
  section.setAttribute("part", "pane");
  section.setAttribute("aria-label", name);
  const title = document.createElement("p");
  title.setAttribute("part", "title");
  title.textContent = name;
  const list = document.createElement("div");
  list.setAttribute("part", "list");
  // What can be scrolled must be reached by the keyboard.
  list.tabIndex = 0;
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", name === "Request" ? "Requests that would go out" : "What the sample gave");
  section.append(title, list);
  return { section, list };
}

function line(list: HTMLElement, text: string, kind: string): void {
  const pre = document.createElement("pre");
  pre.setAttribute("part", kind);
  pre.textContent = text.slice(0, RUN_LIMITS.text + 100);
  list.append(pre);
}

function requestText({ method, url, headers, body, status }: ShownRequest): string {
  const fields = headers.map(([name, value]) => `${name}: ${value}`);
  const told = status === undefined ? [] : ["", `→ ${status}`];
  const sent = body === undefined || body === "" ? [] : ["", pretty(body)];
  return [`${method} ${url}`, ...fields, ...sent, ...told].join("\n");
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
