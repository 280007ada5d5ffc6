import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyQuery, townshipList } from "@/server/trpc/procedures";
import { standingOfCounty, standingOfTownship } from "./data";
import { countyStandingInput, townshipStandingInput } from "./schema";

/** What every township keeps of what it should keep, and what is missing. */
export const standingRouter = router({
  ofTownship: townshipList("standing:township").input(townshipStandingInput).query(query(standingOfTownship)),
  ofCounty: countyQuery("standing:county").input(countyStandingInput).query(query(standingOfCounty)),
});
