import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipQuery } from "@/server/trpc/procedures";
import { announce, draw, record } from "./commands";
import { lines, overview, own } from "./data";
import * as inputs from "./schema";

/** The spot check of a frozen year: announced, drawn, looked at. */
export const checksRouter = router({
  overview: countyQuery("assessments:readCounty").input(inputs.overviewInput).query(query(overview)),
  lines: countyQuery("assessments:readCounty").input(inputs.linesInput).query(query(lines)),
  own: townshipQuery("assessments:readOwn").input(inputs.ownInput).query(query(own)),
  announce: countyCommand("assessments:manage").input(inputs.announceInput).mutation(command(announce)),
  draw: countyCommand("assessments:manage").input(inputs.drawInput).mutation(command(draw)),
  record: countyCommand("assessments:manage").input(inputs.recordInput).mutation(command(record)),
});
