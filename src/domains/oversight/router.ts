import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, positionQuery, townshipQuery } from "@/server/trpc/procedures";
import { saveComparison, strikeComparison } from "./commands";
import { anyComparison, exportAny } from "./data/any";
import { savedComparison, savedComparisons } from "./data/saved";
import { evidence, ownEvidence, trend } from "./data/evidence";
import { comparison, exportComparison, league } from "./data/comparison";
import { home } from "./data/home";
import { ownPosition } from "./data/position";
import {
  anyInput,
  choicesInput,
  comparisonInput,
  evidenceInput,
  homeInput,
  ownEvidenceInput,
  ownPositionInput,
  savedInput,
  saveInput,
  strikeInput,
  trendInput,
} from "./schema";

export const oversightRouter = router({
  home: countyQuery("oversight:readCounty").input(homeInput).query(query(home)),
  comparison: countyQuery("oversight:readCounty").input(comparisonInput).query(query(comparison)),
  league: countyQuery("oversight:readCounty").input(comparisonInput).query(query(league)),
  evidence: countyQuery("oversight:readCounty").input(evidenceInput).query(query(evidence)),
  trend: countyQuery("oversight:readCounty").input(trendInput).query(query(trend)),
  exportRows: countyQuery("oversight:readCounty").input(comparisonInput).query(query(exportComparison)),
  anyComparison: countyQuery("oversight:readCounty").input(anyInput).query(query(anyComparison)),
  exportAny: countyQuery("oversight:readCounty").input(anyInput).query(query(exportAny)),
  savedComparisons: countyQuery("oversight:readCounty").input(choicesInput).query(query(savedComparisons)),
  savedComparison: countyQuery("oversight:readCounty").input(savedInput).query(query(savedComparison)),
  saveComparison: countyCommand("oversight:readCounty").input(saveInput).mutation(command(saveComparison)),
  strikeComparison: countyCommand("oversight:readCounty")
    .input(strikeInput)
    .mutation(command(strikeComparison)),
  ownPosition: positionQuery("oversight:readOwn").input(ownPositionInput).query(query(ownPosition)),
  ownEvidence: townshipQuery("oversight:readOwn").input(ownEvidenceInput).query(query(ownEvidence)),
});
