import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, positionQuery, townshipQuery } from "@/server/trpc/procedures";
import { anyComparison, exportAny } from "./data/any";
import { savedComparison, savedComparisons } from "./data/saved";
import { saveComparison, saveMap, strikeComparison } from "./commands";
import { today } from "./data/cards";
import { evidence, ownEvidence, trend } from "./data/evidence";
import { comparison, exportComparison, league } from "./data/comparison";
import { meeting } from "./data/meeting";
import { home } from "./data/picture";
import { ownPosition } from "./data/position";
import { rows } from "./data/rows";
import { exportYearbook, ownYearbook, yearbook } from "./data/yearbook";
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
  ownYearbookInput,
  rowsInput,
  saveMapInput,
  todayInput,
  trendInput,
  yearbookInput,
} from "./schema";

export const oversightRouter = router({
  home: countyQuery("oversight:readCounty").input(homeInput).query(query(home)),
  today: countyQuery("oversight:readCounty").input(todayInput).query(query(today)),
  rows: countyQuery("oversight:readCounty").input(rowsInput).query(query(rows)),
  meeting: countyQuery("oversight:readCounty").input(homeInput).query(query(meeting)),
  saveMap: countyCommand("oversight:placeMap").input(saveMapInput).mutation(command(saveMap)),
  yearbook: countyQuery("oversight:readCounty").input(yearbookInput).query(query(yearbook)),
  exportYearbook: countyQuery("oversight:readCounty").input(yearbookInput).query(query(exportYearbook)),
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
  ownYearbook: positionQuery("oversight:readOwn").input(ownYearbookInput).query(query(ownYearbook)),
  ownEvidence: townshipQuery("oversight:readOwn").input(ownEvidenceInput).query(query(ownEvidence)),
});
