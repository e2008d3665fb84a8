import { joinId, type Model } from "@trunkline/generator/reference";
import type { Page } from "../page.ts";
import type { Guide } from "./guides.ts";

/** A link of the navigation; `path` is that of a page, or a page with an anchor. */
export interface NavigationLink {
  readonly label: string;
  readonly path: string;
}

/** Links under a heading. */
export interface NavigationGroup {
  readonly label: string;
  readonly links: readonly NavigationLink[];
}

/** Navigation of one part of a site, which its pages show and no others. */
export interface Section {
  readonly title: string;
  /** Beginning of the paths of its pages: `agora/`. */
  readonly folder: string;
  readonly groups: readonly NavigationGroup[];
}

/** Of guides, in the order of their list. */
export function guidesSection(guides: readonly Guide[]): Section {
  const names = [...new Set(guides.map(({ section }) => section))];
  return {
    title: "Guides",
    folder: "guides/",
    groups: names.map((label) => ({
      label,
      links: guides
        .filter(({ section }) => section === label)
        .map(({ title, file }) => ({ label: title, path: `guides/${file}` })),
    })),
  };
}

/** Of a package: what it is, each resource with its methods, types. */
export function packageSection(packageName: string, model: Model, pages: readonly Page[]): Section {
  const [index] = pages;
  const folder = index?.path.replace(/[^/]*$/, "") ?? "";
  const link = (page: Page, label = page.title): NavigationLink => ({ label, path: page.path });
  const ofGroup = (group: Page["group"]): readonly Page[] => pages.filter((page) => page.group === group);
  const methods = new Map(ofGroup("Methods").map((page, at) => [model.operations[at]?.id, page]));
  const resources = [...new Set(model.operations.map(({ resource }) => resource))];
  const ofResource = (resource: string): NavigationGroup => ({
    label: resource === "" ? "client" : `client.${resource}`,
    links: model.operations
      .filter((one) => one.resource === resource)
      .flatMap((one) => {
        const page = methods.get(one.id);
        return page === undefined ? [] : [link(page, joinId("", one.method))];
      }),
  });
  const types = ofGroup("Types").map((page) => link(page, page.title.replace(/^Types of (?:client\.)?/, "")));
  return {
    title: packageName,
    folder,
    groups: [
      { label: "Package", links: ofGroup("Package").map((page) => link(page)) },
      ...resources.map(ofResource),
      ...(types.length === 0 ? [] : [{ label: "Types", links: types }]),
    ],
  };
}
