import { existsSync } from "node:fs";

/** Where Debian, Ubuntu and macOS put the browser. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser's program: the one that `CHROMIUM` names, or one in its usual place. */
export function findChromium(): string | undefined {
  const { CHROMIUM } = process.env;
  return CHROMIUM || places.find((place) => existsSync(place));
}

/** It talks to this machine only, and needs no screen. Its sandbox does not work for root. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
