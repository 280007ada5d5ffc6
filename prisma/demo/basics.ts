import type { purposeLabels } from "@/domains/funds/record";
import { fund } from "@/domains/funds/record";
import { policy, type Template, templateLabels } from "@/domains/policies/record";
import { post } from "@/domains/posts/record";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { dayFromUtc, yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import { demoNote, type Desk, enter } from "./desk";
import { firstYear } from "./places";
import { randomOf } from "./random";

/** Whoever leads the presidium and serves it holds the post of the same name. */
async function enterPosts(desk: Desk): Promise<void> {
  const officers = await desk.scope.tx.presidiumMember.findMany({
    where: { ...tenantOf(desk.scope), voidedAt: null, post: { in: ["chair", "viceChair", "secretary"] } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  for (const { deputyId, name, post: held, fullTime, otherPosts, startsOn, endsOn } of officers) {
    const on = dayFromUtc(startsOn);
    await enter(desk, on, recordCommands(post).create, createInputOf(post), {
      ...{ name, deputyId, post: held, fullTime: fullTime ?? true, otherJobs: otherPosts },
      ...{ startsOn: on, endsOn: endsOn === null ? null : dayFromUtc(endsOn), sourceNote: demoNote },
    });
  }
}

async function enterPolicies(desk: Desk): Promise<void> {
  const random = randomOf(`${desk.town.code} policies`);
  const expected = (Object.keys(templateLabels) as Template[]).filter((template) => template !== "other");
  const kept = expected.filter(() => !random.chance(0.2));
  for (const template of kept) {
    const occurredOn = `${firstYear}-0${random.between(2, 6)}-1${random.between(0, 9)}`;
    await enter(desk, occurredOn, recordCommands(policy).create, createInputOf(policy), {
      ...{ title: templateLabels[template], template, edition: `${firstYear}年修订`, occurredOn },
      ...{ adoptedBy: "主席团会议", posted: random.chance(0.7), sourceNote: demoNote },
    });
  }
}

const purposes = ["work", "activities", "training"] as const satisfies (keyof typeof purposeLabels)[];

async function enterFunds(desk: Desk): Promise<void> {
  const random = randomOf(`${desk.town.code} funds`);
  const last = yearOf(desk.asOf);
  for (let year = firstYear; year <= last; year += 1) {
    // A slack office has not entered the running year's money yet.
    if (year === last && random.chance(desk.town.habits.late)) continue;
    for (const purpose of purposes) {
      const budgeted = random.between(2, 8) * 10_000;
      const occurredOn = `${year}-02-${random.between(10, 27)}`;
      const spent = Math.round(budgeted * (year === last ? 0.6 : 0.9) * (0.8 + random.next() / 4));
      await enter(desk, occurredOn, recordCommands(fund).create, createInputOf(fund), {
        ...{ purpose, year, budgeted, spent: Math.min(spent, budgeted), occurredOn },
        sourceNote: demoNote,
        documentNumber: `${desk.town.shortName}财〔${year}〕${random.between(3, 40)}号`,
      });
    }
  }
}

/** What every office keeps besides its meetings: who works there, by which rules, with what money. */
export async function enterBasics(desk: Desk): Promise<void> {
  await enterPosts(desk);
  await enterPolicies(desk);
  await enterFunds(desk);
}
