import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";

/** SHA-256 of the canonical text in UTF-8, in small hexadecimal digits. */
export const jsonDigest = (value: unknown): string =>
  createHash("sha256").update(canonicalJson(value)).digest("hex");
