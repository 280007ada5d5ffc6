import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyQuery, townshipList } from "@/server/trpc/procedures";
import { searchCounty, searchTownship } from "./data";
import { searchCountyInput, searchTownshipInput } from "./schema";

/** The header's search: a township's own records, or those of all townships of the county. */
export const searchRouter = router({
  township: townshipList("search:township").input(searchTownshipInput).query(query(searchTownship)),
  county: countyQuery("search:county").input(searchCountyInput).query(query(searchCounty)),
});
