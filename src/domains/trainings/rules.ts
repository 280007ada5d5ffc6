import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { training } from "./record";

type Facts = Pick<FactsOf<typeof training>, "topic" | "occurredOn">;

/** Who took part is known when it is over. */
export const hasBeenHeld = ({ occurredOn }: Facts, today: Day): Decision =>
  occurredOn <= today ? allow : about("occurredOn", deny(`培训日期 ${occurredOn} 还没到，请在培训后登记。`));

/** One training is entered once. @param others without the record itself */
export const isEnteredOnce = ({ topic, occurredOn }: Facts, others: readonly Facts[]): Decision =>
  !others.some((other) => other.topic === topic && other.occurredOn === occurredOn)
    ? allow
    : about(
        "topic",
        deny(
          `${occurredOn} 的培训「${topic}」已经登记，请修改那一条；确是另一场的，请在主题中写明（如 第二场）。`,
        ),
      );

export type Trained = { trainings: number; trained: number; inOffice: number };

/** How many trainings the year had, and how many of those in office took part in none [R49]. */
export function trainingOfYear(figures: Trained | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年的代表培训还没有登记` };
  const { trainings, trained, inOffice } = figures;
  const missing = inOffice - trained;
  return {
    text: `培训 ${trainings} 次，在任代表 ${inOffice} 人，其中 ${trained} 人参加过`,
    gap: missing > 0 ? `${missing} 名代表${year}年还没有参加培训` : null,
  };
}
