import type { Day } from "@/lib/dates";
import { wordsIn } from "@/lib/likeness";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

/** Something that an opinion became, and that is answered in its own place. */
export type Carrier = {
  type: "suggestion" | "petition";
  id: string;
  title: string;
  answeredOn: Day | null;
  answer: string | null;
};

/** What a step of an opinion asks for. @property carrier what it became, as long as that stands */
export type OpinionFacts = {
  occurredOn: Day;
  answeredOn: Day | null;
  ratedOn: Day | null;
  carrier: Carrier | null;
};

/** The day the voter had an answer: the office's own, or that of what the opinion became, whichever came first. */
export function answeredDay({
  answeredOn,
  carrier,
}: Pick<OpinionFacts, "answeredOn" | "carrier">): Day | null {
  const days = [answeredOn, carrier?.answeredOn ?? null].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

const dayFits = (field: string, label: string, day: Day, from: Day, what: string, today: Day): Decision => {
  if (day > today) return about(field, deny(`${label} ${day} 还没到，请到当天或之后再登记。`));
  return day < from ? about(field, deny(`${label}不能早于${what} ${from}，请核对。`)) : allow;
};

/**
 * An answer follows the opinion, and what the voter said of it follows the answer; one that stands may be corrected [R58].
 * @param facts with the day of the rating that stands beside the answer
 */
export function mayAnswer(facts: OpinionFacts, answeredOn: Day, today: Day): Decision {
  const { occurredOn, ratedOn, carrier } = facts;
  const answered = answeredDay({ answeredOn, carrier }) ?? answeredOn;
  return firstDenial(
    dayFits("answeredOn", "答复日期", answeredOn, occurredOn, "收到日期", today),
    ratedOn !== null && answered > ratedOn
      ? about("answeredOn", deny(`答复日期不能晚于评价日期 ${ratedOn}，请核对；评价日期有误的，先更正评价。`))
      : allow,
  );
}

/** Fewer letters than these tell no voter anything. */
const fewestWords = 3;

/** The voter is told what was done, in words [R58]. */
export const tellsTheVoter = (answer: string): Decision =>
  wordsIn(answer) < fewestWords
    ? about(
        "answer",
        deny(`请写明怎样答复的，至少 ${fewestWords} 个字；已转有关单位的，写明转给谁、何时办结。`),
      )
    : allow;

/** Only who has an answer can be content with it [R58]. */
export function mayRate(facts: OpinionFacts, ratedOn: Day, today: Day): Decision {
  const answered = answeredDay(facts);
  return answered === null
    ? deny("还没有答复，选民无从评价。请先登记答复。")
    : dayFits("ratedOn", "评价日期", ratedOn, answered, "答复日期", today);
}

/** The words of what became a petition are the petition's, and told to those alone who may see it [R60]. */
export const hasItsWords = (carrier: Carrier | null): Decision =>
  carrier?.type === "petition" ? deny("这条意见已经转为信访件，内容和答复请到信访件里登记、更正。") : allow;

/** An opinion becomes one thing: it is worked on and answered there [R58]. */
export const mayBecome = ({ carrier }: Pick<OpinionFacts, "carrier">): Decision =>
  carrier === null ? allow : deny(`这条意见已经转为「${carrier.title}」，请到那里办理；误转的先作废那一件。`);

type Heard = { occurredOn: Day; stationId: string | null };

/** What was heard on a reception day was received that day, at its station [R58]. */
export function heardThere({ occurredOn, stationId }: Heard, reception: Heard | null): Decision {
  if (reception === null) return allow;
  if (occurredOn !== reception.occurredOn)
    return about(
      "occurredOn",
      deny(`所选接待日是 ${reception.occurredOn}，收到日期是 ${occurredOn}，请核对。`),
    );
  return stationId === reception.stationId
    ? allow
    : about("stationId", deny("联络站与所选接待日的不同，请核对。"));
}

/** What stands in the way of a correction: the steps that were taken. */
export const keepsBeforeAnswer = (occurredOn: Day, answeredOn: Day | null): Decision =>
  answeredOn !== null && occurredOn > answeredOn
    ? about(
        "occurredOn",
        deny(`收到日期不能晚于答复日期 ${answeredOn}，请核对；答复日期有误的，先更正答复。`),
      )
    : allow;
