/** Results that are shown. */
const SHOWN = 10;

/** A search whose index is loaded when somebody opens it. */
class TlSearch extends HTMLElement {
  connectedCallback() {
    const [button, dialog, input] = ["button", "dialog", "input"].map((one) => this.querySelector(one));
    const open = () => {
      this.engine ??= import(/* @vite-ignore */ this.dataset.pagefind);
      dialog.showModal();
      input.focus();
    };
    button.disabled = false;
    button.addEventListener("click", open);
    input.addEventListener("input", () => this.search(input.value));
    // Enter in the field would close what holds the results.
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.querySelector("ol a")?.click();
    });
    addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    });
  }

  async search(words) {
    const status = this.querySelector("[role=status]");
    const list = this.querySelector("ol");
    this.asked = words;
    try {
      const { results } = (await (await this.engine).debouncedSearch(words)) ?? { results: [] };
      const found = await Promise.all(results.slice(0, SHOWN).map((one) => one.data()));
      // Somebody typed on.
      if (this.asked !== words) return;
      list.replaceChildren(...found.map(itemOf));
      status.textContent =
        words.trim() === ""
          ? ""
          : results.length === 0
            ? "Nothing was found."
            : `${results.length} pages were found.`;
    } catch {
      this.engine = undefined;
      status.textContent = "The index cannot be loaded. Open the search again.";
    }
  }
}

/** Text of pages is text, whatever it holds. */
function itemOf({ url, meta, excerpt }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta.title ?? url;
  const words = document.createElement("p");
  words.textContent = new DOMParser().parseFromString(excerpt, "text/html").body.textContent;
  item.append(link, words);
  return item;
}

customElements.define("tl-search", TlSearch);
