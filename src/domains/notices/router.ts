import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import {
  countyCommand,
  countyQuery,
  townshipCommand,
  townshipList,
  townshipQuery,
} from "@/server/trpc/procedures";
import { removeFile } from "./commands/files";
import {
  correctNotice,
  discardNotice,
  draftNotice,
  editNotice,
  recallNotice,
  remindTownships,
  sendNotice,
} from "./commands/notices";
import { openNotice, reportDone, signNotice } from "./commands/receipts";
import { noticeSetUp, noticesOfYear, noticeView } from "./data/county";
import { ownNotice, ownNotices } from "./data/own";
import * as inputs from "./schema";

const county = "notices:readCounty";
const manage = "notices:manage";
const write = "notices:write";

/** What the county tells its townships, with their receipts [R93]. */
export const noticesRouter = router({
  year: countyQuery(county).input(inputs.yearInput).query(query(noticesOfYear)),
  notice: countyQuery(county).input(inputs.noticeInput).query(query(noticeView)),
  setUp: countyQuery(county).input(inputs.setUpInput).query(query(noticeSetUp)),
  draft: countyCommand(manage).input(inputs.draftInput).mutation(command(draftNotice)),
  edit: countyCommand(manage).input(inputs.editInput).mutation(command(editNotice)),
  discard: countyCommand(manage).input(inputs.noticeReasonInput).mutation(command(discardNotice)),
  send: countyCommand(manage).input(inputs.noticeChangeInput).mutation(command(sendNotice)),
  correct: countyCommand(manage).input(inputs.correctInput).mutation(command(correctNotice)),
  recall: countyCommand(manage).input(inputs.noticeReasonInput).mutation(command(recallNotice)),
  remind: countyCommand(manage).input(inputs.noticeChangeInput).mutation(command(remindTownships)),
  removeFile: countyCommand(manage).input(inputs.removeFileInput).mutation(command(removeFile)),

  own: townshipList("notices:read").input(inputs.ownInput).query(query(ownNotices)),
  received: townshipQuery("notices:read").input(inputs.receiptInput).query(query(ownNotice)),
  open: townshipCommand(write).input(inputs.receiptChangeInput).mutation(command(openNotice)),
  sign: townshipCommand(write).input(inputs.receiptChangeInput).mutation(command(signNotice)),
  done: townshipCommand(write).input(inputs.doneInput).mutation(command(reportDone)),
});
