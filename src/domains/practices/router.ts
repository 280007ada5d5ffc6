import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipCommand, townshipList } from "@/server/trpc/procedures";
import { adopt, changePlan, sayHelped, stop, unsay } from "./commands/adoptions";
import {
  confirmPractice,
  discardPractice,
  editPractice,
  retireOwn,
  takeBackPractice,
  writePractice,
} from "./commands/own";
import { publishPractice, retirePractice, returnPractice } from "./commands/review";
import { answer, ask, countyWord } from "./commands/words";
import { ownAdoption, ownAdoptions } from "./data/adoptions";
import { alike } from "./data/alike";
import { countyEdition, edition } from "./data/edition";
import { countyLibrary, library } from "./data/library";
import { around, ownPractice, ownPractices } from "./data/own";
import { reviewOne, reviewQueue } from "./data/review";
import * as inputs from "./schema";

const read = "practices:read";
const write = "practices:write";
const county = "practices:readCounty";
const review = "practices:review";

/** What works in a township and is taken over by others [R90]. */
export const practicesRouter = router({
  library: townshipList(read).input(inputs.libraryInput).query(query(library)),
  edition: townshipList(read).input(inputs.editionInput).query(query(edition)),
  around: townshipList(read).input(inputs.aroundInput).query(query(around)),
  own: townshipList(read).input(inputs.ownInput).query(query(ownPractices)),
  practice: townshipList(read).input(inputs.practiceInput).query(query(ownPractice)),
  alike: townshipList(read).input(inputs.alikeInput).query(query(alike)),
  write: townshipCommand(write).input(inputs.writeInput).mutation(command(writePractice)),
  edit: townshipCommand(write).input(inputs.editInput).mutation(command(editPractice)),
  confirm: townshipCommand("practices:confirm").input(inputs.actInput).mutation(command(confirmPractice)),
  takeBack: townshipCommand(write).input(inputs.actInput).mutation(command(takeBackPractice)),
  discard: townshipCommand(write).input(inputs.discardInput).mutation(command(discardPractice)),
  retireOwn: townshipCommand(write).input(inputs.retireOwnInput).mutation(command(retireOwn)),
  ask: townshipCommand(write).input(inputs.askInput).mutation(command(ask)),
  answer: townshipCommand(write).input(inputs.answerInput).mutation(command(answer)),

  adoptions: townshipList(read).input(inputs.adoptionsInput).query(query(ownAdoptions)),
  adoption: townshipList(read).input(inputs.adoptionInput).query(query(ownAdoption)),
  adopt: townshipCommand(write).input(inputs.adoptInput).mutation(command(adopt)),
  changePlan: townshipCommand(write).input(inputs.changeAdoptionInput).mutation(command(changePlan)),
  stop: townshipCommand(write).input(inputs.stopInput).mutation(command(stop)),
  sayHelped: townshipCommand(write).input(inputs.sayHelpedInput).mutation(command(sayHelped)),
  unsay: townshipCommand(write).input(inputs.unsayInput).mutation(command(unsay)),

  countyLibrary: countyQuery(county).input(inputs.countyLibraryInput).query(query(countyLibrary)),
  countyEdition: countyQuery(county).input(inputs.countyEditionInput).query(query(countyEdition)),
  queue: countyQuery(county).input(inputs.reviewInput).query(query(reviewQueue)),
  review: countyQuery(county).input(inputs.reviewOneInput).query(query(reviewOne)),
  publish: countyCommand(review).input(inputs.publishInput).mutation(command(publishPractice)),
  return: countyCommand(review).input(inputs.returnInput).mutation(command(returnPractice)),
  retire: countyCommand(review).input(inputs.retireInput).mutation(command(retirePractice)),
  countyWord: countyCommand(review).input(inputs.countyWordInput).mutation(command(countyWord)),
});
