import { addDays, type Day } from "@/lib/dates";
import type { createCaller } from "@/server/trpc/root";
import { ask, raise } from "./asked";
import { callTogether } from "./exchange";
import { commission } from "./joint";
import { inTouch } from "./liaison";
import { exchange } from "./practices";
import type { Tenant } from "./seed";
import type { Records } from "./world";

type Caller = ReturnType<typeof createCaller>;
type Office = Tenant & { records: Records };
type Given = {
  as: (person: {
    role: "countyStaff" | "townshipStaff" | "townshipChair";
    township?: Tenant;
  }) => (day: Day) => Caller;
  own: Office;
  other: Office;
  today: Day;
  key: () => { idempotencyKey: string };
};

/** What the county and its townships have to do with one another: tasks, meetings, notices and requests, practices, data asked for. */
export async function amongOffices({ as, own, other, today, key }: Given): Promise<Record<string, string>> {
  const county = as({ role: "countyStaff" });
  const staff = as({ role: "townshipStaff", township: own });
  const chairOf = (township: Tenant) => as({ role: "townshipChair", township });
  const policyOf = ({ code, records }: Office) => ({ code, policy: records["policy"] ?? "" });
  // The neighbour's practice was taken over long enough ago to say what came of it.
  const begun = addDays(today, -60);
  const offices = {
    ...{ own: policyOf(own), ofOwn: staff(today), chair: chairOf(own)(today), ofOwnThen: staff(begun) },
    ...{ ofOther: policyOf(other), otherChair: chairOf(other)(begun), office: county(begun) },
  };
  return {
    ...(await commission(county(today), own.id, today, key)),
    ...(await callTogether(county(today), own.id, today, key)),
    ...(await inTouch({ county, office: staff, township: own, today, key })),
    ...(await exchange(offices, begun, key)),
    ...(await ask(county(today), own.id, today, key)),
    ...(await raise(staff(today), own.code, own.records.finding, key)),
  };
}
