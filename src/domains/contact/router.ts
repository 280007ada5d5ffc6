import { recordProcedures } from "@/domains/records/router";
import { command, commandThenRead, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipCommand, townshipList } from "@/server/trpc/procedures";
import * as opinions from "./commands/opinions";
import { receptionSlots, stationSlots } from "./commands/places";
import { receptionYear } from "./data/months";
import { opinionReads, opinionsBehind, phoneOf } from "./data/opinions";
import { reception, station } from "./record";
import * as inputs from "./schema";

const lists = townshipList("contact:read");
const write = townshipCommand("contact:write");

/** Stations and the days voters are received there [R57]. */
export const stationsRouter = router(recordProcedures(station, { commands: stationSlots }));

export const receptionsRouter = router({
  ...recordProcedures(reception, { commands: receptionSlots }),
  year: lists.input(inputs.receptionYearInput).query(query(receptionYear)),
});

/** What voters say, how it is answered, and what becomes of it [R58]. */
export const opinionsRouter = router({
  ...recordProcedures(opinionReads, { commands: opinions.opinionSlots }),
  behind: lists.input(inputs.behindInput).query(query(opinionsBehind)),
  answer: write.input(inputs.answerInput).mutation(command(opinions.answerOpinion)),
  rate: write.input(inputs.rateInput).mutation(command(opinions.rateOpinion)),
  toSuggestion: write.input(inputs.toSuggestionInput).mutation(command(opinions.toSuggestion)),
  toPetition: townshipCommand("petitions:write")
    .input(inputs.toPetitionInput)
    .mutation(command(opinions.toPetition)),
  revealPhone: write.input(inputs.revealInput).mutation(commandThenRead(opinions.revealVoterPhone, phoneOf)),
});
