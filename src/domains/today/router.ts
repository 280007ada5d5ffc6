import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyQuery, townshipList } from "@/server/trpc/procedures";
import { townshipInput } from "@/server/trpc/inputs";
import { countyDue, dueCount, dueList, enteredLately, recentEntries, setUp, yearFigures } from "./data";
import { countyDueInput, dueInput } from "./schema";

const read = townshipList("today:read").input(townshipInput);

/** A township's first page: what is due, how far the year is, what was entered last. */
export const todayRouter = router({
  due: townshipList("today:read").input(dueInput).query(query(dueList)),
  dueCount: read.query(query(dueCount)),
  figures: read.query(query(yearFigures)),
  setUp: read.query(query(setUp)),
  entered: read.query(query(enteredLately)),
  county: countyQuery("today:county").input(countyDueInput).query(query(countyDue)),
  recent: read.query(query(recentEntries)),
});
