import { mostHouseholds } from "@/domains/duty/record";
import { addDays } from "@/lib/dates";
import type {
  ReportedContact,
  ReportedFund,
  ReportedGroupActivities,
  ReportedVisit,
} from "../../fixtures/reports/report";
import type { Desk } from "./enter";

const noteOf = ({ source, dayNote }: { source: string; dayNote: string | null }) =>
  dayNote === null ? source : `${source};${dayNote}`;

/** Stations with a reception each over which the visitors are spread, and the opinions by what they were about. */
export async function enterContact(desk: Desk, told: ReportedContact): Promise<void> {
  const { chair, key, deputies, report } = desk;
  const { stations, visitors, occurredOn } = told;
  const { receivers, visitorsAbout, fixedDay, unheld } = told;
  const shareOf = (total: number, ordinal: number) =>
    Math.floor(total / stations.count) + (ordinal <= total % stations.count ? 1 : 0);
  const sourceNote = noteOf(told);
  for (let ordinal = 1; ordinal <= stations.count; ordinal += 1) {
    const facts = {
      name: `第${ordinal}${stations.name}`,
      kind: stations.kind,
      startsOn: report.period.from,
      fixedDay,
    };
    const { id: stationId } = await chair.stations.create({ ...key(), ...facts, sourceNote });
    if (unheld) continue;
    const day = { stationId, occurredOn, visitors: shareOf(visitors, ordinal), visitorsAbout, sourceNote };
    const who =
      receivers === undefined
        ? { deputyIds: deputies.slice(0, 1) }
        : { unnamed: shareOf(receivers, ordinal) };
    await chair.receptions.create({ ...key(), ...day, ...who });
  }
  for (const { category, count } of told.opinions)
    for (let ordinal = 1; ordinal <= count; ordinal += 1)
      await enterOpinion(desk, told, { category, topic: `报告所记意见(内容未载)${category}${ordinal}` });
}

type Opinion = { category: ReportedContact["opinions"][number]["category"]; topic: string };

async function enterOpinion({ chair, key }: Desk, told: ReportedContact, opinion: Opinion): Promise<void> {
  const { channel, occurredOn, satisfied } = told;
  const facts = { ...opinion, channel, occurredOn, sourceNote: noteOf(told) };
  const { id } = await chair.opinions.create({ ...key(), ...facts });
  if (!satisfied) return;
  const answer = { answer: "报告未载", answeredOn: occurredOn, satisfaction: "satisfied" } as const;
  await chair.opinions.answer({ ...key(), id, version: 1, ...answer });
}

/** What the deputies' groups did; of which group, on what day and about what is not told. */
export async function enterGroupActivities(desk: Desk, told: ReportedGroupActivities): Promise<void> {
  const { chair, key, deputies, report } = desk;
  const group = { name: "报告未载的代表小组", occurredOn: report.period.from, sourceNote: told.source };
  const { id: groupId } = await chair.groups.create({ ...key(), ...group });
  for (let ordinal = 1; ordinal <= told.count; ordinal += 1)
    await chair.groupActivities.create({
      ...key(),
      ...{ groupId, topic: `第${ordinal}次小组活动`, kind: "other", occurredOn: told.occurredOn },
      ...{ deputyIds: deputies.slice(0, 1), sourceNote: noteOf(told) },
    });
}

/** By the deputies of the roster in turn, as many a day as may be: who went where is not told. */
export async function enterVisit({ chair, key, deputies }: Desk, told: ReportedVisit): Promise<void> {
  const { kind, households, occurredOn } = told;
  const sourceNote = noteOf(told);
  for (let left = households, turn = 0; left > 0; left -= mostHouseholds, turn += 1) {
    const deputyId = deputies[turn % deputies.length] ?? "";
    const day = addDays(occurredOn, -Math.floor(turn / deputies.length));
    const facts = { deputyId, kind, households: Math.min(left, mostHouseholds), occurredOn: day, sourceNote };
    await chair.deputyVisits.create({ ...key(), ...facts });
  }
}

export async function enterFund({ chair, key }: Desk, told: ReportedFund): Promise<void> {
  const { purpose, year, budgeted, occurredOn } = told;
  await chair.funds.create({ ...key(), purpose, year, budgeted, occurredOn, sourceNote: noteOf(told) });
}
