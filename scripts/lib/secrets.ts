import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./whole-file";

const folder = (dataDir: string): string => {
  const path = join(dataDir, "secrets");
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
};

/** Kept as it is when it says the same already: on a full disk what needs no writing must not fail. */
export function writeSecret(dataDir: string, name: string, value: string): void {
  if (readSecret(dataDir, name) !== value) writeWhole(join(folder(dataDir), name), `${value}\n`);
}

/** An empty file is no secret. */
export function readSecret(dataDir: string, name: string): string | undefined {
  const path = join(folder(dataDir), name);
  const value = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  return value === "" ? undefined : value;
}

/** The stored secret of this name, made on first use. 256 bits, safe inside a URL. */
export function secret(dataDir: string, name: string): string {
  const known = readSecret(dataDir, name);
  if (known !== undefined) return known;
  const fresh = randomBytes(32).toString("base64url");
  writeSecret(dataDir, name, fresh);
  return fresh;
}
