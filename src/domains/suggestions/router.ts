import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { command, query } from "@/server/trpc/command";
import { townshipCommand, townshipList } from "@/server/trpc/procedures";
import { byIdInput, reasonInput, townshipInput } from "@/server/trpc/inputs";
import * as assigning from "./commands/assigning";
import { createClosed } from "./commands/closed";
import * as closing from "./commands/closing";
import * as drafting from "./commands/drafting";
import { importSuggestions } from "./commands/import";
import * as rating from "./commands/rating";
import * as replying from "./commands/replying";
import { unitCommands } from "./commands/units";
import { suggestionById } from "./data/detail";
import { mergeTargets, suggestionPeople } from "./data/people";
import { exportSuggestions, listSuggestions } from "./data/suggestions";
import { unitOptions, unitReads } from "./data/units";
import * as inputs from "./schema";

const lists = townshipList("suggestions:read");
const write = townshipCommand("suggestions:write");
/** What the presidium decides: its chair enters it. */
const decide = townshipCommand("suggestions:decide");

export const unitsRouter = router({
  ...recordProcedures(unitReads, { commands: unitCommands }),
  options: lists.input(townshipInput).query(query(unitOptions)),
});

export const suggestionsRouter = router({
  list: lists.input(inputs.listSuggestionsInput).query(query(listSuggestions)),
  exportRows: lists.input(inputs.listSuggestionsInput).query(query(exportSuggestions)),
  byId: lists.input(byIdInput).query(query(suggestionById)),
  people: lists.input(townshipInput).query(query(suggestionPeople)),
  mergeTargets: lists.input(byIdInput).query(query(mergeTargets)),

  create: write.input(inputs.createSuggestionInput).mutation(command(drafting.createSuggestion)),
  createClosed: write.input(inputs.createClosedInput).mutation(command(createClosed)),
  edit: write.input(inputs.editSuggestionInput).mutation(command(drafting.editSuggestion)),
  submit: write.input(inputs.submitInput).mutation(command(drafting.submitSuggestion)),
  void: write.input(reasonInput).mutation(command(drafting.voidSuggestion)),
  importRows: write.input(inputs.importRowsInput).mutation(command(importSuggestions)),

  pass: write.input(inputs.passInput).mutation(command(assigning.passChecks)),
  return: write.input(inputs.returnInput).mutation(command(assigning.returnToDeputies)),
  merge: write.input(inputs.mergeInput).mutation(command(assigning.mergeSuggestion)),
  assign: write.input(inputs.assignInput).mutation(command(assigning.assignSuggestion)),
  requestReturn: write.input(inputs.requestReturnInput).mutation(command(assigning.requestReturn)),
  reassign: write.input(inputs.reassignInput).mutation(command(assigning.reassignSuggestion)),
  keepAssignment: write.input(inputs.keepAssignmentInput).mutation(command(assigning.keepAssignment)),
  accept: write.input(inputs.acceptInput).mutation(command(assigning.acceptSuggestion)),

  consult: write.input(inputs.consultInput).mutation(command(replying.consult)),
  confirm: write.input(inputs.confirmInput).mutation(command(replying.confirmConsultation)),
  reply: write.input(inputs.replyInput).mutation(command(replying.reply)),
  requestDeferral: write.input(inputs.requestDeferralInput).mutation(command(replying.requestDeferral)),
  decideDeferral: decide.input(inputs.decideDeferralInput).mutation(command(replying.decideDeferral)),
  holdPresidium: write.input(inputs.holdPresidiumInput).mutation(command(replying.holdPresidium)),

  rate: write.input(inputs.rateInput).mutation(command(rating.rateReply)),
  markNotRated: write.input(inputs.markNotRatedInput).mutation(command(rating.markNotRated)),
  judgeReason: decide.input(inputs.judgeReasonInput).mutation(command(rating.judgeReason)),

  close: write.input(inputs.closeInput).mutation(command(closing.closeSuggestion)),
  addPromise: write.input(inputs.addPromiseInput).mutation(command(closing.addPromise)),
  fulfilPromise: write.input(inputs.fulfilPromiseInput).mutation(command(closing.fulfilPromise)),
  verifyPromise: write.input(inputs.verifyPromiseInput).mutation(command(closing.verifyPromise)),
  callBack: write.input(inputs.callBackInput).mutation(command(closing.callBack)),
});
