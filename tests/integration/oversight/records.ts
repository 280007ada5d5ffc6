import type { ActivityFacts } from "./activity-facts";
import { datedSteps } from "./decision-records";
import type { FindingFacts } from "./finding-facts";
import { addAppraisals } from "./appraisal-facts";
import { addProjects } from "./project-facts";
import { leaveOf, type SuggestionFacts } from "./suggestion-facts";
import { addDays } from "@/lib/dates";
import type { Tx } from "@/server/db/tx";
import { personKeys } from "@/server/names/pinyin";
import { withCountyScope, withTownshipScope } from "@/server/db/scope";
import type { TestCounty, TestTownship } from "../../support/tenants";
import { DeputyWork } from "./deputy-work";
import { actor, enteredOn, now, on, today } from "./rows";

export { enteredOn, now, on, today };

/** Hand-made rows of one township, each with its own id, all in one transaction of the township's own scope. */
export class Records extends DeputyWork {
  /** who confirms and verifies: the deputy entered last */
  private witness: string | null = null;

  async term(): Promise<string> {
    const data = {
      ...this.record("2022-01-10", {}),
      number: 19,
      name: "第十九届",
      startsOn: on("2022-01-10"),
    };
    return (await this.tx.term.create({ data })).id;
  }

  async deputy(name: string, mandateEnds: string | null = null, held = ["township"]): Promise<string> {
    const data = { ...this.record("2022-01-10", {}), name, ...personKeys(name) };
    const { id } = await this.tx.deputy.create({ data });
    const mandates = held.map((level) => ({
      ...this.record("2022-01-10", {}),
      ...{ deputyId: id, level, termName: "第十九届", startsOn: on("2022-01-10") },
      endsOn: mandateEnds === null ? null : on(mandateEnds),
      endReason: mandateEnds === null ? null : "resigned",
    }));
    await this.tx.mandate.createMany({ data: mandates });
    this.witness = id;
    return id;
  }

  async session(
    termId: string,
    number: number,
    startsOn: string,
    more: {
      entered?: string;
      voided?: boolean;
      totals?: [present: number, total: number];
      lines?: [deputyId: string, status: string][];
    } = {},
  ): Promise<string> {
    const { totals, lines = [], ...record } = more;
    const { id } = await this.tx.session.create({
      data: {
        ...this.record(startsOn, record),
        termId,
        number,
        startsOn: on(startsOn),
        deputiesPresent: totals?.[0] ?? null,
        deputiesTotal: totals?.[1] ?? null,
      },
    });
    for (const [deputyId, status] of lines) {
      await this.tx.sessionAttendance.create({
        data: { ...this.line(), sessionId: id, deputyId, status, leaveReason: leaveOf(status) },
      });
    }
    return id;
  }

  async member(name: string, endsOn: string | null = null): Promise<string> {
    const data = {
      ...this.record("2022-01-10", {}),
      name,
      post: "member",
      startsOn: on("2022-01-10"),
      endsOn: endsOn === null ? null : on(endsOn),
    };
    return (await this.tx.presidiumMember.create({ data })).id;
  }

  async meeting(
    day: string,
    more: {
      entered?: string;
      voided?: boolean;
      kind?: string;
      totals?: [present: number, total: number];
      lines?: [memberId: string, status: string][];
    } = {},
  ): Promise<string> {
    const { totals, lines = [], kind = "regular", ...record } = more;
    const { id } = await this.tx.presidiumMeeting.create({
      data: {
        ...this.record(day, record),
        kind,
        topic: "研究工作",
        membersPresent: totals?.[0] ?? null,
        membersTotal: totals?.[1] ?? null,
      },
    });
    for (const [memberId, status] of lines) {
      await this.tx.presidiumAttendance.create({
        data: { ...this.line(), meetingId: id, memberId, status, leaveReason: leaveOf(status) },
      });
    }
    return id;
  }

  async unit(name: string): Promise<string> {
    const data = { ...this.record("2022-01-10", {}), name, pinyin: "ceshi", initials: "cs" };
    return (await this.tx.handlingUnit.create({ data })).id;
  }

  async training(day: string, deputyIds: readonly string[], more: { voided?: boolean } = {}): Promise<void> {
    const data = { ...this.record(day, more), topic: `培训${day}`, kind: "course" };
    const { id } = await this.tx.training.create({ data });
    for (const deputyId of deputyIds)
      await this.tx.trainingParticipant.create({ data: { ...this.line(), trainingId: id, deputyId } });
  }

  appraisals(): Promise<void> {
    return addAppraisals(this.tx, { line: () => this.line(), record: (...of) => this.record(...of) });
  }

  projects(): Promise<void> {
    return addProjects(this.tx, { line: () => this.line(), record: (...of) => this.record(...of) });
  }

  async activity(day: string, more: ActivityFacts = {}): Promise<string> {
    const { kind = "inspectionVisit", report = null, signers = [], handed, responded, ...record } = more;
    const state = more.state ?? (report === null ? "planned" : "done");
    const { id } = await this.tx.activity.create({
      data: {
        ...this.record(day, record),
        kind,
        state,
        topic: "视察污水管网",
        report,
        reportedOn: report === null ? null : on(day),
        reportedEnteredOn: report === null ? null : on(day),
        noFindings: signers.length > 0,
        ...datedSteps({ handed, responded }),
      },
    });
    for (const deputyId of signers) {
      await this.tx.activityParticipant.create({
        data: { ...this.line(), activityId: id, deputyId, signedNoFindings: true },
      });
    }
    return id;
  }

