import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipCommand, townshipList } from "@/server/trpc/procedures";
import { answer } from "./commands/answers";
import { exempt, giveBack, recall, send } from "./commands/requests";
import { burdenOfYear, exportBurden, ownBurden } from "./data/burden";
import { requestsOfYear, requestView } from "./data/county";
import { held } from "./data/held";
import { ownAsk, ownAsks } from "./data/own";
import * as inputs from "./schema";

const county = "dataRequests:readCounty";
const manage = "dataRequests:manage";

/** What the county asks its townships to report, and the burden of all that it asks [R87]. */
export const dataRequestsRouter = router({
  year: countyQuery(county).input(inputs.requestsInput).query(query(requestsOfYear)),
  request: countyQuery(county).input(inputs.requestInput).query(query(requestView)),
  held: countyQuery(county).input(inputs.heldInput).query(query(held)),
  burden: countyQuery(county).input(inputs.burdenInput).query(query(burdenOfYear)),
  exportBurden: countyQuery(county).input(inputs.burdenInput).query(query(exportBurden)),
  send: countyCommand(manage).input(inputs.sendInput).mutation(command(send)),
  recall: countyCommand(manage).input(inputs.recallInput).mutation(command(recall)),
  giveBack: countyCommand(manage).input(inputs.giveBackInput).mutation(command(giveBack)),
  exempt: countyCommand(manage).input(inputs.exemptInput).mutation(command(exempt)),

  own: townshipList("dataRequests:read").input(inputs.ownAsksInput).query(query(ownAsks)),
  ownBurden: townshipList("dataRequests:read").input(inputs.ownAsksInput).query(query(ownBurden)),
  ask: townshipList("dataRequests:read").input(inputs.askInput).query(query(ownAsk)),
  answer: townshipCommand("dataRequests:write").input(inputs.answerInput).mutation(command(answer)),
});
