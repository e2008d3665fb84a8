/** What samples import of Node.js to send a file: a file of the page's own stands for each. */
export const FILES: object = new Proxy(
  {
    openAsBlob: async (path: unknown): Promise<File> => {
      const name = String(path).split("/").at(-1) ?? "";
      return new File([`What stands in the page for ${name}.\n`], name);
    },
  },
  {
    get(own, name) {
      if (name === "default") return FILES;
      if (Object.hasOwn(own, name) || typeof name === "symbol" || name === "__esModule")
        return Reflect.get(own, name);
      throw new Error(`This page has no files: of "node:fs" it has openAsBlob alone, not ${name}.`);
    },
  },
);
