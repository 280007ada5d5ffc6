import "server-only";
import { livingOf, recordReads, type Stored } from "@/domains/records/data/reads";
import { petitionsCalled } from "@/domains/petitions/data/answers";
import { lawChoiceOfRow } from "@/domains/tenancy/data";
import { type LawChoice, lawRule } from "@/domains/tenancy/rules/law";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { maskedPhone } from "@/lib/phone";
import type { FactsOf } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { dateOrNull } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { opinionStateLabels, type Satisfaction, satisfactionLabels } from "../labels";
import { voterOpinion } from "../record";
import { answeredDay, type Carrier, mayBecome, mayRate } from "../rules/opinions";
import type { BehindInput } from "../schema";
import { answeredOnOf, carrierJson } from "./carried";

const { sql } = Prisma;
const r = sql`r`;

type Facts = FactsOf<typeof voterOpinion>;

/** What was written of an opinion after it was registered, and what it became. */
type Steps = {
  answeredOn: Day | null;
  answer: string | null;
  satisfaction: Satisfaction | null;
  ratedOn: Day | null;
  carrier: Carrier | null;
};

const steps = sql`, to_char(r.answered_on, 'YYYY-MM-DD') AS "answeredOn", r.answer, r.satisfaction,
  to_char(r.rated_on, 'YYYY-MM-DD') AS "ratedOn", ${carrierJson(r)} AS carrier`;
const law = sql`, ${lawChoiceOfRow(r)} AS law`;

/** There were no rules before the people's congresses of the townships; what was said earlier is judged by the first. */
export const rulesSince: Day = "1979-07-01";

type Judged = { occurredOn: Day; law: LawChoice };
export const answerDueOn = ({ occurredOn, law: choice }: Judged): Day =>
  addDays(
    occurredOn,
    lawRule(choice, "opinion.answerDays", occurredOn < rulesSince ? rulesSince : occurredOn).value,
  );

/** What a list shows of an opinion beside its facts. */
export type OpinionStanding = {
  answered: Day | null;
  dueOn: Day;
  satisfaction: Satisfaction | null;
  raised: boolean;
};

/** The opinion with its steps, for a change of it. */
export async function loadOpinion(scope: TownshipScope, id: string) {
  const stored = await livingOf<typeof voterOpinion, Steps>(voterOpinion, scope, id, steps);
  const { facts, answeredOn, answer, satisfaction, ratedOn, carrier } = stored;
  /** as the columns take it */
  const kept = { answeredOn: dateOrNull(answeredOn), answer, satisfaction, ratedOn: dateOrNull(ratedOn) };
  return { id, facts, kept, judged: { occurredOn: facts.occurredOn, answeredOn, ratedOn, carrier } };
}

function detailOf(stored: Stored<typeof voterOpinion> & Steps & { law: LawChoice }, { now }: TownshipReader) {
  const { facts, answeredOn, answer, satisfaction, ratedOn, carrier, law: choice } = stored;
  // The voter's number is shown to whoever says why, and never with the record [PIPL].
  const shown: Facts = { ...facts, voterPhone: null };
  return {
    ...{ facts: shown, phoneMasked: maskedPhone(facts.voterPhone) },
    ...{ answeredOn, answer, satisfaction, ratedOn, carrier },
    answered: answeredDay({ answeredOn, carrier }),
    dueOn: answerDueOn({ occurredOn: facts.occurredOn, law: choice }),
    today: dayOf(now),
    mayRate: mayRate({ occurredOn: facts.occurredOn, answeredOn, ratedOn, carrier }, dayOf(now), dayOf(now)),
    mayBecome: mayBecome({ carrier }),
  };
}

type Raw = Omit<OpinionStanding, "dueOn"> & { law: LawChoice };

export const opinionReads = recordReads<
  typeof voterOpinion,
  OpinionStanding,
  ReturnType<typeof detailOf>,
  Raw
>(voterOpinion, {
  list: {
    select: sql`, to_char(${answeredOnOf(r)}, 'YYYY-MM-DD') AS answered, r.satisfaction, ${carrierJson(r)} IS NOT NULL AS raised ${law}`,
    where: {
      state: (code) => sql`(${answeredOnOf(r)} IS NULL) = (${code}::text = 'waiting')`,
    },
  },
  tell: ({ law: choice, ...row }) => ({
    ...row,
    dueOn: answerDueOn({ occurredOn: row.occurredOn, law: choice }),
  }),
  sheet: [
    {
      column: { header: "状态", width: 10 },
      cell: ({ answered }) => opinionStateLabels[answered === null ? "waiting" : "answered"],
    },
    { column: { header: "答复日期", width: 12, kind: "day" }, cell: ({ answered }) => answered },
    {
      column: { header: "选民满意度", width: 12 },
      cell: ({ satisfaction }) => (satisfaction === null ? null : satisfactionLabels[satisfaction]),
    },
  ],
  called: [petitionsCalled],
  detail: { select: () => sql`${steps} ${law}`, tell: detailOf },
});

/** The voter's whole number, for whoever has said why. */
export async function phoneOf(scope: TownshipScope, { id }: { id: string }) {
  const { facts } = await livingOf(voterOpinion, scope, id);
  return { phone: facts.voterPhone };
}

/** The opinions that a suggestion was made of, or that were heard at a reception: the way back from it. */
export function opinionsBehind(scope: TownshipReader, { id }: BehindInput) {
  return scope.tx.$queryRaw<{ id: string; topic: string; occurredOn: Day }[]>`
    SELECT r.id, r.topic, to_char(r.occurred_on, 'YYYY-MM-DD') AS "occurredOn" FROM voter_opinion r
    WHERE r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid AND r.voided_at IS NULL
      AND ${id}::uuid IN (r.suggestion_id, r.reception_id) ORDER BY r.occurred_on, r.id LIMIT 100`;
}
