import { recordProcedures } from "@/domains/records/router";
import { command, commandThenRead, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipCommand, townshipList } from "@/server/trpc/procedures";
import { handOver, withdrawHanded } from "./commands/handed";
import { petitionSlots, revealPetitionerPhone, takeOver } from "./commands/petitions";
import { yearView } from "./data/figures";
import { handedList } from "./data/handed";
import { petitionReads, phoneOf } from "./data/reads";
import * as inputs from "./schema";

const write = townshipCommand("petitions:write");
const manage = countyCommand("handedPetitions:manage");

/** Petitions, forwarded and supervised [R60], and those the county hands over [R65]. */
export const petitionsRouter = router({
  ...recordProcedures(petitionReads, { commands: petitionSlots }),
  year: townshipList("petitions:read").input(inputs.yearInput).query(query(yearView)),
  takeOver: write.input(inputs.takeOverInput).mutation(command(takeOver)),
  revealPhone: write.input(inputs.revealInput).mutation(commandThenRead(revealPetitionerPhone, phoneOf)),

  handedList: countyQuery("handedPetitions:read").input(inputs.handedListInput).query(query(handedList)),
  handOver: manage.input(inputs.handOverInput).mutation(command(handOver)),
  withdraw: manage.input(inputs.withdrawInput).mutation(command(withdrawHanded)),
});
