import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = (dataDir: string): string => {
  const path = join(dataDir, "secrets");
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
};

/** Written aside and renamed, so that a kill never leaves half a password behind. */
export function writeSecret(dataDir: string, name: string, value: string): void {
  const path = join(folder(dataDir), name);
  writeFileSync(`${path}.new`, `${value}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function readSecret(dataDir: string, name: string): string | undefined {
  const path = join(folder(dataDir), name);
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}

/** The stored secret of this name, made on first use. 256 bits, safe inside a URL. */
export function secret(dataDir: string, name: string): string {
  const known = readSecret(dataDir, name);
  if (known !== undefined) return known;
  const fresh = randomBytes(32).toString("base64url");
  writeSecret(dataDir, name, fresh);
  return fresh;
}
