import { randomUUID } from "node:crypto";
import {
  callerAs,
  callerOf,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../../support/tenants";
import { noon } from "../../support/suggestions";
import { recordIn } from "../oversight/records";

export const year = 2025;

export type Person = { id: string; name: string };

/** A county whose year 2025 is frozen, with people who may review; what is done in it is done on a day. */
export async function frozenCounty(names: readonly string[] = ["甲镇", "乙镇"]) {
  const county = await createCounty([...names]);
  const admin = callerAs("countyAccountAdmin", county);
  const hire = async (displayName: string): Promise<Person> => {
    const username = `staff-${randomUUID().slice(0, 8)}`;
    const { id } = await admin.accounts.create({
      ...{ idempotencyKey: newKey(), username, displayName, role: "countyStaff", townshipId: null },
    });
    return { id, name: displayName };
  };
  const [home, other] = county.townships as [TestTownship, TestTownship];
  for (const town of [home, other])
    await recordIn(county, town, async (add) => {
      await add.session(await add.term(), 1, `${year}-01-13`, { totals: [95, 100] });
      await add.meeting(`${year}-02-10`, { totals: [9, 9] });
    });
  const people = [await hire("张三"), await hire("李四"), await hire("王五"), await hire("赵六")] as [
    ...[Person, Person, Person, Person],
  ];
  const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day));
  await staff(`${year}-03-01`).assessments.adoptDefaultScheme({ year, idempotencyKey: newKey() });
  await staff("2026-01-05").assessments.freezeYear({ year, note: null, idempotencyKey: newKey() });
  return { county, home, other, people };
}

/** Somebody of the county by name, so that it is known again. */
export const as = (county: TestCounty, { id, name }: Person, day: string) =>
  callerOf({ ...sessionAs("countyStaff", county), accountId: id, displayName: name }, noon(day)).cycles;

export const office = (county: TestCounty, town: TestTownship, day: string) =>
  callerAs("townshipStaff", county, town, noon(day)).cycles;

/** A command of the county on the year. */
export const change = <Rest extends object>(rest: Rest) => ({ year, idempotencyKey: newKey(), ...rest });

/** A command of a township's on its year. */
export const own = <Rest extends object>(town: TestTownship, rest: Rest) => ({
  ...{ township: town.code, year, idempotencyKey: newKey() },
  ...rest,
});

/** The same of one of its townships. */
export const ofTown = <Rest extends object>({ code: of }: TestTownship, rest: Rest) =>
  change({ of, ...rest });

type World = Awaited<ReturnType<typeof frozenCounty>>;
type Stage = "selfAssessment" | "review" | "preliminary" | "appeal" | "archived";
const seats = ["first", "second", "moderator"] as const;

/** What is done again and again on the way through a cycle; who is not named is somebody who reviews nobody. */
export function walking(world: () => World) {
  const at = (day: string, who: Person = world().people[3]) => as(world().county, who, day);
  const home = (day: string) => office(world().county, world().home, day);
  const shown = async (day: string) => {
    const { cycle } = await at(day).cycle({ year });
    if (cycle === null) throw new Error("the year is frozen");
    return cycle;
  };
  return {
    ...{ at, home, shown },
    begin: async (day: string, stage: Stage) =>
      at(day).beginStage(change({ stage, version: (await shown(day)).version })),
    seat: (day: string, index: 0 | 1 | 2, who: Person, of = world().home.code) =>
      at(day).seatReviewer(change({ of, seat: seats[index], accountId: who.id })),
    points: (who: Person, code: string, value: number, version: number | null = null) =>
      at("2026-01-20", who).opine(
        ofTown(world().home, {
          ...{ kind: "indicator" as const, code, value, reason: `${who.name}核对了原件`, version },
        }),
      ),
    hand: (who: Person, of = world().home.code) => at("2026-01-20", who).submitReview(change({ of })),
    owned: async (day: string) => {
      const { own: answer } = await home(day).own({ township: world().home.code, year });
      if (answer === null) throw new Error("the year is frozen");
      return answer;
    },
  };
}
