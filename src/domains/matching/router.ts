import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyQuery, positionQuery } from "@/server/trpc/procedures";
import { matches } from "./data/county";
import { ownMatches } from "./data/own";
import { matchesInput, ownMatchesInput } from "./schema";

/** Who is weak where, and from whom of its class it could learn [R90]. */
export const matchingRouter = router({
  county: countyQuery("matching:readCounty").input(matchesInput).query(query(matches)),
  own: positionQuery("matching:readOwn").input(ownMatchesInput).query(query(ownMatches)),
});
