import { yearOf } from "@/lib/dates";
import { client } from "@/server/db/client";
import { withAuthScope } from "@/server/db/scope";
import { ensureAccounts, loader, planAccounts, staffOf } from "./accounts";
import { enterComparison } from "./comparison";
import { openCounty, type OpenedCounty } from "./counties";
import { enterCycle } from "./cycle";
import { enterExchange } from "./exchange";
import { enterJoint } from "./joint";
import { placeMap } from "./map";
import { enterRequests } from "./requests";
import { enterLiaison } from "./liaison";
import { demoCounties, firstYear } from "./places";
import { enterHanded } from "./petitions";
import { enterPractices } from "./practices";
import { enterGuidance } from "./plans";
import { enterSignals } from "./signals";
import { enterStandard } from "./standards";
import { publishForSubjects } from "./subject-schemes";
import { loadAfterYears, loadBase, loadYear } from "./steps";

export type LoadDemoOptions = {
  appUrl: string;
  dataDir: string;
  log: (line: string) => void;
};

const yearsTo = (last: number): number[] =>
  Array.from({ length: last - firstYear + 1 }, (_, index) => firstYear + index);

async function actorOf(login: string) {
  const username = staffOf(login);
  const account = await withAuthScope(({ tx }) => tx.account.findUnique({ where: { username } }));
  if (account === null) throw new Error(`the demo account ${username} is missing`);
  return { ...loader, accountId: account.id, name: account.displayName, role: "townshipStaff" };
}

/** What is told of a county once its townships are in. */
const countySteps = 7;

/** Counts a step and gives the way to say that it has something to do. */
type NextStep = (place: string) => (what: string) => void;

/** One county's townships one after another: each change joins the county's one chain of audit rows. */
async function loadCounty(opened: OpenedCounty, next: NextStep): Promise<void> {
  await placeMap(opened);
  await enterGuidance(opened);
  await enterHanded(opened);
  await enterStandard(opened);
  for (const town of opened.county.townships) {
    const office = { opened, town, actor: await actorOf(town.login) };
    const place = `${opened.name} ${town.name}`;
    await loadBase(office, next(place));
    for (const year of yearsTo(yearOf(opened.asOf))) {
      await loadYear(office, year, next(place));
    }
    await loadAfterYears(office, next(place));
  }
  await enterJoint(opened, actorOf, next(opened.name));
  await enterRequests(opened, actorOf, next(opened.name));
  await enterPractices({ opened, actorOf }, next(opened.name));
  await enterCycle(opened, next(opened.name));
  await publishForSubjects(opened);
  await enterLiaison(opened, actorOf, next(opened.name));
  await enterSignals(opened, actorOf, next(opened.name));
  await enterComparison(opened);
  await enterExchange(opened, actorOf, next(opened.name));
}

/**
 * Loads the demo counties through the commands of the screens. Whatever an earlier load finished is left as it is,
 * with everything that people have entered since; what it did not finish is taken up where it stopped.
 */
export async function loadDemo({ appUrl, dataDir, log }: LoadDemoOptions): Promise<void> {
  process.env["DATABASE_URL"] = appUrl;
  try {
    const counties: OpenedCounty[] = [];
    for (const county of demoCounties) counties.push(await openCounty(county));
    log("开设演示账号……");
    const { file, accounts } = planAccounts(dataDir, demoCounties);
    await ensureAccounts(accounts, counties);
    const steps = counties.reduce(
      (sum, { county, asOf }) =>
        sum + countySteps + county.townships.length * (2 + yearsTo(yearOf(asOf)).length),
      0,
    );
    let step = 0;
    const refused: unknown[] = [];
    const next: NextStep = (place) => {
      if (refused.length > 0) throw refused[0];
      const nth = (step += 1);
      return (what) => log(`${place} ${what}（${nth}/${steps}）`);
    };
    // A county whose step was refused stops the others at their next step: the connections are given back before they are closed.
    await Promise.all(
      counties.map((opened) => loadCounty(opened, next).catch((why: unknown) => void refused.push(why))),
    );
    if (refused.length > 0) throw refused[0];
    log(`演示数据已就绪。演示账号可直接登录，不要求改密码，名单见 ${file}。`);
  } finally {
    await client().$disconnect();
  }
}
