import { fitsRoster } from "@/domains/deputies/rules/roster";
import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

export type RatingCounts = {
  issued: number;
  returned: number;
  satisfied: number;
  basic: number;
  unsatisfied: number;
};

export type RatingFacts = RatingCounts & {
  year: number;
  occurredOn: Day;
  deputyIds: readonly string[];
  /** deputies of the township in office that day; 0 where no mandates were entered */
  inOffice: number;
};

/** What was chosen by the year's ballots and is rated: one project, or all of them. */
export type Rated = { name: string | null; year: number; chosenOn: Day | null };

/** @property whole the day of a rating of all the year's projects; @property single of one of the same project, or of any */
export type OtherRatings = { whole: Day | null; single: Day | null };

function countsFit({ issued, returned, satisfied, basic, unsatisfied }: RatingCounts): Decision {
  if (returned > issued)
    return about("returned", deny(`收回 ${returned} 张多于发出 ${issued} 张，测评无效，请核对票数。`));
  if (returned === 0) return about("returned", deny("没有收回测评票的，不算测评；请核对收回票数。"));
  const sum = satisfied + basic + unsatisfied;
  return sum <= returned
    ? allow
    : deny(
        `满意 ${satisfied} + 基本满意 ${basic} + 不满意 ${unsatisfied} = ${sum} 票，多于收回 ${returned} 张，请核对票数。`,
      );
}

export function mayRate(rating: RatingFacts, rated: Rated, others: OtherRatings): Decision {
  const { issued, inOffice, occurredOn, deputyIds, year } = rating;
  const what = rated.name === null ? `${year}年` : `「${rated.name}」`;
  const named = deputyIds.length;
  return firstDenial(
    rated.year === year ? allow : about("year", deny(`${what}是 ${rated.year} 年的项目，请核对年度。`)),
    rated.chosenOn === null ? deny(`${what}没有票决入选的项目，不能测评；请先登记票决。`) : allow,
    rated.chosenOn !== null && occurredOn < rated.chosenOn
      ? about("occurredOn", deny(`测评日期不能早于票决日期（${rated.chosenOn}），请核对。`))
      : allow,
    fitsRoster({ field: "issued", said: `发出 ${issued} 张`, who: "本级代表" }, issued, inOffice),
    named > issued ? about("deputyIds", deny(`列名 ${named} 人多于发出的 ${issued} 张票，请核对。`)) : allow,
    countsFit(rating),
    others.whole === null
      ? allow
      : deny(`${year}年的全部项目已在 ${others.whole} 测评，请修改那一条，不要重复登记。`),
    others.single === null
      ? allow
      : deny(
          rated.name === null
            ? `${year}年已按项目逐个测评（${others.single}），不能再登记合并测评。`
            : `${what}已在 ${others.single} 测评，请修改那一条，不要重复登记。`,
        ),
  );
}
