import { skillName } from "../skill/skill-name.ts";

/** Where everything about the clients stands that is the same for all of them. */
export const HOME: string = "https://github.com/trunkline-clients/trunkline";

/** What else there is to read. */
export function more(packageName: string): string {
  return `## More

- [CHANGELOG.md](./CHANGELOG.md) says what each version changes, and what to do.
- [SKILL.md](./skills/${skillName(packageName)}/SKILL.md) is the same for agents: what they have to know, and every call.
- [Errors](${HOME}/blob/HEAD/docs/errors.md) shows each class: when it comes, what to do, and what it prints.
- [Security](${HOME}/blob/HEAD/SECURITY.md) says what the client promises, and how to report a vulnerability of it.
- [Examples](${HOME}/tree/HEAD/examples) show proxies and TLS, frameworks, test runners and uploads.
- [\`@trunkline/mock\`](${HOME}/tree/HEAD/packages/mock#readme) has the options of the mock server.
- [\`@trunkline/runtime\`](${HOME}/tree/HEAD/packages/runtime#readme) is the package's one dependency.`;
}
