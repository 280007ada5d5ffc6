import { recordProcedures } from "@/domains/records/router";
import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { byIdInput, reasonInput } from "@/server/trpc/inputs";
import { countyCommand, countyQuery, townshipCommand, townshipList } from "@/server/trpc/procedures";
import { approvalSlots } from "./commands/approvals";
import { publishGuidance, saveGuidance } from "./commands/guidance";
import * as items from "./commands/items";
import { coverage } from "./data/guidance";
import { itemReads } from "./data/items";
import { candidatesOf, itemsFor } from "./data/links";
import { yearView } from "./data/year";
import { annualPlan } from "./record";
import * as inputs from "./schema";

const lists = townshipList("plans:read");
const write = townshipCommand("plans:write");
const manage = countyCommand("guidance:manage");

/** The year's plan [R6], its topics [R37], and the county's guidance that it takes up [R8]. */
export const plansRouter = router({
  ...recordProcedures(itemReads, { commands: items.itemSlots }),
  year: lists.input(inputs.yearInput).query(query(yearView)),
  candidates: lists.input(byIdInput).query(query(candidatesOf)),
  ofRecord: lists.input(inputs.ofRecordInput).query(query(itemsFor)),
  link: write.input(inputs.linkInput).mutation(command(items.linkItem)),
  finish: write.input(inputs.finishInput).mutation(command(items.finishItem)),
  adjust: write.input(inputs.adjustInput).mutation(command(items.adjustItem)),
  cancel: write.input(reasonInput).mutation(command(items.cancelItem)),
  reopen: write.input(reasonInput).mutation(command(items.reopenItem)),
  copyYear: write.input(inputs.copyInput).mutation(command(items.copyYear)),

  coverage: countyQuery("guidance:read").input(inputs.coverageInput).query(query(coverage)),
  saveGuidance: manage.input(inputs.saveGuidanceInput).mutation(command(saveGuidance)),
  publishGuidance: manage.input(inputs.publishGuidanceInput).mutation(command(publishGuidance)),
});

/** The party committee's approval of a year's plan [R7]. */
export const annualPlansRouter = router(recordProcedures(annualPlan, { commands: approvalSlots }));
