import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, positionQuery, townshipQuery } from "@/server/trpc/procedures";
import { adoptDefaultScheme, freezeYear } from "./commands";
import { changesAfterFreeze, exportBundle, freeze, ownFreeze } from "./data/freeze";
import { ownScore, scores } from "./data/scores";
import {
  adoptSchemeInput,
  freezeInput,
  freezeYearInput,
  ownFreezeInput,
  ownScoreInput,
  scoresInput,
} from "./schema";

export const assessmentsRouter = router({
  scores: countyQuery("assessments:readCounty").input(scoresInput).query(query(scores)),
  ownScore: positionQuery("assessments:readOwn").input(ownScoreInput).query(query(ownScore)),
  adoptDefaultScheme: countyCommand("assessments:manage")
    .input(adoptSchemeInput)
    .mutation(command(adoptDefaultScheme)),
  freeze: countyQuery("assessments:readCounty").input(freezeInput).query(query(freeze)),
  ownFreeze: townshipQuery("assessments:readOwn").input(ownFreezeInput).query(query(ownFreeze)),
  changesAfterFreeze: countyQuery("assessments:readCounty")
    .input(freezeInput)
    .query(query(changesAfterFreeze)),
  exportBundle: countyQuery("assessments:readCounty").input(freezeInput).query(query(exportBundle)),
  freezeYear: countyCommand("assessments:manage").input(freezeYearInput).mutation(command(freezeYear)),
});
