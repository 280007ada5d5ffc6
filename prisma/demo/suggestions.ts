import { addDays, type Day, dayFromUtc, yearOf } from "@/lib/dates";
import { acceptSuggestion, assignSuggestion, passChecks } from "@/domains/suggestions/commands/assigning";
import {
  callBack,
  closeSuggestion,
  fulfilPromise,
  verifyPromise,
} from "@/domains/suggestions/commands/closing";
import { createSuggestion } from "@/domains/suggestions/commands/drafting";
import { markNotRated, rateReply } from "@/domains/suggestions/commands/rating";
import { consult, decideDeferral, reply, requestDeferral } from "@/domains/suggestions/commands/replying";
import type { Outcome } from "@/domains/suggestions/rules/states";
import * as inputs from "@/domains/suggestions/schema";
import { tenantOf } from "@/server/db/record";
import { type Context, type Story, unitOf } from "./context";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import type { DemoTownship } from "./places";
import { personName } from "./names";
import { type Random, randomOf } from "./random";
import { matters } from "./words";

const otherOutcomes: readonly Outcome[] = ["B", "B", "B", "C", "C", "D", "D", "E"];

type At = { id: string; version: number };
type Matter = (typeof matters)[number];
type Plan = { number: number; year: number; day: Day; fromSession: boolean; matter: Matter };

/** A suggestion's life: each step on its day, until the days of the load run out. */
class Life {
  private kept: At = { id: "", version: 0 };
  private day: Day;
  private readonly desk: Desk;
  private readonly context: Context;
  private readonly random: Random;
  private readonly plan: Plan;

  constructor(desk: Desk, context: Context, random: Random, plan: Plan) {
    this.desk = desk;
    this.context = context;
    this.random = random;
    this.plan = plan;
    this.day = plan.day;
  }

  private get at(): At {
    return this.kept;
  }

  /** Of a command's answer, what the next one asks for. */
  private set at({ id, version }: At) {
    this.kept = { id, version };
  }

  /** Moves on by some days; false when that day has not come. */
  private wait(from: number, to: number): boolean {
    const next = addDays(this.day, this.random.between(from, to));
    if (next > this.desk.asOf) return false;
    this.day = next;
    return true;
  }

  private get step() {
    return { ...this.at, occurredOn: this.day };
  }

  async tell(): Promise<void> {
    const { random, context, desk } = this;
    const { matter } = this.plan;
    const [lead, witness, ...others] = random.some(context.roster, 7);
    if (lead === undefined || witness === undefined) return;
    const bill = this.plan.fromSession && random.chance(0.08);
    await this.raise(
      matter,
      lead.id,
      bill ? [witness, ...others].slice(0, 5) : random.some(others, random.between(0, 2)),
      bill,
    );
    if (!this.wait(2, 5)) return;
    const checks = { lawOk: true, contentOk: true, formOk: true };
    this.at = await enter(desk, this.day, passChecks, inputs.passInput, { ...this.step, ...checks });
    if (!this.wait(3, random.chance(0.9) ? 9 : 22)) return;
    await this.assign(unitOf(context, matter.unit));
    if (!this.wait(2, 7)) return;
    await this.accept();
    if (!(await this.answer(lead.id, 0))) return;
    if (!(await this.judge(lead.id, witness.id))) return;
    await this.finish(lead.id, witness.id);
  }

  private async raise(matter: Matter, leadDeputyId: string, cosigners: { id: string }[], bill: boolean) {
    const { random, desk, context, plan } = this;
    const place = random.pick(desk.town.villages);
    const on = enteredOn(desk, random, plan.day);
    const session = plan.fromSession
      ? context.sessions.find(({ startsOn }) => startsOn === plan.day)
      : undefined;
    const between = random.pick(["intersession", "reception", "group", "visit"] as const);
    this.at = await enter(desk, on, createSuggestion, inputs.createSuggestionInput, {
      kind: bill ? "bill" : "suggestion",
      title: `关于${place}${matter.text}的${bill ? "议案" : "建议"}`,
      content: `${place}群众多次反映${matter.text}问题。建议由有关单位实地查看，列出办理时间，办理中与代表面商，办结后公布结果。`,
      category: matter.category,
      origin: session === undefined ? between : "session",
      sessionId: session?.id ?? null,
      leadDeputyId,
      cosignerIds: cosigners.map(({ id }) => id),
      occurredOn: plan.day,
      isPublic: random.chance(0.5),
      lateReason: lateNote(plan.day, on),
      sourceNote: demoNote,
      submit: true,
    });
  }

