/** What is used of a channel of `node:diagnostics_channel`. */
interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: object): void;
}

interface ChannelModule {
  channel(name: string): Channel;
}

interface Platform {
  readonly process?: { getBuiltinModule?(id: string): ChannelModule | undefined };
}

/** Diagnostics channels, none where the platform has none. */
interface Channels<Name extends string> {
  readonly byName: { readonly [Each in Name]?: Channel };
  /** Whether anybody is subscribed to one of them. */
  isHeard(): boolean;
}

/**
 * The diagnostics channels of some names, where the platform has them (Node.js, Deno, Bun, some Workers). It is asked for
 * them: an import would end the build of a program for browsers.
 */
export function channelsOf<Name extends string>(names: readonly Name[]): Channels<Name> {
  const module = channelModule();
  const all = module ? names.map((name) => [name, module.channel(`trunkline:${name}`)] as const) : [];
  return {
    byName: Object.fromEntries(all) as { [Each in Name]?: Channel },
    isHeard: () => all.some(([, channel]) => channel.hasSubscribers),
  };
}

function channelModule(): ChannelModule | undefined {
  try {
    return (globalThis as Platform).process?.getBuiltinModule?.("node:diagnostics_channel");
  } catch {
    // The Edge Runtime of Next.js has the function, and throws where it is called.
    return undefined;
  }
}
