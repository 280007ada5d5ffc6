import "server-only";
import { Prisma } from "./generated/client";

const identifiers = /^[a-z][a-zA-Z0-9_]{0,62}$/;

/**
 * A table's or column's name as SQL: the one place where text becomes part of a statement. Names come from the code's
 * own definitions of records, never from a request; what is not plain letters is refused all the same [S51].
 */
export function identifier(name: string): Prisma.Sql {
  if (!identifiers.test(name)) throw new Error(`"${name}" is no name of a table or column`);
  return Prisma.raw(`"${name}"`);
}
