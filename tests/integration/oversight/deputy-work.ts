import { personKeys } from "@/server/names/pinyin";
import { on, Rows } from "./rows";

type Received = ReturnType<Rows["record"]> & {
  stationId: string;
  visitors: number | null;
  note?: string | null;
};

/** Rows of what deputies do among the voters and in their groups. */
export class DeputyWork extends Rows {
  async group(name: string, formedOn: string): Promise<string> {
    return (await this.tx.deputyGroup.create({ data: { ...this.record(formedOn, {}), name } })).id;
  }

  async groupActivity(
    groupId: string,
    day: string,
    more: { voided?: boolean; came?: readonly string[] } = {},
  ): Promise<void> {
    const { came = [await this.somebody()], ...record } = more;
    const data = { ...this.record(day, record), groupId, topic: `活动${day}`, kind: "study" };
    const { id } = await this.tx.groupActivity.create({ data });
    for (const deputyId of came)
      await this.tx.groupActivityDeputy.create({ data: { ...this.line(), groupActivityId: id, deputyId } });
  }

  async signed(suggestionId: string, deputyId: string): Promise<void> {
    await this.tx.suggestionSigner.create({ data: { ...this.line(), suggestionId, deputyId } });
  }

  async dutyReport(deputyId: string, day: string, more: { voided?: boolean } = {}): Promise<void> {
    await this.tx.dutyReport.create({ data: { ...this.record(day, more), deputyId } });
  }

  async station(opened: string): Promise<string> {
    const facts = { name: "中心联络站", kind: "liaisonStation", startsOn: on(opened) };
    return (await this.tx.station.create({ data: { ...this.record(opened, {}), ...facts } })).id;
  }

  async reception(stationId: string, day: string, more: { voided?: boolean } = {}): Promise<void> {
    await this.received({ ...this.record(day, more), stationId, visitors: 3 });
  }

  /** A reception as it stands, and who received. */
  async received(data: Received): Promise<void> {
    const { id: receptionId } = await this.tx.reception.create({ data });
    const deputyId = await this.somebody();
    await this.tx.receptionDeputy.create({ data: { ...this.line(), receptionId, deputyId } });
  }

  private nobody: string | null = null;

  /** Whoever it was that came, where a test asks no more than that: somebody of no mandate, whom no figure counts. */
  private async somebody(): Promise<string> {
    const data = { ...this.record("2022-01-10", {}), name: "无关", ...personKeys("无关") };
    this.nobody ??= (await this.tx.deputy.create({ data })).id;
    return this.nobody;
  }

  async opinion(day: string, more: { answered?: string; voided?: boolean; suggestionId?: string }) {
    const { answered, suggestionId = null, ...record } = more;
    const said = answered === undefined ? {} : { answeredOn: on(answered), answeredEnteredOn: on(answered) };
    const facts = { topic: "水渠漏水", category: "water", channel: "reception", suggestionId };
    await this.tx.voterOpinion.create({ data: { ...this.record(day, record), ...facts, ...said } });
  }
}

type Seated = { one: string; two: string; three: string; former: string };

/** Of each kind what should count, and beside it one of each thing that must not. */
export async function fillDeputyWork(add: DeputyWork, { one, two, three, former }: Seated): Promise<void> {
  const [first, second] = [
    await add.group("第一小组", "2022-01-01"),
    await add.group("第二小组", "2022-01-01"),
  ];
  await add.group("第三小组", "2026-12-01");
  for (const day of ["2026-02-01", "2026-04-01", "2026-06-01", "2026-08-01"])
    await add.groupActivity(first, day);
  await add.groupActivity(second, "2026-03-01");
  await add.groupActivity(second, "2026-04-01", { voided: true });

  const station = await add.station("2022-01-01");
  await add.reception(station, "2026-01-15");
  await add.reception(station, "2026-01-20");
  await add.reception(station, "2026-03-15");
  await add.reception(station, "2026-04-15", { voided: true });

  await add.opinion("2026-01-10", { answered: "2026-02-09" });
  await add.opinion("2026-01-11", { answered: "2026-02-20" });
  await add.opinion("2026-02-01", {});
  await add.opinion("2026-11-01", {});
  await add.opinion("2026-11-02", { answered: "2026-11-03" });
  await add.opinion("2026-03-01", { answered: "2026-03-02", voided: true });

  await add.dutyReport(one, "2024-05-10");
  await add.dutyReport(one, "2026-05-10");
  await add.dutyReport(two, "2026-06-10");
  await add.dutyReport(former, "2026-01-10");
  await add.dutyReport(three, "2026-06-11", { voided: true });
}
