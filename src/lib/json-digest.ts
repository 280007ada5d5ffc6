import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";

/** SHA-256 of a text in UTF-8, in small hexadecimal digits. */
export const textDigest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The same of the canonical text of a value. */
export const jsonDigest = (value: unknown): string => textDigest(canonicalJson(value));
