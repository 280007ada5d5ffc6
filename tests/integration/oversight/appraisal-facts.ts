import type { Tx } from "@/server/db/tx";
import { personKeys } from "@/server/names/pinyin";

type Keys = { countyId: string; townshipId: string; id: string };
type Kept = Keys & { occurredOn: Date; enteredAt: Date; enteredBy: string; enteredByName: string };
type Rows = { line: () => Keys; record: (day: string, more: { voided?: boolean }) => Kept };

/**
 * 2026's two rounds judged 甲站 twice and 乙村, which no kind asks for, once; 丙站 was left out, 丁站 wants none. Of 40 ballots
 * given out 33 came back.
 */
export async function addAppraisals(tx: Tx, { line, record }: Rows): Promise<void> {
  const unit = async (name: string, kind: string, appraised: boolean | null = null) => {
    const data = { ...record("2022-01-10", {}), ...personKeys(name), name, kind, appraised };
    return (await tx.handlingUnit.create({ data })).id;
  };
  const [first, village] = [await unit("甲站", "department"), await unit("乙村", "village")];
  await unit("丙站", "department");
  await unit("丁站", "institution", false);
  const round = async (day: string, quarter: string, returned: number, units: string[], voided = false) => {
    const data = { year: 2026, quarter, mode: "visit", issued: 20, returned };
    const { id } = await tx.appraisal.create({ data: { ...record(day, { voided }), ...data } });
    await tx.appraisalLine.createMany({
      data: units.map((unitId) => ({ ...line(), appraisalId: id, unitId, score: 90 })),
    });
  };
  await round("2026-03-20", "q1", 18, [first]);
  await round("2026-06-20", "q2", 15, [first, village]);
  await round("2026-09-20", "q3", 20, [first], true);
}
