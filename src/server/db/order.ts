import "server-only";
import { Prisma } from "./generated/client";

/** What a list of names with numbers is sorted by: 第二 before 第十. The order is `naturalOrder` of src/lib/natural-order.ts. */
export const naturally = (name: Prisma.Sql): Prisma.Sql => Prisma.sql`app.natural_key(${name}) COLLATE "C"`;

/** Handling units `h`: by pinyin, and by the numbers in their names. */
export const byUnitName = Prisma.sql`coalesce(h.sort_key, h.pinyin) COLLATE "C"`;
