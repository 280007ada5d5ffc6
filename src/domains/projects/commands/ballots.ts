import "server-only";
import { countInOffice } from "@/domains/deputies/data/in-office";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { sessionDays } from "@/domains/sessions/data/names";
import { obey } from "@/lib/obey";
import { differingLines } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import { candidatesOf, quorumFor, setBallot, storedLines } from "../data/ballots";
import { projectBallot } from "../record";
import { type BallotFacts, chosenOf, mayChangeBallot, mayHoldBallot } from "../rules/ballots";
import type { CreateBallotInput, EditBallotInput } from "../schema";

export const ballotSlots: CommandSlots<typeof projectBallot> = {
  /** Without its ballot a project would not have been chosen, and what has been planned of it not allowed. */
  mayVoid: async (scope, { id }) => {
    const lines = await storedLines(scope, id);
    const known = await candidatesOf(scope, idsOf(lines), id);
    const followed = [...known.values()].map((one) => ({ ...one, chosen: false }));
    return mayChangeBallot(followed, null);
  },
};

const kit = recordCommands(projectBallot, ballotSlots);

const idsOf = (lines: readonly { projectId: string }[]): string[] => lines.map(({ projectId }) => projectId);

/** The candidates with their votes and what came of it. @param id of the ballot that is corrected */
async function decided(scope: TownshipScope, input: CreateBallotInput | EditBallotInput, id: string | null) {
  const { occurredOn, sessionId, lines } = input;
  const session = await sessionDays(scope, sessionId);
  const inOffice = await countInOffice(scope, occurredOn, "township");
  const ballot: BallotFacts = { ...input, invalidBallots: input.invalidBallots ?? 0, session, inOffice };
  const before = id === null ? [] : await storedLines(scope, id);
  const known = await candidatesOf(scope, [...new Set([...idsOf(lines), ...idsOf(before)])], id);
  const standing = lines.flatMap((line) => {
    const candidate = known.get(line.projectId);
    return candidate === undefined ? [] : [{ ...candidate, ...line }];
  });
  obey(mayHoldBallot(ballot, standing));
  const chosen = chosenOf(ballot, standing, await quorumFor(scope, occurredOn));
  const results = standing.map((line, index) => ({ ...line, chosen: chosen[index] ?? false }));
  const followed = [...known.values()].map((one) => ({
    ...one,
    chosen: results.some((line) => line.projectId === one.id && line.chosen),
  }));
  obey(mayChangeBallot(followed, occurredOn));
  const names = results.filter((line) => line.chosen).map(({ name }) => name);
  const told = (line: { projectId: string; inFavour: number; chosen: boolean }) => ({
    name: `${known.get(line.projectId)?.name ?? ""}${line.chosen ? "（入选）" : ""}`,
    inFavour: line.inFavour,
  });
  return {
    lines: results.map(({ projectId, inFavour, against, chosen: is }) => ({
      projectId,
      inFavour,
      against,
      chosen: is,
    })),
    detail: differingLines(before.map(told), results.map(told)),
    outcome: names.length > 0 ? `${names.join("、")}入选` : "没有项目过半数",
  };
}

/** A ballot with its candidates' votes, entered as one; who is chosen follows from the votes. */
export async function createBallot(scope: TownshipScope, input: CreateBallotInput) {
  const { lines, detail, outcome } = await decided(scope, input, null);
  const line = await kit.enter(scope, input);
  await setBallot(scope, line.recordId, input.sessionId, lines);
  const { after } = detail;
  await scope.audit({
    ...line,
    summary: `${line.summary}：${outcome}`,
    detail: { after: { ...line.detail.after, lines: after } },
  });
  return { id: line.recordId };
}

export async function editBallot(scope: TownshipScope, input: EditBallotInput) {
  const { id } = input;
  const { lines, detail, outcome } = await decided(scope, input, id);
  await kit.edit(scope, input);
  await setBallot(scope, id, input.sessionId, lines);
  await scope.audit({
    action: "projectBallots.setLines",
    recordType: "projectBallot",
    recordId: id,
    summary: `票决结果：${outcome}`,
    detail,
  });
  return { id };
}