  private async assign(leadUnitId: string): Promise<void> {
    const { random, desk, context } = this;
    const others = [...context.unitIds.values()].filter((id) => id !== leadUnitId);
    this.at = await enter(desk, this.day, assignSuggestion, inputs.assignInput, {
      ...this.step,
      leadUnitId,
      coUnitIds: random.chance(0.3) ? random.some(others, 1) : [],
      assignmentMeetingOn: this.plan.fromSession ? this.day : null,
    });
  }

  private async accept(): Promise<void> {
    const { desk, random } = this;
    const where = { ...tenantOf(desk.scope), suggestionId: this.at.id, endedOn: null };
    const lines = await desk.scope.tx.suggestionUnit.findMany({ where, orderBy: { id: "asc" } });
    const people = lines.map(({ id }) => ({
      lineId: id,
      leader: personName(random),
      caseOfficer: personName(random),
      officerPhone: null,
    }));
    this.at = await enter(desk, this.day, acceptSuggestion, inputs.acceptInput, { ...this.step, people });
  }

  private async meet(confirmedByDeputyId: string): Promise<void> {
    const { desk, random } = this;
    this.at = await enter(desk, this.day, consult, inputs.consultInput, {
      ...this.step,
      method: random.pick(["visit", "onSite", "meeting", "phone"] as const),
      place: random.pick(desk.town.villages),
      note: "听取代表意见，当面说明办理打算。",
      confirmedByDeputyId,
      confirmMethod: "signature",
    });
  }

  /** Consultation and reply; a redo has a month, a first reply three. Some replies are overdue, and some lie still. */
  private async answer(lead: string, attempt: number): Promise<boolean> {
    const { random, desk } = this;
    if (attempt === 0 && (await this.liesStill())) return false;
    if (!(attempt === 0 ? this.wait(12, 40) : this.wait(4, 9))) return false;
    await this.meet(lead);
    const overdue = random.chance(desk.town.habits.overdue);
    const [from, to] = attempt > 0 ? [5, overdue ? 40 : 16] : overdue ? [85, 110] : [8, 35];
    if (!this.wait(from, to)) return false;
    this.at = await enter(desk, this.day, reply, inputs.replyInput, {
      ...this.step,
      content: "经实地查看并与代表面商，已安排办理，办理时间和责任人见附表，进展将按期向代表通报。",
      documentNumber: `${desk.town.shortName}办〔${this.plan.year}〕${this.plan.number}号`,
      signedBy: personName(random),
      writtenToSigners: 1,
    });
    return true;
  }

  /** Whether a unit leaves it lying, as some of this year's do; now and then it asks for more time instead. */
  private async liesStill(): Promise<boolean> {
    if (this.plan.year === yearOf(this.desk.asOf) && this.random.chance(0.12)) return true;
    if (this.random.chance(0.05)) await this.defer();
    return false;
  }

  private async defer(): Promise<void> {
    const { desk } = this;
    if (!this.wait(3, 8)) return;
    const where = { ...tenantOf(desk.scope), id: this.at.id };
    const { replyDueOn } = await desk.scope.tx.suggestion.findFirstOrThrow({ where });
    if (replyDueOn === null) return;
    this.at = await enter(desk, this.day, requestDeferral, inputs.requestDeferralInput, {
      ...this.step,
      reason: "涉及项目审批，三个月内难以办结",
      measures: "先行临时处置，同步报批",
      newDueOn: addDays(dayFromUtc(replyDueOn), 30),
    });
    if (!this.wait(1, 3)) return;
    const decision = { ...this.step, approved: true, note: "同意延期，按月报告进展" };
    this.at = await enter(desk, this.day, decideDeferral, inputs.decideDeferralInput, decision);
  }

  private async rate(
    lead: string,
    witness: string,
    rating: "satisfied" | "basic" | "unsatisfied",
  ): Promise<void> {
    const { random, desk } = this;
    const method = random.pick(["phone", "paper"] as const);
    this.at = await enter(desk, this.day, rateReply, inputs.rateInput, {
      ...this.step,
      rating,
      method,
      deputyId: lead,
      witnessDeputyId: method === "paper" ? witness : null,
      comment: rating === "unsatisfied" ? "答复没有说清何时办、由谁办，请重新办理。" : null,
    });
  }

