import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyQuery, townshipQuery } from "@/server/trpc/procedures";
import { searchCounty, searchTownship } from "./data";
import { searchCountyInput, searchTownshipInput } from "./schema";

/** The header's search: a township's own records, or those of all townships of the county. */
export const searchRouter = router({
  township: townshipQuery("search:township").input(searchTownshipInput).query(query(searchTownship)),
  county: countyQuery("search:county").input(searchCountyInput).query(query(searchCounty)),
});
