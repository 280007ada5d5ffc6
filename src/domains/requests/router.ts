import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import {
  countyCommand,
  countyQuery,
  townshipCommand,
  townshipList,
  townshipQuery,
} from "@/server/trpc/procedures";
import * as commands from "./commands";
import { requestsOfYear, requestView } from "./data/county";
import { ledger } from "./data/ledger";
import { ownRequest, ownRequests } from "./data/own";
import { termsOf } from "./data/terms";
import * as inputs from "./schema";

const county = "requests:readCounty";
const answer = "requests:answer";
const read = "requests:read";
const write = "requests:write";

/** What townships ask of the county, and how the county answers: open to all of them [R92]. */
export const requestsRouter = router({
  year: countyQuery(county).input(inputs.yearInput).query(query(requestsOfYear)),
  request: countyQuery(county).input(inputs.requestInput).query(query(requestView)),
  ledger: countyQuery(county).input(inputs.yearInput).query(query(ledger)),
  terms: countyQuery(county).input(inputs.termsInput).query(query(termsOf)),
  receive: countyCommand(answer).input(inputs.receiveInput).mutation(command(commands.receiveRequest)),
  postpone: countyCommand(answer).input(inputs.postponeInput).mutation(command(commands.postponeRequest)),
  answer: countyCommand(answer).input(inputs.answerInput).mutation(command(commands.answerRequest)),
  setTerms: countyCommand(answer).input(inputs.setTermsInput).mutation(command(commands.setTerms)),

  own: townshipList(read).input(inputs.ownInput).query(query(ownRequests)),
  byId: townshipQuery(read).input(inputs.byIdInput).query(query(ownRequest)),
  ownLedger: townshipQuery(read).input(inputs.ownLedgerInput).query(query(ledger)),
  send: townshipCommand(write).input(inputs.sendInput).mutation(command(commands.sendRequest)),
  confirm: townshipCommand(write).input(inputs.confirmInput).mutation(command(commands.confirmRequest)),
  askAgain: townshipCommand(write).input(inputs.askAgainInput).mutation(command(commands.askAgain)),
  withdraw: townshipCommand(write).input(inputs.withdrawInput).mutation(command(commands.withdrawRequest)),
});
