import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { accountFor, canReach } from "./postgres-account";
import { writeWhole } from "./whole-file";

/** For what the account "postgres" must reach when the checkout lies below a 0700 home such as root's. */
export const SHARED_PLACE = "/var/lib/xianxiang-renda";

export function makeFolder(path: string, mode = 0o755): void {
  mkdirSync(path, { recursive: true, mode });
}

const pointer = (dataDir: string): string => join(dataDir, "postgres-place.txt");

/** A data directory whose DATA_DIR was removed has lost its password with it: kept aside, never reused. */
function clearLeftOver(place: string, disposable: boolean): void {
  if (!existsSync(place)) return;
  if (disposable) rmSync(place, { recursive: true, force: true });
  else renameSync(place, `${place}.left-${new Date().toISOString().replaceAll(":", "-")}`);
}

/**
 * The folder holding the cluster of this DATA_DIR: below it when the account that runs PostgreSQL can go
 * there, else under /var/lib with a pointer file in DATA_DIR. The choice, once made, stays.
 */
export function placeOf(dataDir: string, disposable: boolean): string {
  const told = existsSync(pointer(dataDir)) ? readFileSync(pointer(dataDir), "utf8").trim() : undefined;
  if (told !== undefined && told !== "") return told;
  const inside = join(dataDir, "postgres");
  const account = accountFor(join(inside, "data"));
  makeFolder(inside);
  if (canReach(account, inside)) return inside;
  rmdirSync(inside);
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  const outside = join(SHARED_PLACE, hash);
  // A pointer that a full disk left empty still tells that this DATA_DIR has its cluster outside.
  if (told === undefined) clearLeftOver(outside, disposable);
  writeWhole(pointer(dataDir), `${outside}\n`, 0o644);
  makeFolder(outside);
  return outside;
}

/** Lets the account write its folder; the modes above it stay as they are. */
export function handOver(place: string): void {
  const account = accountFor(join(place, "data"));
  makeFolder(place);
  if (account !== undefined) chownSync(place, account.uid, account.gid);
}
