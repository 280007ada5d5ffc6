import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyQuery, positionQuery, townshipQuery } from "@/server/trpc/procedures";
import { evidence, ownEvidence, trend } from "./data/evidence";
import { comparison, exportComparison, league } from "./data/comparison";
import { home } from "./data/home";
import { ownPosition } from "./data/position";
import {
  comparisonInput,
  evidenceInput,
  homeInput,
  ownEvidenceInput,
  ownPositionInput,
  trendInput,
} from "./schema";

export const oversightRouter = router({
  home: countyQuery("oversight:readCounty").input(homeInput).query(query(home)),
  comparison: countyQuery("oversight:readCounty").input(comparisonInput).query(query(comparison)),
  league: countyQuery("oversight:readCounty").input(comparisonInput).query(query(league)),
  evidence: countyQuery("oversight:readCounty").input(evidenceInput).query(query(evidence)),
  trend: countyQuery("oversight:readCounty").input(trendInput).query(query(trend)),
  exportRows: countyQuery("oversight:readCounty").input(comparisonInput).query(query(exportComparison)),
  ownPosition: positionQuery("oversight:readOwn").input(ownPositionInput).query(query(ownPosition)),
  ownEvidence: townshipQuery("oversight:readOwn").input(ownEvidenceInput).query(query(ownEvidence)),
});
