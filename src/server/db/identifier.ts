import "server-only";
import { Prisma } from "./generated/client";

const plain = /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/;

/** A table or column that the code itself names; anything that is no plain name is a mistake of ours [S51]. */
export function identifier(name: string): Prisma.Sql {
  if (!plain.test(name)) throw new Error(`not a plain identifier: ${name}`);
  return Prisma.sql([`"${name}"`]);
}
