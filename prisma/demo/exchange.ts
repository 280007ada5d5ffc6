import { randomUUID } from "node:crypto";
import { answerInvitation, reportCommitment, tellLearned } from "@/domains/symposia/commands/own";
import { draftGathering, inviteTownships } from "@/domains/symposia/commands/gatherings";
import { commit, judgeCommitment, recordGathering } from "@/domains/symposia/commands/held";
import { gatheringView, outline } from "@/domains/symposia/data/county";
import * as inputs from "@/domains/symposia/schema";
import { officersOn } from "@/domains/posts/data";
import { addDays, type Day, daysBetween } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";
import { enter } from "./desk";
import { demoComing, type DemoGathering, demoGatherings } from "./exchange-story";
import type { DemoTownship } from "./places";
import { randomOf } from "./random";
import { within } from "./steps";

const key = () => ({ idempotencyKey: randomUUID() });

type Officers = (townshipId: string) => { chair: string; vice: string };
type Load = { opened: OpenedCounty; actorOf: (login: string) => Promise<Actor>; officers: Officers };

/** Whom the townships have registered as chair and vice-chair. */
async function officersIn(opened: OpenedCounty): Promise<Officers> {
  const held = await asOn(opened, opened.asOf, (scope) =>
    officersOn(scope, opened.asOf, [...opened.townshipIds.values()]),
  );
  return (townshipId) => {
    const called = (post: "chair" | "viceChair") =>
      held.find((one) => one.townshipId === townshipId && one.post === post)?.name ?? "（未登记）";
    return { chair: called("chair"), vice: called("viceChair") };
  };
}

const isThere = async ({ tx, countyId }: CountyScope, title: string): Promise<boolean> =>
  (await tx.gathering.count({ where: { countyId, title } })) > 0;

const idOf = ({ opened }: Load, { code }: DemoTownship): string => opened.townshipIds.get(code) ?? "";
const nthOf = ({ opened }: Load, townshipId: string): number =>
  opened.county.townships.findIndex(({ code }) => opened.townshipIds.get(code) === townshipId);

/** What one township does of it, on a day, as its own office. */
async function asOffice(
  { opened, actorOf }: Load,
  town: DemoTownship,
  work: (desk: Parameters<typeof enter>[0]) => Promise<unknown>,
): Promise<void> {
  await within({ opened, town, actor: await actorOf(town.login) }, (scope) =>
    work({ scope, town, asOf: opened.asOf }),
  );
}

/** The topics are those that the townships' weak points propose for the day; a visit's guest of honour is its host. */
async function drafted(
  load: Load,
  { kind, title, place, topic, guests, host: receives }: DemoGathering,
  heldOn: Day,
): Promise<string> {
  const { opened } = load;
  const towns = opened.county.townships.filter((_, nth) => guests === null || guests.includes(nth));
  const receiving = receives === undefined ? undefined : opened.county.townships[receives];
  return asOn(opened, addDays(heldOn, -20), async (scope) => {
    const plan = kind === "symposium" ? await outline(scope, { heldOn }) : null;
    const host = receiving === undefined ? (plan?.hosts[0]?.townshipId ?? null) : idOf(load, receiving);
    const speaks = new Set(plan?.topics.flatMap((one) => one.speaks));
    const input = inputs.draftInput.parse({
      ...{ ...key(), kind, title, place, topic, heldOn, answerBy: addDays(heldOn, -6) },
      agenda: plan === null ? null : [...plan.topics.map((one) => one.title), "各乡镇讲打算"].join("\n"),
      invitees: towns.map((town) => {
        const townshipId = idOf(load, town);
        const part = townshipId === host ? "host" : speaks.has(townshipId) ? "speak" : "attend";
        return { townshipId, part };
      }),
    });
    const { id } = await draftGathering(scope, input);
    await inviteTownships(scope, inputs.inviteInput.parse({ ...key(), id, version: 1 }));
    return id;
  });
}

/** Most come themselves, some send somebody, and now and then one cannot. */
async function answered(
  load: Load,
  id: string,
  { heldOn, share, sure = [] }: { heldOn: Day; share: number; sure?: readonly string[] },
): Promise<void> {
  const { opened } = load;
  const { invitations } = await asOn(opened, opened.asOf, (scope) => gatheringView(scope, { id }));
  const random = randomOf(`${opened.county.code} answers ${heldOn}`);
  for (const { id: invitation, version, townshipId } of invitations) {
    const nth = nthOf(load, townshipId);
    if (!random.chance(share) && !sure.includes(opened.county.townships[nth]?.login ?? "")) continue;
    const { chair, vice } = load.officers(townshipId);
    const away = random.chance(0.12);
    const said = away
      ? {
          answer: "substitute" as const,
          name: `副主席${vice}`,
        }
      : { answer: "attend" as const, name: `主席${chair}` };
    const town = opened.county.townships[nth];
    if (town !== undefined)
      await asOffice(load, town, (desk) =>
        enter(desk, addDays(heldOn, -10), answerInvitation, inputs.answerInput, {
          id: invitation,
          version,
          ...said,
        }),
      );
  }
}

