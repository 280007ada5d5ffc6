import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipQuery } from "@/server/trpc/procedures";
import { townshipInput } from "@/server/trpc/inputs";
import { dueCount, dueList, recentEntries, yearFigures } from "./data";

const read = townshipQuery("today:read").input(townshipInput);

/** A township's first page: what is due, how far the year is, what was entered last. */
export const todayRouter = router({
  due: read.query(query(dueList)),
  dueCount: read.query(query(dueCount)),
  figures: read.query(query(yearFigures)),
  recent: read.query(query(recentEntries)),
});
