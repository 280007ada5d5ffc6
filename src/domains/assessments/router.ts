import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, positionQuery } from "@/server/trpc/procedures";
import { adoptDefaultScheme } from "./commands";
import { ownScore, scores } from "./data/scores";
import { adoptSchemeInput, ownScoreInput, scoresInput } from "./schema";

export const assessmentsRouter = router({
  scores: countyQuery("assessments:readCounty").input(scoresInput).query(query(scores)),
  ownScore: positionQuery("assessments:readOwn").input(ownScoreInput).query(query(ownScore)),
  adoptDefaultScheme: countyCommand("assessments:manage")
    .input(adoptSchemeInput)
    .mutation(command(adoptDefaultScheme)),
});