  async finding(activityId: string, number: number, more: FindingFacts): Promise<string> {
    const { due = null, notified, state = "found", verified = null, found = "2026-03-10", ...record } = more;
    const verifiedOn = verified === null ? null : on(verified);
    const closedOn = state === "closed" ? verifiedOn : null;
    const { id } = await this.tx.finding.create({
      data: {
        ...this.record(found, record),
        activityId,
        number,
        description: "检查井破损",
        state,
        ...(notified === undefined ? {} : { unitId: notified.unit, notifiedOn: on(notified.on) }),
        dueOn: due === null ? null : on(due),
        verifiedOn,
        verifiedByDeputyId: verified === null ? null : this.witness,
        ...{ verifiedEnteredOn: verifiedOn, closedOn, closedEnteredOn: closedOn },
      },
    });
    return id;
  }

  async suggestion(number: number, more: SuggestionFacts = {}): Promise<string> {
    const { received = "2026-01-13", year = 2026, state = "closed", redo = [] } = more;
    const date = (day: string | undefined) => (day === undefined ? null : on(day));
    const { id } = await this.tx.suggestion.create({
      data: {
        ...this.record(received, more),
        year,
        number,
        title: `建议${number}`,
        content: "请修路",
        category: "transport",
        origin: "session",
        receivedOn: on(received),
        state,
        assignedOn: date(more.assigned),
        assignedEnteredOn: date(more.assignedEntered ?? more.assigned),
        assignDueOn: on(addDays(received, 15)),
        replyDueOn: date(more.replyDue),
        firstRepliedOn: date(more.replied),
        closedOn: date(more.closed),
        closedEnteredOn: date(more.closed),
        enteredClosed: more.enteredClosed ?? false,
        outcome: more.outcome ?? null,
        solvedOn: date(more.solved),
        ratingDueOn: date(more.ratingDue),
        notRatedOn: date(more.notRated),
        redoCount: more.redoCount ?? redo.length,
        redoDueOn: date(more.redoDue),
        mergedIntoId: more.mergedInto ?? null,
      },
    });
    await this.handling(id, more);
    return id;
  }

  private async handling(id: string, facts: SuggestionFacts): Promise<void> {
    const { confirmed = [], ratings = [], redo = [], promiseDue } = facts;
    if (promiseDue !== undefined) {
      const promise = { ...this.line(), suggestionId: id, content: "完成改造", dueOn: on(promiseDue) };
      await this.tx.promise.create({ data: promise });
    }
    for (const round of confirmed) {
      await this.tx.consultation.create({
        data: {
          ...this.line(),
          suggestionId: id,
          round,
          attempt: 1,
          heldOn: on("2026-03-01"),
          enteredAt: enteredOn("2026-03-01"),
          confirmedEnteredOn: on("2026-03-02"),
          method: "onSite",
          confirmedOn: on("2026-03-02"),
          confirmMethod: "signature",
          confirmedByDeputyId: this.witness,
        },
      });
    }
    for (const [attempt, rating] of ratings.entries()) {
      await this.tx.rating.create({
        data: {
          ...this.line(),
          suggestionId: id,
          attempt: attempt + 1,
          rating: rating.rating,
          ratedOn: rating.by === null ? null : on("2026-04-20"),
          enteredAt: enteredOn("2026-04-20"),
          method: rating.by === null ? null : "phone",
          deputyId: rating.by,
        },
      });
    }
    for (const [index, [repliedOn, dueOn]] of redo.entries()) {
      await this.tx.reply.create({
        data: {
          ...this.line(),
          suggestionId: id,
          attempt: index + 2,
          repliedOn: on(repliedOn),
          enteredAt: enteredOn(facts.redoEntered ?? repliedOn),
          dueOn: on(dueOn),
          content: "已重新办理",
        },
      });
    }
  }
}

/** Writes as the township itself, so that row-level security holds for the fixtures too. */
export function recordIn<Result>(
  county: TestCounty,
  township: TestTownship,
  work: (records: Records) => Promise<Result>,
): Promise<Result> {
  return withTownshipScope(
    { as: "township", countyId: county.id, townshipId: township.id },
    { actor, now, readOnly: false },
    ({ tx }) => work(new Records(tx, county.id, township.id)),
  );
}

export function mergeTownship(
  county: TestCounty,
  from: TestTownship,
  into: TestTownship,
  day: string,
): Promise<unknown> {
  return withCountyScope(county.id, { actor, now, readOnly: false }, ({ tx }) =>
    tx.township.update({
      where: { countyId_id: { countyId: county.id, id: from.id } },
      data: { status: "merged", mergedIntoId: into.id, mergedOn: on(day) },
    }),
  );
}

/** Reads as the county, as the comparison does. */
export function readAsCounty<Result>(county: TestCounty, read: (tx: Tx) => Promise<Result>): Promise<Result> {
  return withCountyScope(
    county.id,
    { actor: { ...actor, role: "countyStaff" }, now, readOnly: true },
    ({ tx }) => read(tx),
  );
}
