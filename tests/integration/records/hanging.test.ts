import { beforeAll, describe, expect, inject, it } from "vitest";
import { hangingColumns } from "@/domains/records/data/hanging";
import { kinds } from "@/domains/registry";
import type { Face } from "@/lib/records/kind";
import { withClient } from "../../../scripts/lib/roles";
import { type Desk, openDesk } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

const faces = kinds as readonly Face[];
const tableOf = (type: string): string => faces.find((face) => face.type === type)?.table ?? "";

/** Parts of the record itself: they are struck out with it. */
const parts = [
  ...["activity_participant.activity_id", "activity_unit.activity_id", "appraisal_deputy.appraisal_id"],
  ...["appraisal_line.appraisal_id", "appraisal_outcome_unit.appraisal_outcome_id"],
  ...["group_activity_deputy.group_activity_id", "presidium_attendance.meeting_id"],
  ...["project_event.project_id", "project_milestone.project_id", "project_ballot_line.ballot_id"],
  ...["project_rating_deputy.project_rating_id", "reception_deputy.reception_id"],
  ...["resolution_task.resolution_id", "agenda_item.session_id", "election.session_id"],
  ...["session_attendance.session_id", "session_speech.session_id", "vote.session_id"],
  ...["station_deputy.station_id", "consultation.suggestion_id", "deferral.suggestion_id"],
  ...["promise.suggestion_id", "rating.suggestion_id", "reply.suggestion_id"],
  ...["suggestion_signer.suggestion_id", "suggestion_unit.suggestion_id", "training_participant.training_id"],
  ...["honour_deputy.honour_id", "achievement_deputy.achievement_id"],
  "voter_opinion_deputy.voter_opinion_id",
];

/** What a kind's own rule, or the reading of the other record, says of striking out what is named. */
const answered: Readonly<Record<string, string>> = {
  "finding.activity_id": "mayVoidActivity refuses",
  "finding.appraisal_id": "mayVoidRound refuses",
  "group_member.group_id": "groupMayBeVoided refuses while there are members",
  "presidium_attendance.member_id": "mayVoidMember refuses",
  "project_ballot_line.project_id": "mayVoidProject refuses",
  "session.term_id": "termMayBeVoided refuses",
  "suggestion.merged_into_id": "voidNeedsNoMerged refuses",
  "joint_answer.finding_id": "stays as it was seen; its point may be answered anew once the finding is gone",
  "joint_answer.part_id": "a part goes with what was seen in it, which nobody reads any more",
  "joint_draw.task_id": "what was drawn of a task is told for good",
  "joint_override.task_id": "why a task was issued all the same is told for good",
  "joint_rating.part_id": "a part goes with its ballots, which nobody counts any more",
  "commitment.followed_up_id": "only drafts are let go of, and a draft follows nothing up",
  "commitment.gathering_id": "only drafts are let go of, and nothing was promised at a draft",
  "gathering_invitation.gathering_id": "mayCallOff lets go of drafts alone, of which no township knows",
  "joint_report.task_id": "only drafts are let go of, and a draft has no report",
  "joint_part.activity_id": "carries nothing out any more: its carrier is read only as long as that stands",
  "joint_part.merge_with_id": "a wish of the township's, which the county answers",
  "joint_part.task_id": "mayDiscard lets go of drafts alone, with their parts",
  "joint_part.together_with_id": "goes alone again: its companion is read only as long as that stands",
  "raised_finding.finding_id": "notWaitingAbove refuses while the county has not answered",
  "notice_file.notice_id": "a draft is let go of with its files, which nobody reads any more",
  "notice_receipt.notice_id": "mayDiscard lets go of drafts alone, and a draft has no receipt",
  "township_request.again_of_id":
    "mayWithdraw lets go of what was not taken in, and that was never asked again",
  "petition.handed_id": "only the county takes it back, and not once it was taken over",
  "voter_opinion.petition_id": "waits for an answer again: its carrier is read only as long as that stands",
  "voter_opinion.suggestion_id": "waits for an answer again: its carrier is read only as long as that stands",
};

/** Who did it stays named: deputyMayBeVoided and unitMayBeVoided say when their own row may go. */
const named = ["deputy", "handling_unit"];

