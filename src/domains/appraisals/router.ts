import { recordProcedures } from "@/domains/records/router";
import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipInput } from "@/server/trpc/inputs";
import { townshipCommand, townshipList } from "@/server/trpc/procedures";
import { outcomeSlots } from "./commands/outcomes";
import { createRound, editRound, roundSlots } from "./commands/rounds";
import { outcomeReads } from "./data/outcomes";
import { roundReads } from "./data/rounds";
import { unitsToAppraise, yearOfAppraisals } from "./data/year";
import * as inputs from "./schema";

const write = townshipCommand("supervision:write");

/** 站所评议, four rounds a year with the points of each unit [R32]. */
export const appraisalsRouter = router({
  ...recordProcedures(roundReads, { commands: roundSlots }),
  create: write.input(inputs.createRoundInput).mutation(command(createRound)),
  edit: write.input(inputs.editRoundInput).mutation(command(editRound)),
  units: townshipList("supervision:read").input(townshipInput).query(query(unitsToAppraise)),
  year: townshipList("supervision:read").input(inputs.yearInput).query(query(yearOfAppraisals)),
});

/** 一块牌子、两份通报 [R33], and the opinion on dual-managed stations [R100]. */
export const appraisalOutcomesRouter = router(recordProcedures(outcomeReads, { commands: outcomeSlots }));
