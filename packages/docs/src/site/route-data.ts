import { base, navigation } from "virtual:trunkline/navigation";
import { defineRouteMiddleware, type StarlightRouteData } from "@astrojs/starlight/route-data";
import { addressOf } from "./links.ts";
import type { NavigationGroup, Section } from "./navigation.ts";

type Entry = StarlightRouteData["sidebar"][number];

/** Links that a page's navigation shows at once; beyond, those of the page's own group alone. */
const SHOWN = 40;

/** Gives each page the navigation of its own part: of all parts, it would make a site grow with its square. */
export const onRequest: ReturnType<typeof defineRouteMiddleware> = defineRouteMiddleware(
  ({ locals, url }) => {
    const route = locals.starlightRoute;
    const here = decodeURIComponent(url.pathname).replace(/(?:\/index\.html|\/|\.html)?$/, "/");
    const section = navigation.find(({ folder }) => here.startsWith(`${base}${folder}`));
    route.sidebar = section === undefined ? parts() : [...parts(section), ...entriesOf(section, here)];
    route.hasSidebar = route.entry.data.template !== "splash" && route.sidebar.length > 0;
  },
);

function link(label: string, href: string, isCurrent: boolean): Entry {
  return { type: "link", label, href, isCurrent, badge: undefined, attrs: {} };
}

/** The other parts of the site. */
function parts(section?: Section): Entry[] {
  const entries = navigation.map(({ title, groups }) => {
    const first = groups[0]?.links[0];
    return link(title, first === undefined ? base : addressOf(first.path, base), false);
  });
  return [{ type: "group", label: "Contents", entries, collapsed: section !== undefined, badge: undefined }];
}

function entriesOf({ groups }: Section, here: string): Entry[] {
  const count = groups.reduce((sum, { links }) => sum + links.length, 0);
  return groups.flatMap((group): Entry[] => {
    const entries = group.links.map(({ label, path }) => {
      const href = addressOf(path, base);
      return link(label, href, decodeURIComponent(href) === here);
    });
    const isOwn = entries.some((one) => one.type === "link" && one.isCurrent);
    if (count > SHOWN && !isOwn) return [closed(group)];
    return [{ type: "group", label: group.label, entries, collapsed: false, badge: undefined }];
  });
}

/** A group of many stands there as one link, to its first page. */
function closed({ label, links }: NavigationGroup): Entry {
  return link(label, addressOf(links[0]?.path ?? "index.md", base), false);
}