describe("a record on which others hang", () => {
  it("has an answer to being struck out, whichever table names it", async () => {
    const { rows } = await withClient(inject("adminUrl"), (client) =>
      client.query<{ key: string; target: string }>(
        `SELECT c.conrelid::regclass::text || '.' || a.attname AS key, c.confrelid::regclass::text AS target
         FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[cardinality(c.conkey)]
         WHERE c.contype = 'f' AND EXISTS (SELECT FROM pg_attribute v WHERE v.attrelid = c.confrelid AND v.attname = 'voided_at')
           AND c.confrelid::regclass::text = ANY ($1)`,
        [faces.map(({ table }) => table)],
      ),
    );
    const refused = faces.flatMap((face) =>
      hangingColumns(face).map(({ column, type }) => [`${face.table}.${column}`, tableOf(type)]),
    );
    const keys = new Map(rows.map(({ key, target }) => [key, target]));
    for (const [key, target] of refused) expect(keys.get(key ?? ""), key).toBe(target);
    const known = new Set([...parts, ...Object.keys(answered), ...refused.map(([key]) => key ?? "")]);
    const open = rows.filter(({ key, target }) => !known.has(key) && !named.includes(target));
    expect(open.map(({ key }) => key)).toEqual([]);
    expect([...known].filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe("striking out what others hang on", () => {
  let desk: Desk;
  const on = () => desk.on("2026-11-26");
  const made = () => ({ ...desk.at, idempotencyKey: newKey() });

  beforeAll(async () => {
    const county = await createCounty(["长涂镇"]);
    const [township] = county.townships;
    if (township === undefined) throw new Error("no township");
    desk = await openDesk(county, township);
  });

  it("is refused for a station with receptions and opinions, until these are struck out", async () => {
    const { id } = await on().stations.create({
      ...{ ...made(), name: "青山站", kind: "liaisonStation", startsOn: "2024-01-01" },
    } as never);
    const { id: received } = await on().receptions.create({
      ...{ ...made(), stationId: id, occurredOn: "2026-05-15", deputyIds: [desk.mover] },
    });
    const { id: opinion } = await on().opinions.create({
      ...{ ...made(), topic: "修路", occurredOn: "2026-05-15", category: "other", channel: "reception" },
      stationId: id,
    } as never);
    const strike = () => on().stations.void({ ...made(), id, version: 1, reason: "录错" });
    await expect(strike()).rejects.toThrow("还有 1 次接待日、1 条选民意见记在这一条下");
    await on().receptions.void({ ...made(), id: received, version: 1, reason: "录错" });
    await on().opinions.void({ ...made(), id: opinion, version: 1, reason: "录错" });
    await strike();
  });

  it("is refused for a group that has met", async () => {
    const group = { name: "第一小组", occurredOn: "2026-01-01" };
    const { id } = await on().groups.create({ ...made(), ...group });
    const activity = { topic: "学习", kind: "study", occurredOn: "2026-05-01", deputyIds: [desk.mover] };
    await on().groupActivities.create({ ...made(), ...activity, groupId: id } as never);
    const strike = on().groups.void({ ...made(), id, version: 1, reason: "录错" });
    await expect(strike).rejects.toThrow("还有 1 次小组活动");
  });

  it("is refused for a session at which projects were put to the ballot", async () => {
    const term = await on().sessions.createTerm({ ...made(), number: 19, startsOn: "2022-01-10" });
    const days = { startsOn: "2026-01-12", endsOn: "2026-01-13" };
    const held = { termId: term.id, number: 8, kind: "regular", ...days } as const;
    const { id: sessionId } = await on().sessions.create({ ...made(), ...held });
    const facts = {
      name: "口袋公园",
      year: 2026,
      solicitedFrom: "deputies",
      occurredOn: "2025-11-10",
    } as const;
    const { id } = await on().projects.create({ ...made(), ...facts });
    const projects = [{ id, version: 1 }];
    await on().projects.nominate({ ...made(), projects, nominatedOn: "2025-12-20" });
    const { id: ballotId } = await on().projectBallots.create({
      ...{ ...made(), year: 2026, occurredOn: "2026-01-13", seats: 1, deputiesTotal: 6, present: 6 },
      ...{ ballotsIssued: 6, ballotsReturned: 6, sessionId, lines: [{ projectId: id, inFavour: 6 }] },
    });
    const strike = on().sessions.void({ ...made(), id: sessionId, version: 1, reason: "录错" });
    await expect(strike).rejects.toThrow("还有 1 次民生实事票决");
    const rating = { issued: 6, returned: 5, satisfied: 3, basic: 1, unsatisfied: 1 };
    const rate = (more: object) =>
      on().projectRatings.create({
        ...{ ...made(), year: 2026, occurredOn: "2026-11-20", projectId: null },
        ...{ ...rating, ...more },
      });
    await expect(rate({ returned: 0, satisfied: 0, basic: 0, unsatisfied: 0 })).rejects.toThrow(
      "没有收回测评票",
    );
    await rate({});
    const unvote = on().projectBallots.void({ ...made(), id: ballotId, version: 1, reason: "录错" });
    await expect(unvote).rejects.toThrow("「口袋公园」已在 2026-11-20 测评");
  });

  it("opens the planned item again that the record fulfilled", async () => {
    const item = { topic: "视察水库", kind: "visit", year: 2026, month: 3 } as const;
    const { id } = await on().plans.create({ ...made(), ...item });
    const activity = { topic: "看水库", kind: "inspectionVisit", occurredOn: "2026-03-02" } as const;
    const { id: recordId } = await on().supervision.create({ ...made(), ...activity });
    await on().plans.link({ ...made(), id, version: 1, recordType: "activity", recordId });
    const stateOf = async () => (await on().plans.byId({ ...desk.at, id })).state;
    expect(await stateOf()).toBe("done");
    await on().supervision.void({ ...made(), id: recordId, version: 1, reason: "录错" });
    expect(await stateOf()).toBe("overdue");
  });
});
