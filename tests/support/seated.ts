import { randomUUID } from "node:crypto";
import { type Day, utcOf } from "@/lib/dates";
import { newRecord } from "@/server/db/record";
import { withTownshipScope } from "@/server/db/scope";
import type { TestCounty, TestTownship } from "./tenants";

export type Seat = { name: string; pinyin?: string; startsOn?: Day; endsOn?: Day | null; level?: string };

/** Deputies with a mandate each, put in behind the screens; their ids in the order given. */
export async function seatDeputies(
  county: TestCounty,
  township: TestTownship,
  seats: readonly Seat[],
): Promise<string[]> {
  const actor = { accountId: randomUUID(), name: "测试", role: "townshipStaff", ip: null, requestId: null };
  return withTownshipScope(
    { as: "township", countyId: county.id, townshipId: township.id },
    { actor, now: new Date(), readOnly: false },
    async (scope) => {
      const ids: string[] = [];
      for (const {
        name,
        pinyin = name,
        startsOn = "2022-01-01",
        endsOn = null,
        level = "township",
      } of seats) {
        const deputy = newRecord(scope, { occurredOn: startsOn });
        const names = { name, pinyin, initials: pinyin.slice(0, 1) };
        await scope.tx.deputy.create({ data: { ...deputy, ...names } });
        const span = {
          startsOn: utcOf(startsOn),
          endsOn: endsOn === null ? null : utcOf(endsOn),
          endReason: endsOn === null ? null : "termEnd",
        };
        await scope.tx.mandate.create({
          data: {
            ...newRecord(scope, { occurredOn: startsOn }),
            deputyId: deputy.id,
            level,
            termName: "第十九届",
            ...span,
          },
        });
        ids.push(deputy.id);
      }
      return ids;
    },
  );
}
