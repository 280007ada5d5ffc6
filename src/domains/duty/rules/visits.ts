import { about, allow, type Decision, deny } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import { type deputyVisit, mostHouseholds } from "../record";

type Visit = FactsOf<typeof deputyVisit>;

const householdsOf = ({ kind, households }: Visit): number =>
  kind === "visit" || kind === "help" ? (households ?? 1) : 0;

/** What one deputy did on one day stays within what one person can do [R43]. @param others visits of the same day */
export function visitsFit(facts: Visit, others: readonly Visit[]): Decision {
  const { deputyId, occurredOn } = facts;
  const beside = others.filter((other) => other.deputyId === deputyId && other.occurredOn === occurredOn);
  const all = [facts, ...beside].reduce((sum, one) => sum + householdsOf(one), 0);
  return householdsOf(facts) > 0 && all > mostHouseholds
    ? about(
        "households",
        deny(
          `这位代表 ${occurredOn} 合计走访、帮扶 ${all} 户，一人一天最多登记 ${mostHouseholds} 户；分几天或几人走访的，请按实际分别登记。`,
        ),
      )
    : allow;
}
