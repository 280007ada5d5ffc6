import "server-only";
import { countInOffice } from "@/domains/deputies/data/in-office";
import { tookPart } from "@/domains/deputies/data/leaves";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { liveUnits, unitNames } from "@/domains/suggestions/data/living-units";
import { countOfAppraisal } from "@/domains/supervision/data/findings";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { pick } from "@/lib/pick";
import { differingLines } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import { outcomesOf, type RoundLine, setLines, storedLines } from "../data/rounds";
import { appraisal } from "../record";
import { mayEditRound, mayHoldRound, mayVoidRound, unitLinesFit } from "../rules/rounds";
import type { CreateRoundInput, EditRoundInput } from "../schema";

export const roundSlots: CommandSlots<typeof appraisal> = {
  others: sameIn(appraisal, "year"),
  mayBe: async (scope, facts, { before, others }) =>
    firstDenial(
      mayHoldRound(facts, others, await countInOffice(scope, facts.occurredOn)),
      before === null
        ? { allowed: true }
        : mayEditRound(before.facts, facts, await outcomesOf(scope, before.facts.year)),
      await tookPart(scope, facts),
    ),
  mayVoid: async (scope, { id, facts }) =>
    mayVoidRound(
      await countOfAppraisal(scope, id),
      facts.quarter === "q4" ? await outcomesOf(scope, facts.year) : 0,
    ),
};

const kit = recordCommands(appraisal, roundSlots);

/** The lines with the names of their units; a unit that was struck out since stays where it stood. */
async function weighed(scope: TownshipScope, lines: readonly RoundLine[], before: readonly RoundLine[]) {
  const stood = new Set(before.map(({ unitId }) => unitId));
  const added = lines.map(({ unitId }) => unitId).filter((id) => !stood.has(id));
  await liveUnits(scope, added);
  const names = await unitNames(
    scope,
    [...lines, ...before].map(({ unitId }) => unitId),
  );
  obey(unitLinesFit(lines, names));
  const told = (line: RoundLine) => ({
    name: names.get(line.unitId) ?? "",
    ...pick(line, "score", "complaintPoints", "handlingPoints", "reason"),
    said: line.opinion,
  });
  return differingLines(before.map(told), lines.map(told));
}

/** A round with the points of all its units, entered as one. */
export async function createRound(scope: TownshipScope, input: CreateRoundInput) {
  const { after } = await weighed(scope, input.lines, []);
  const line = await kit.enter(scope, input);
  await setLines(scope, line.recordId, input.lines);
  await scope.audit({
    ...line,
    summary: `${line.summary}：${input.lines.length} 个单位，收回 ${input.returned} 张评议票`,
    detail: { after: { ...line.detail.after, lines: after } },
  });
  return { id: line.recordId };
}

export async function editRound(scope: TownshipScope, input: EditRoundInput) {
  const { id, lines } = input;
  const detail = await weighed(scope, lines, await storedLines(scope, id));
  await kit.edit(scope, input);
  await setLines(scope, id, lines);
  await scope.audit({
    action: "appraisals.setLines",
    recordType: "appraisal",
    recordId: id,
    summary: `各单位得分：${lines.length} 个单位`,
    detail,
  });
  return { id };
}
