import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Starts the Chromium of this machine.
 *
 * @throws Error when there is none: what cannot be looked at is not proven
 */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PATHS.find(existsSync);
  if (executablePath === undefined)
    throw new Error(
      "There is no Chromium here. Install it (apt-get install chromium), or set CHROMIUM to its path.",
    );
  const args = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath, args });
}
