import "server-only";

/** An ILIKE pattern that finds the text anywhere; wildcards people type are taken as themselves. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
