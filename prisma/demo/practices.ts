import { randomUUID } from "node:crypto";
import { countyStaff } from "@/domains/accounts/data";
import { adopt, sayHelped } from "@/domains/practices/commands/adoptions";
import { confirmPractice, writePractice } from "@/domains/practices/commands/own";
import { publishPractice, retirePractice, returnPractice } from "@/domains/practices/commands/review";
import { answer, ask, countyWord } from "@/domains/practices/commands/words";
import * as inputs from "@/domains/practices/schema";
import { addDays, type Day, daysBetween, utcOf, yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";
import { type Desk, enter } from "./desk";
import { within } from "./steps";
import * as words from "./practice-words";

const key = () => ({ idempotencyKey: randomUUID() });

type Person = { id: string; name: string };
type Load = { opened: OpenedCounty; actorOf: (login: string) => Promise<Actor>; person?: Person | undefined };

async function at<Out>(
  { opened, actorOf }: Load,
  login: string,
  work: (desk: Desk) => Promise<Out>,
): Promise<Out> {
  const town = opened.county.townships.find((one) => one.login === login);
  if (town === undefined) throw new Error(`the demo has no township ${login}`);
  const office = { opened, town, actor: await actorOf(login) };
  return within(office, (scope) => work({ scope, town, asOf: opened.asOf }));
}

const called = ({ tx, ...scope }: TownshipScope, title: string) =>
  tx.practice.findFirst({
    where: { ...tenantOf({ tx, ...scope }), title },
    select: { id: true, state: true },
  });

/** Two records of the office that are older than the practice: what was done, and by which rule. */
async function evidenceOf({ tx, ...scope }: TownshipScope, day: Day) {
  const where = { ...tenantOf({ tx, ...scope }), voidedAt: null, occurredOn: { lt: utcOf(day) } };
  const latest = { where, orderBy: { occurredOn: "desc" }, select: { id: true } } as const;
  const [policy, activity] = [await tx.policy.findFirst(latest), await tx.activity.findFirst(latest)];
  return [
    ...(policy === null ? [] : [{ recordType: "policy" as const, recordId: policy.id }]),
    ...(activity === null ? [] : [{ recordType: "activity" as const, recordId: activity.id }]),
  ];
}

async function write(load: Load, { login, fate, ...said }: words.DemoPractice, day: Day): Promise<string> {
  return at(load, login, async (desk) => {
    const known = await called(desk.scope, said.title);
    if (known !== null) return known.id;
    const evidence = await evidenceOf(desk.scope, day);
    const { id } = await enter(desk, day, writePractice, inputs.writeInput, { ...said, evidence });
    if (fate !== "draft")
      await enter(desk, addDays(day, 3), confirmPractice, inputs.actInput, { id, version: 1 });
    return id;
  });
}

/** The county's answer, once. */
async function review(
  { opened, person }: Load,
  { fate }: words.DemoPractice,
  id: string,
  day: Day,
): Promise<void> {
  await asOn(
    opened,
    day,
    async (scope) => {
      const row = await scope.tx.practice.findFirstOrThrow({ where: { countyId: opened.id, id } });
      if (row.state !== "confirmed" || fate === "waiting") return;
      const seen = { ...key(), id, version: row.version };
      if (fate === "returned") {
        await returnPractice(scope, { ...seen, reason: words.returnedWhy });
        return;
      }
      const edition = await publishPractice(scope, seen);
      if (fate === "retired")
        await retirePractice(scope, { ...key(), id: edition.id, version: 1, reason: words.retiredWhy });
    },
    person,
  );
}

type Taken = {
  login: string;
  editionId: string;
  began: Day;
  said: Day | null;
  metric: "C3" | "C4" | "D3" | "D5";
  steps: string;
  helped?: boolean;
};

async function takeOver(
  load: Load,
  { login, editionId, began, said, metric, steps, helped = true }: Taken,
): Promise<void> {
  await at(load, login, async (desk) => {
    const { tx, ...scope } = desk.scope;
    const where = { ...tenantOf({ tx, ...scope }), editionId };
    if ((await tx.practiceAdoption.count({ where })) > 0) return;
    const plan = { steps, metric, owner: "人大副主席", beginsOn: began, untilOn: null };
    const { id } = await enter(desk, addDays(began, -5), adopt, inputs.adoptInput, {
      id: editionId,
      ...plan,
    });
    if (said !== null)
      await enter(desk, said, sayHelped, inputs.sayHelpedInput, {
        ...{ id, version: 1, helped, benefit: helped ? words.benefit : words.noBenefit },
      });
  });
}

/** One asks, the author answers, and the county has a word for the author alone. */
async function talk(load: Load, id: string, editionId: string, day: Day): Promise<void> {
  const { opened, person } = load;
  const said = await asOn(opened, day, ({ tx }) =>
    tx.practiceWord.count({ where: { countyId: opened.id, practiceId: id } }),
  );
  if (said > 0) return;
  await at(load, "daidong", (desk) =>
    enter(desk, day, ask, inputs.askInput, { id: editionId, words: words.question }),
  );
  const askerId = opened.townshipIds.get(
    opened.county.townships.find(({ login }) => login === "daidong")?.code ?? "",
  );
  await at(load, "gaoting", (desk) =>
    enter(desk, addDays(day, 2), answer, inputs.answerInput, {
      id,
      askerId: askerId ?? null,
      words: words.answered,
    }),
  );
  await asOn(
    opened,
    addDays(day, 3),
    (scope) => countyWord(scope, { ...key(), id, askerId: null, words: words.toAuthor }),
    person,
  );
}

/** What works in the county's townships: seven practices, three of them taken over, two with what came of it. */
export async function enterPractices(given: Load, tell: (what: string) => void): Promise<void> {
  const { opened } = given;
  const { asOf } = opened;
  const logins = opened.county.townships.map(({ login }) => login);
  if (!words.demoPractices.every(({ login }) => logins.includes(login))) return;
  tell("经验交流");
  const staff = await asOn(opened, asOf, ({ tx }) => countyStaff(tx));
  const load = { ...given, person: staff.find(({ active }) => active) };
  const year = yearOf(asOf);
  // A year too young for a practice to have been in use has that of the year before.
  const began = daysBetween(`${year}-02-10`, asOf) > 120 ? `${year}-02-10` : `${year - 1}-02-10`;
  const ids: string[] = [];
  for (const [nth, practice] of words.demoPractices.entries()) {
    const late = ["waiting", "draft", "returned"].includes(practice.fate);
    const day = late ? addDays(asOf, -20 + nth) : addDays(began, -60 + nth);
    const id = await write(load, practice, day);
    await review(load, practice, id, addDays(day, 8));
    ids.push(id);
  }
  const editionOf = (nth: number) =>
    asOn(opened, asOf, async ({ tx }) => {
      const where = { countyId: opened.id, practiceId: ids[nth] ?? "", supersededOn: null };
      return (await tx.practiceEdition.findFirst({ where, select: { id: true } }))?.id ?? null;
    });
  const [first, second] = [await editionOf(0), await editionOf(1)];
  if (first === null || second === null) return;
  const said = addDays(began, 110);
  await takeOver(load, {
    login: "daixi",
    editionId: first,
    began,
    said,
    metric: "C4",
    steps: words.ownSteps,
  });
  const later = addDays(began, 40);
  const moved = { login: "changtu", editionId: second, began: later, said: null };
  await takeOver(load, { ...moved, metric: "D3", steps: words.movedSteps });
  // The township that is behind has taken over two: one does not help as it does it, of the other nothing can be said yet.
  await takeOver(load, {
    ...{ login: "dongsha", editionId: first, began: addDays(began, 20), said: addDays(began, 200) },
    ...{ metric: "C3", steps: words.reminderSteps, helped: false },
  });
  const duty = await editionOf(6);
  if (duty !== null)
    await takeOver(load, {
      ...{ login: "dongsha", editionId: duty, began: addDays(asOf, -66), said: null },
      ...{ metric: "D5", steps: words.dutySteps },
    });
  await talk(load, ids[0] ?? "", first, addDays(began, 20));
}
