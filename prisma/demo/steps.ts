import { v7 as uuid } from "uuid";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import { withTownshipScope } from "@/server/db/scope";
import { type Context, contextOf, type Story } from "./context";
import type { OpenedCounty } from "./counties";
import type { DemoTownship } from "./places";
import { activitiesOf } from "./activities";
import { enterBasics } from "./basics";
import { enterPlan } from "./plans";
import { enterDecisions } from "./decisions";
import { enterAppraisals } from "./appraisals";
import { enterBacklog } from "./backlog";
import { enterProjects } from "./projects";
import { enterContact } from "./contact";
import { enterPetitions } from "./petitions";
import { enterDuty } from "./duty";
import { enterHearings } from "./hearings";
import { enterAchievements } from "./achievements";
import { enterCounted } from "./counted";
import { enterHonours } from "./honours";
import { enterInformation } from "./information";
import { enterTrainings } from "./trainings";
import { meetingsOf } from "./meetings";
import { enterAroundSessions } from "./sessions";
import { enterBase } from "./people";
import { suggestionsOf } from "./suggestions";

/** Stories entered in one transaction: all of them or none. */
const together = 6;
const ledgerKind = "demo";

export type Office = { opened: OpenedCounty; town: DemoTownship; actor: Actor };
type Tell = (what: string) => void;

/** How many stories of a year are in; kept in the very transaction that enters them, so that a kill loses nothing. */
async function ledgerOf(scope: TownshipScope, step: string) {
  const where = { ...tenantOf(scope), kind: ledgerKind, message: step };
  return scope.tx.job.findFirst({ where });
}

async function advance(scope: TownshipScope, step: string, done: number, total: number): Promise<void> {
  const status = done === total ? "done" : "running";
  const where = { ...tenantOf(scope), kind: ledgerKind, message: step };
  const { count } = await scope.tx.job.updateMany({ where, data: { done, total, status } });
  if (count > 0) return;
  const { accountId } = scope.actor;
  await scope.tx.job.create({
    data: { ...where, id: uuid(), status, done, total, startedBy: accountId, startedAt: scope.now },
  });
}

export function within<Result>(
  { opened, town, actor }: Office,
  work: (scope: TownshipScope) => Promise<Result>,
) {
  const townshipId = opened.townshipIds.get(town.code) ?? "";
  // A demo county that was loaded by an earlier release may have frozen the year that a new step tells of.
  const request = { actor, now: new Date(), readOnly: false, reason: "演示数据补充录入" };
  const office = { as: "township", countyId: opened.id, townshipId, confidential: true } as const;
  return withTownshipScope(office, request, work);
}

const base = [
  { step: "base", what: "代表和主席团", enter: enterBase },
  { step: "basics", what: "岗位、制度和经费", enter: enterBasics },
  { step: "trainings", what: "代表培训", enter: enterTrainings },
  { step: "honours", what: "表彰奖励", enter: enterHonours },
  { step: "counted", what: "只知道人数的活动", enter: enterCounted },
  { step: "achievements", what: "履职实效", enter: enterAchievements },
  { step: "information", what: "信息报送和宣传", enter: enterInformation },
  { step: "hearings", what: "党委研究人大工作", enter: enterHearings },
  { step: "decisions", what: "专项报告、决议决定和财政监督", enter: enterDecisions },
  { step: "contact", what: "联系群众", enter: enterContact },
  { step: "petitions", what: "信访件", enter: enterPetitions },
  { step: "duty", what: "小组活动和代表述职", enter: enterDuty },
];

/** What is put to the vote at a session is entered when all sessions are. */
const afterYears = [
  { step: "around sessions", what: "代表发言和会前准备", enter: enterAroundSessions },
  { step: "projects", what: "民生实事项目", enter: enterProjects },
  { step: "appraisals", what: "站所评议", enter: enterAppraisals },
  { step: "backlog", what: "补录的走访和检查", enter: enterBacklog },
];

export const loadBase = (office: Office, tell: Tell): Promise<void> => enterSteps(base, office, tell);
export const loadAfterYears = (office: Office, tell: Tell): Promise<void> =>
  enterSteps(afterYears, office, tell);

async function enterSteps(steps: typeof base, office: Office, tell: Tell): Promise<void> {
  for (const { step, what, enter } of steps)
    await within(office, async (scope) => {
      if ((await ledgerOf(scope, step)) !== null) return;
      tell(what);
      await enter({ scope, town: office.town, asOf: office.opened.asOf });
      await advance(scope, step, 1, 1);
    });
}

function storiesOf({ opened, town }: Office, year: number): Story[] {
  const meetings = meetingsOf(town, year);
  const sessionDays = meetings.slice(0, 2).map(({ day }) => day);
  const all = [
    ...meetings,
    ...activitiesOf(town, year),
    ...suggestionsOf(town, year, sessionDays, opened.asOf),
  ];
  return all
    .filter(({ day }) => day <= opened.asOf)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** One township's year, taken up where an earlier load left it. */
export async function loadYear(office: Office, year: number, tell: Tell): Promise<void> {
  const stories = storiesOf(office, year);
  const step = String(year);
  let done = await within(office, async (scope) => (await ledgerOf(scope, step))?.done ?? 0);
  if (done < stories.length) tell(`${year} 年`);
  let context: Context | undefined;
  while (done < stories.length) {
    const next = stories.slice(done, done + together);
    await within(office, async (scope) => {
      const desk = { scope, town: office.town, asOf: office.opened.asOf };
      context ??= await contextOf(desk);
      for (const story of next) await story.tell(desk, context);
      await advance(scope, step, done + next.length, stories.length);
    });
    done += next.length;
  }
  await within(office, async (scope) => {
    if ((await ledgerOf(scope, `plan ${year}`)) !== null) return;
    await enterPlan({ scope, town: office.town, asOf: office.opened.asOf }, year);
    await advance(scope, `plan ${year}`, 1, 1);
  });
}