  /** The deputy's word, with one redo where it is "not satisfied"; false when the story stops here. */
  private async judge(lead: string, witness: string): Promise<boolean> {
    const { random, desk } = this;
    if (random.chance(0.06)) {
      if (!this.wait(40, 50)) return false;
      this.at = await enter(desk, this.day, markNotRated, inputs.markNotRatedInput, this.at);
      return true;
    }
    if (!this.wait(3, 14)) return false;
    const unsatisfied = random.chance(0.13);
    if (unsatisfied) {
      await this.rate(lead, witness, "unsatisfied");
      if (!(await this.answer(lead, 1)) || !this.wait(3, 12)) return false;
    }
    await this.rate(lead, witness, random.chance(unsatisfied ? 0.4 : 0.68) ? "satisfied" : "basic");
    return true;
  }

  private async finish(lead: string, witness: string): Promise<void> {
    const { random, desk } = this;
    if (!this.wait(4, 14)) return;
    await this.meet(lead);
    if (!this.wait(1, 8)) return;
    const solved = random.chance(desk.town.habits.solved);
    const outcome: Outcome = solved ? "A" : random.pick(otherOutcomes);
    const tracked = outcome === "B" || outcome === "C";
    const dueOn = addDays(this.day, random.between(60, 300));
    const promises = tracked ? [{ content: "列入年度计划并按期完工，完工后请代表查看", dueOn }] : [];
    const notes = {
      D: "受政策所限暂不能办，已当面解释，代表理解。",
      E: "超出本级权限，已书面报县有关部门。",
    };
    const note = outcome === "D" || outcome === "E" ? notes[outcome] : null;
    const closing = { ...this.step, outcome, note, promises };
    this.at = await enter(desk, this.day, closeSuggestion, inputs.closeInput, closing);
    if (tracked) await this.keepPromise(lead, witness, dueOn);
    else if (random.chance(0.3) && this.wait(30, 80)) {
      const said = { ...this.step, note: "回访代表：问题没有反复。" };
      await enter(desk, this.day, callBack, inputs.callBackInput, said);
    }
  }

  private async keepPromise(lead: string, witness: string, dueOn: Day): Promise<void> {
    const { random, desk } = this;
    // A promise of a year gone by is kept, if late: nobody would believe an office where it still lies open.
    const mayLieOpen = yearOf(dueOn) >= yearOf(desk.asOf);
    if ((mayLieOpen && random.chance(0.25)) || !this.wait(40, 200)) return;
    const where = { ...tenantOf(desk.scope), suggestionId: this.at.id };
    const promise = await desk.scope.tx.promise.findFirst({ where });
    if (promise === null) return;
    const done = { ...this.step, promiseId: promise.id, note: `已完工（承诺期限${dueOn}）。` };
    this.at = await enter(desk, this.day, fulfilPromise, inputs.fulfilPromiseInput, done);
    if (!this.wait(3, 12)) return;
    await enter(desk, this.day, verifyPromise, inputs.verifyPromiseInput, {
      ...this.step,
      promiseId: promise.id,
      rating: "satisfied",
      method: "paper",
      deputyId: lead,
      witnessDeputyId: witness,
    });
  }
}

/** How many days back the latest suggestions go, so that some are at every stage on the day of the load. */
const lately = 75;

/** @param sessionDays days of the year's sessions, at which most suggestions are made */
export function suggestionsOf(
  town: DemoTownship,
  year: number,
  sessionDays: readonly Day[],
  asOf: Day,
): Story[] {
  const usual = town.habits.suggestionsPerYear;
  const recent = year === yearOf(asOf) ? Math.ceil(usual / 2) : 0;
  const topics = randomOf(`${town.code} matters ${year}`).some(matters, usual + recent);
  return topics.map((matter, index): Story => {
    const random = randomOf(`${town.code} suggestion ${year} ${index}`);
    const fromSession = index < usual && random.chance(0.6);
    const anyDay =
      index < usual
        ? addDays(`${year}-01-20`, random.between(0, 330))
        : addDays(asOf, -random.between(1, lately));
    const day = fromSession ? random.pick(sessionDays) : anyDay;
    const plan = { number: index + 1, year, day, fromSession, matter };
    return { day, random, tell: (desk, context) => new Life(desk, context, random, plan).tell() };
  });
}
