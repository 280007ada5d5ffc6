import { accessSync, constants } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser already on this machine: none is ever downloaded. $CHROMIUM, once set, is the only candidate. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  return (named === undefined || named === "" ? PLACES : [named]).find(canRun);
}
