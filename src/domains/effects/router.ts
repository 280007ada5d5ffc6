import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyQuery, positionQuery, townshipList } from "@/server/trpc/procedures";
import { ofAdoption, ofPractice } from "./data/effects";
import { exportCountyPractice, exportPractice } from "./data/papers";
import { countyPaperInput, ofAdoptionInput, ofPracticeInput, paperInput } from "./schema";

/** Whether a practice helped those who took it over, by the figures [R90]. */
export const effectsRouter = router({
  ofAdoption: positionQuery("practices:read").input(ofAdoptionInput).query(query(ofAdoption)),
  ofPractice: countyQuery("practices:readCounty").input(ofPracticeInput).query(query(ofPractice)),
  exportPractice: townshipList("practices:read").input(paperInput).query(query(exportPractice)),
  exportCountyPractice: countyQuery("practices:readCounty")
    .input(countyPaperInput)
    .query(query(exportCountyPractice)),
});
