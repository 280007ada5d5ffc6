import { recordProcedures } from "@/domains/records/router";
import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { byIdInput, townshipInput } from "@/server/trpc/inputs";
import { townshipCommand, townshipList } from "@/server/trpc/procedures";
import * as ballots from "./commands/ballots";
import * as milestones from "./commands/milestones";
import * as projects from "./commands/projects";
import { createRating, ratingSlots } from "./commands/ratings";
import { ballotById, ballotReads, ballotsOfSession } from "./data/ballots";
import { projectChoices, projectReads } from "./data/projects";
import { ratingReads } from "./data/ratings";
import * as inputs from "./schema";

const write = townshipCommand("projects:write");

/** 民生实事项目 from collecting to the ballot [R82], and by milestones until it is done [R83]. */
export const projectsRouter = router({
  ...recordProcedures(projectReads, { commands: projects.projectSlots }),
  choices: townshipList("projects:read").input(townshipInput).query(query(projectChoices)),
  nominate: write.input(inputs.nominateInput).mutation(command(projects.nominate)),
  correctDays: write.input(inputs.correctDaysInput).mutation(command(projects.correctDays)),
  ask: write.input(inputs.askInput).mutation(command(projects.ask)),
  adjust: write.input(inputs.adjustInput).mutation(command(projects.adjust)),
  complete: write.input(inputs.completeInput).mutation(command(projects.complete)),
  planMilestone: write.input(inputs.planInput).mutation(command(milestones.planMilestone)),
  finishMilestone: write.input(inputs.finishInput).mutation(command(milestones.finishMilestone)),
  verifyMilestone: write.input(inputs.verifyInput).mutation(command(milestones.verifyMilestone)),
  correctMilestone: write.input(inputs.correctMilestoneInput).mutation(command(milestones.correctMilestone)),
  delayMilestone: write.input(inputs.delayInput).mutation(command(milestones.delayMilestone)),
  removeMilestone: write.input(inputs.removeMilestoneInput).mutation(command(milestones.removeMilestone)),
});

/** 票决 [R82]: with the votes of its candidates. */
export const projectBallotsRouter = router({
  ...recordProcedures(ballotReads, { commands: ballots.ballotSlots }),
  byId: townshipList("projects:read").input(byIdInput).query(query(ballotById)),
  ofSession: townshipList("projects:read").input(byIdInput).query(query(ballotsOfSession)),
  create: write.input(inputs.createBallotInput).mutation(command(ballots.createBallot)),
  edit: write.input(inputs.editBallotInput).mutation(command(ballots.editBallot)),
});

/** 年终测评 [R84]. */
export const projectRatingsRouter = router({
  ...recordProcedures(ratingReads, { commands: ratingSlots }),
  create: write.input(inputs.createRatingInput).mutation(command(createRating)),
});