async function recorded(load: Load, id: string, { minutes }: DemoGathering, heldOn: Day): Promise<void> {
  await asOn(load.opened, addDays(heldOn, 1), async (scope) => {
    const { gathering, invitations } = await gatheringView(scope, { id });
    const roll = invitations
      .filter((one, nth) => one.answer !== null || nth === 0)
      .map(({ name, answerName }) => `${name} ${answerName ?? "工作人员"}`)
      .join("\n");
    await recordGathering(
      scope,
      inputs.recordInput.parse({ ...key(), id, version: gathering.version, minutes, roll }),
    );
  });
}

/** What was promised there, and what the township says of it before the next one. */
async function promised(load: Load, id: string, { promises }: DemoGathering, heldOn: Day): Promise<void> {
  const { opened } = load;
  const held = await asOn(opened, opened.asOf, (scope) => gatheringView(scope, { id }));
  const came = held.invitations.filter((one) => one.came === true);
  for (const one of promises) {
    const town = opened.county.townships.find(({ login }) => login === one.who);
    const who = came.find(({ townshipId }) => town !== undefined && townshipId === idOf(load, town));
    if (who === undefined || town === undefined) continue;
    const { said, metric, due, report } = one;
    const made = await asOn(opened, addDays(heldOn, 1), (scope) =>
      commit(
        scope,
        inputs.commitInput.parse({
          ...{ ...key(), gatheringId: id, townshipId: who.townshipId, said, metric },
          ...{ ownerName: load.officers(who.townshipId).chair, dueOn: addDays(opened.asOf, due) },
        }),
      ),
    );
    if (report !== null)
      await asOffice(load, town, (desk) =>
        enter(desk, addDays(opened.asOf, due), reportCommitment, inputs.reportInput, {
          ...{ id: made.id, version: 1, report },
        }),
      );
  }
}

/** The next symposium looks at what was promised at the one before. */
async function followed(load: Load, id: string, heldOn: Day): Promise<void> {
  const known = demoGatherings.flatMap(({ promises }) => promises);
  await asOn(load.opened, heldOn, async (scope) => {
    for (const one of (await gatheringView(scope, { id })).followed) {
      const told = known.find(({ said }) => said === one.said);
      if (told === undefined || told.verdict === null || one.verdict !== null) continue;
      const { verdict, why } = told;
      await judgeCommitment(
        scope,
        inputs.judgeInput.parse({
          ...key(),
          id: one.id,
          version: one.version,
          verdict,
          why,
          followedUpId: id,
        }),
      );
    }
  });
}

async function learned(load: Load, id: string, heldOn: Day): Promise<void> {
  const { opened } = load;
  const { invitations } = await asOn(opened, opened.asOf, (scope) => gatheringView(scope, { id }));
  for (const { id: invitation, version, part, townshipId, came } of invitations) {
    const town = opened.county.townships[nthOf(load, townshipId)];
    if (part === "host" || came !== true || town === undefined) continue;
    await asOffice(load, town, (desk) =>
      enter(desk, addDays(heldOn, 6), tellLearned, inputs.learnedInput, {
        ...{ id: invitation, version },
        learned: "学到述职排到月、排到代表小组，述职当天就录入的做法，本镇从下月起照做。",
      }),
    );
  }
}

async function enterGathering(load: Load, demo: DemoGathering): Promise<void> {
  const { opened } = load;
  const heldOn = addDays(opened.asOf, demo.day);
  if (await asOn(opened, opened.asOf, (scope) => isThere(scope, demo.title))) return;
  const id = await drafted(load, demo, heldOn);
  await answered(load, id, { heldOn, share: 0.9, sure: demo.promises.map(({ who }) => who) });
  if (demo.kind === "symposium") await followed(load, id, heldOn);
  await recorded(load, id, demo, heldOn);
  await promised(load, id, demo, heldOn);
  if (demo.kind === "visit") await learned(load, id, heldOn);
}

/** Four symposia, a visit, the county's meetings and a training of the last twelve months, and the symposium to come. */
export async function enterExchange(
  opened: OpenedCounty,
  actorOf: Load["actorOf"],
  tell: (what: string) => void,
): Promise<void> {
  if (opened.county.townships.length < 5) return;
  tell("座谈会、互访和列席");
  const load = { opened, actorOf, officers: await officersIn(opened) };
  const inOrder = demoGatherings.toSorted((one, other) => one.day - other.day);
  for (const demo of inOrder) await enterGathering(load, demo);
  const heldOn = addDays(opened.asOf, demoComing.day);
  if (await asOn(opened, opened.asOf, (scope) => isThere(scope, demoComing.title))) return;
  const { title, place, topic } = demoComing;
  const coming = { kind: "symposium" as const, title, place, topic, day: demoComing.day };
  const id = await drafted(load, { ...coming, guests: null, minutes: "", promises: [] }, heldOn);
  if (daysBetween(opened.asOf, heldOn) > 0) await answered(load, id, { heldOn, share: 0.5 });
}
