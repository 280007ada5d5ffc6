import { type Day, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { fewest } from "./merged";
import { type PartFacts, partStateOf } from "./progress";

/** Of which congress the deputies are who cast the ballots. */
export const ratingLevels = ["township", "county", "city"] as const;
export type RatingLevel = (typeof ratingLevels)[number];

export type Ballots = {
  bureau: string;
  issued: number;
  returned: number;
  satisfied: number;
  basic: number;
  dissatisfied: number;
  abstained: number;
};

function ballotsAddUp(one: Ballots): Decision {
  const { bureau, issued, returned, satisfied, basic, dissatisfied, abstained } = one;
  const sum = satisfied + basic + dissatisfied + abstained;
  if (sum !== returned)
    return deny(`${bureau}：满意、基本满意、不满意、弃权合计 ${sum} 票，与收回 ${returned} 票不符，请核对。`);
  return returned <= issued ? allow : deny(`${bureau}：收回 ${returned} 票多于发出 ${issued} 票，请核对。`);
}

/** @property inOffice deputies of the level in office in the township on the day */
type Rated = {
  ratedOn: Day;
  year: number;
  inOffice: number;
  lines: readonly Ballots[];
  bureaus: readonly string[];
};

/** Once the task is accepted and as long as its result is open. */
export function mayWriteBallots(part: PartFacts): Decision {
  const state = partStateOf(part);
  if (state === "accepted" || state === "returned") return allow;
  return deny(
    state === "waiting" ? "请先接受任务，再填票数。" : "成果已经提交或任务已经结束，票数不能再改。",
  );
}

/** Every bureau once, with ballots that add up, and no more of them than there are deputies. */
export function mayRate(
  part: PartFacts,
  { ratedOn, year, inOffice, lines, bureaus }: Rated,
  today: Day,
): Decision {
  const names = lines.map(({ bureau }) => bureau);
  const strange = names.find((name) => !bureaus.includes(name));
  const left = bureaus.filter((name) => !names.includes(name));
  return firstDenial(
    mayWriteBallots(part),
    ratedOn <= today && yearOf(ratedOn) === year
      ? allow
      : about("ratedOn", deny(`请填 ${year} 年已经过去的评议日期。`)),
    strange === undefined ? allow : deny(`“${strange}”不在县人大定的评议名单里，请核对名称。`),
    new Set(names).size === names.length ? allow : deny("有部门填了两次，请只留一行。"),
    left.length === 0 ? allow : deny(`还缺${left.join("、")}的票数，请一次填全。`),
    ...lines.map(ballotsAddUp),
    ...lines.map(({ bureau, issued }) =>
      issued <= inOffice
        ? allow
        : deny(
            `${bureau}：发出 ${issued} 票，多于当天在任的代表 ${inOffice} 人，请核对票数、日期或代表名册。`,
          ),
    ),
  );
}

/** What is handed in of a rating are its ballots. @param rated how many lines of ballots there are */
export const mayHandInBallots = (kind: string, bureaus: number, rated: number): Decision =>
  kind === "rating" && bureaus > 0 && rated === 0 ? deny("请先填报评议票数，再提交成果。") : allow;

/** Which bureaus are rated stands fixed once somebody has rated them. */
export const mayNameBureaus = (kind: string, state: string, rated: number): Decision =>
  firstDenial(
    kind === "rating" ? allow : deny("只有评议任务要定被评部门。"),
    state === "draft" || state === "issued" ? allow : deny("任务已经汇总、办结或撤回，不能再改。"),
    rated === 0 ? allow : deny("已经有乡镇填了票数，被评部门不能再改。"),
  );

/** @property group whose ballots: a township's code, a class, a level */
export type Cast = Ballots & { level: RatingLevel; township: string; name: string; class: number | null };

/** @property voiced who did not abstain: who did said nothing of the bureau */
export type Sum = Omit<Ballots, "bureau"> & { voiced: number };
const none: Sum = {
  issued: 0,
  returned: 0,
  satisfied: 0,
  basic: 0,
  dissatisfied: 0,
  abstained: 0,
  voiced: 0,
};
const added = (all: readonly Cast[]): Sum =>
  all.reduce<Sum>(
    (so, one) => ({
      issued: so.issued + one.issued,
      returned: so.returned + one.returned,
      satisfied: so.satisfied + one.satisfied,
      basic: so.basic + one.basic,
      dissatisfied: so.dissatisfied + one.dissatisfied,
      abstained: so.abstained + one.abstained,
      voiced: so.voiced + one.returned - one.abstained,
    }),
    none,
  );

/** Better first: by the share of 满意, then of 基本满意, as exact fractions. */
function better(one: Sum, other: Sum): number {
  const [n, m] = [one.voiced, other.voiced];
  if (n === 0 || m === 0) return Number(n === 0) - Number(m === 0);
  return (
    other.satisfied * n - one.satisfied * m ||
    (other.satisfied + other.basic) * n - (one.satisfied + one.basic) * m
  );
}

/**
 * Groups whose ballots may be shown singly: those with at least five. Where only one is too small it could be told from
 * the sum, so that the next smallest is kept back with it.
 */
export function shownGroups<Group extends { returned: number }>(groups: readonly Group[]): Set<Group> {
  const byNumber = groups
    .filter(({ returned }) => returned > 0)
    .toSorted((one, other) => one.returned - other.returned);
  const few = byNumber.filter(({ returned }) => returned < fewest).length;
  return new Set(byNumber.slice(few === 1 ? 2 : few));
}

const groupsBy = (casts: readonly Cast[], key: (cast: Cast) => string) => {
  const groups = [...new Set(casts.map(key))].map((name) => {
    const own = casts.filter((one) => key(one) === name);
    return { name, ...added(own) };
  });
  const shown = shownGroups(groups);
  return {
    shown: groups.filter((group) => shown.has(group)),
    kept: groups.filter((group) => !shown.has(group)).map(({ name }) => name),
  };
};

/** Each bureau's ballots of the whole county, its place, and by level, class and township what may be shown. */
export function ratingResults(bureaus: readonly string[], casts: readonly Cast[]) {
  const rows = bureaus.map((bureau) => {
    const own = casts.filter((one) => one.bureau === bureau);
    return {
      bureau,
      ...added(own),
      levels: groupsBy(own, ({ level }) => level),
      classes: groupsBy(own, (one) => (one.class === null ? "" : String(one.class))),
      townships: groupsBy(own, ({ name }) => name),
    };
  });
  const ranked = rows.filter((row) => row.voiced >= fewest);
  return rows
    .map((row) => ({
      ...row,
      rank: ranked.includes(row) ? 1 + ranked.filter((other) => better(other, row) < 0).length : null,
      tied: ranked.includes(row) && ranked.some((other) => other !== row && better(other, row) === 0),
    }))
    .toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
}
