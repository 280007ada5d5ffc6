import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "./generated/client";
import { asDay, runsOn } from "./span";

/** What a list of names with numbers is sorted by: 第二 before 第十. The order is `naturalOrder` of src/lib/natural-order.ts. */
export const naturally = (name: Prisma.Sql): Prisma.Sql => Prisma.sql`app.natural_key(${name}) COLLATE "C"`;

/** Handling units: by pinyin, and by the numbers in their names. @param unit the alias of a row of them */
export const unitOrder = (unit: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(${unit}.sort_key, ${unit}.pinyin) COLLATE "C"`;
export const byUnitName = unitOrder(Prisma.sql`h`);

/** Names of the groups a deputy `d` is in on a day, in the order groups are listed: a whole group is chosen by it. */
export const groupsOn = (day: Day): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT g.name FROM group_member x JOIN deputy_group g ON g.county_id = x.county_id AND g.township_id = x.township_id AND g.id = x.group_id
  WHERE x.county_id = d.county_id AND x.township_id = d.township_id AND x.deputy_id = d.id AND g.voided_at IS NULL
    AND ${runsOn(Prisma.sql`x`, asDay(day))}
  ORDER BY g.sort_order, ${naturally(Prisma.sql`g.name`)}, g.id)`;
