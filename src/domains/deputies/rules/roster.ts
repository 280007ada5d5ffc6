import { type Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import { naturalKey } from "@/lib/natural-order";
import { nameKey } from "@/lib/person-name";
import { oneForm } from "@/lib/text";

/** Highest first: the order in which a person's levels are told. */
export const levels = ["national", "province", "city", "county", "township"] as const;
export type Level = (typeof levels)[number];

export const endReasons = ["resigned", "recalled", "moved", "died", "terminated", "termEnd"] as const;
export type EndReason = (typeof endReasons)[number];

export const groupRoles = ["leader", "deputyLeader", "member"] as const;
export type GroupRole = (typeof groupRoles)[number];

export const genders = ["male", "female"] as const;
export type Gender = (typeof genders)[number];

/** A period both of whose days belong to it; an open end means "until further notice". */
export type Period = { startsOn: Day; endsOn: Day | null };
export type MandateFact = Period & { level: Level };

/** Whether a mandate, membership or quota holds on a day; its last day still counts. */
export function holdsOn(period: Period, day: Day): boolean {
  return period.startsOn <= day && (period.endsOn === null || day <= period.endsOn);
}

const overlap = (a: Period, b: Period): boolean =>
  (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn);

/** One person holds at most one mandate of a level at a time; mandates of different levels may run side by side [R3]. */
export function mandateMayStart(existing: readonly MandateFact[], next: MandateFact): Decision {
  const clash = existing.find((mandate) => mandate.level === next.level && overlap(mandate, next));
  return clash
    ? deny(
        `同一级的代表职务已从 ${clash.startsOn} 起登记${clash.endsOn ? `到 ${clash.endsOn}` : "，尚未终止"}。请先登记它的终止，再登记新的一届。`,
      )
    : allow;
}

/** A mandate ends once, not before it began; only the end of a term may be entered ahead of the day. */
export function mandateMayEnd(mandate: Period, endsOn: Day, reason: EndReason, today: Day): Decision {
  if (mandate.endsOn !== null) {
    return deny(`这一任职已登记于 ${mandate.endsOn} 终止。登记有误时，请先作废它再重新登记。`);
  }
  if (endsOn < mandate.startsOn)
    return about("endsOn", deny(`终止日期不能早于任职起始日期 ${mandate.startsOn}，请核对。`));
  if (endsOn > today && reason !== "termEnd") {
    return about("endsOn", deny("终止日期还没有到。除届满外，请在事情发生后登记。", "代表法第62条"));
  }
  return allow;
}

/** A person always keeps one valid mandate record; without any the person should not be in the roster. */
export function mandateMayBeVoided(remaining: number): Decision {
  return remaining > 0 ? allow : deny("这是唯一的任职记录。整条登记有误时，请作废这位代表。");
}

/** Whoever attended, signed or took part is not struck out but leaves office: the record of the duty stays. */
export function deputyMayBeVoided(dutyRecords: number): Decision {
  return dutyRecords === 0
    ? allow
    : deny(`这位代表已有 ${dutyRecords} 条履职记录，不能作废。离任请登记任职终止；姓名等有误请修改。`);
}

/**
 * Seats of a township congress by population: 45 and one for every full 1,500 people, 160 at most (选举法第12条).
 * @returns null below 2,000 people, where the law lets the number fall under 45 without fixing it
 */
export function seatsByLaw(population: number): number | null {
  return population < 2_000 ? null : Math.min(mostSeats, 45 + Math.floor(population / 1_500));
}

const mostSeats = 160;

/** No township congress has more than 160 seats, however many people live there (选举法第12条). */
export function maySetSeats(level: Level, seats: number): Decision {
  return level === "township" && seats > mostSeats
    ? about(
        "seats",
        deny(`乡镇人大代表名额依法不超过 ${mostSeats} 名，现填 ${seats} 名，请核对。`, "选举法第12条"),
      )
    : allow;
}

/** Seats are set from a day on; what held before that day is not rewritten. */
export const seatsFollow = (since: Day | null, startsOn: Day): Decision =>
  since !== null && startsOn < since ? deny(`现行名额从 ${since} 起生效，新名额的起始日期不能更早。`) : allow;

/**
 * No more people vote than are in office, as far as the roster knows them.
 * @param said what is too much, such as 发出 51 张
 * @param inOffice those who may vote that day; 0 where no mandates were entered
 */
export const fitsRoster = (
  { field, said, who }: { field: string; said: string; who: string },
  count: number,
  inOffice: number,
): Decision =>
  inOffice > 0 && count > inOffice
    ? about(field, deny(`${said}多于当天在任的${who} ${inOffice} 人，请核对票数；名册不全的，先补登代表。`))
    : allow;

export type SeatCount = { seats: number | null; inOffice: number };

/** Seats without a deputy; null while nobody has entered the number of seats, which is not the same as none [R3]. */
export function vacanciesOf({ seats, inOffice }: SeatCount): number | null {
  return seats === null ? null : Math.max(0, seats - inOffice);
}

/** What the numbers ask for: a by-election (选举法第57条), a check of the roster, or nothing. */
export function seatHint(count: SeatCount): { tone: "warn" | "bad"; text: string } | null {
  const vacancies = vacanciesOf(count);
  if (vacancies === null) return { tone: "warn", text: "尚未录入应有名额" };
  if (count.seats !== null && count.inOffice > count.seats) {
    return {
      tone: "bad",
      text: `在任人数比名额多 ${count.inOffice - count.seats} 名，请核对任职登记`,
    };
  }
  return vacancies > 0 ? { tone: "warn", text: `缺 ${vacancies} 名，应依法补选（选举法第57条）` } : null;
}

export type MembershipFact = Period & { deputyId: string; role: GroupRole };

/** A group has one leader at a time, and nobody is in it twice; levels may be mixed freely [R4]. */
export function memberMayJoin(members: readonly MembershipFact[], next: MembershipFact): Decision {
  const together = members.filter((member) => overlap(member, next));
  if (together.some((member) => member.deputyId === next.deputyId)) {
    return about("deputyIds", deny("这位代表在这段时间已经在本组，不用重复加入。"));
  }
  if (next.role === "leader" && together.some((member) => member.role === "leader")) {
    return about("role", deny("本组已有组长。请先把原组长改为组员或登记其离组。"));
  }
  return allow;
}

type Joined = { startsOn: Day; endsOn: Day | null };

/** A member's role changes within the time in the group, from the first day on. */
export function roleMayChange({ startsOn, endsOn }: Joined, on: Day): Decision {
  if (endsOn !== null) return deny("这位成员已离组，不能再变动组内职务。");
  return on < startsOn ? about("on", deny(`变动日期不能早于入组日期 ${startsOn}，请核对。`)) : allow;
}

/** Somebody leaves a group once, and not before joining it. */
export function memberMayLeave({ startsOn, endsOn }: Joined, on: Day): Decision {
  if (endsOn !== null) return deny("这位成员已经离组，不用重复登记。");
  return on < startsOn ? about("endsOn", deny(`离组日期不能早于入组日期 ${startsOn}，请核对。`)) : allow;
}

/** Groups are formed by three deputies or more (地方组织法第43条). */
export const smallestGroup = 3;

/** What a group still lacks to be one: deputies enough, and somebody who leads it. */
export function groupLacks(present: readonly { role: GroupRole }[]): { deputies: boolean; leader: boolean } {
  const led = present.some(({ role }) => role === "leader");
  return { deputies: present.length < smallestGroup, leader: present.length > 0 && !led };
}

/** A group with members is not struck out: their terms in it would hang in the air. */
/** A group is formed before it meets. */
export const groupFormedBefore = (formedOn: Day, { first }: { first: Day | null }): Decision =>
  first !== null && formedOn > first
    ? about("occurredOn", deny(`小组 ${first} 已有活动登记，编组日期不能晚于这一天，请核对。`))
    : allow;

export function groupMayBeVoided(currentMembers: number): Decision {
  return currentMembers === 0
    ? allow
    : deny(`本组还有 ${currentMembers} 名成员。请先登记他们离组，再作废小组。`);
}

/** 张三（女） cannot be entered as a man. @param noted what stands behind the name */
export const genderFitsNote = (noted: Gender | null, chosen: Gender | null): Decision =>
  noted !== null && chosen !== null && noted !== chosen
    ? deny("姓名后注明的性别与所选的性别不一致，请核对。")
    : allow;

/** A month of birth says nothing without its year. */
export function birthIsWhole({
  birthYear,
  birthMonth,
}: {
  birthYear: number | null;
  birthMonth: number | null;
}): Decision {
  return birthMonth === null || birthYear !== null
    ? allow
    : about("birthYear", deny("只填了出生月份，请同时填写出生年份。"));
}

/** @property open whether it has no end yet */
export type HeldSeat = { level: Level; constituency: string | null; open: boolean };
export type Identity = {
  name: string;
  birthYear: number | null;
  phone: string | null;
  seats: readonly HeldSeat[];
};

/** 第一选区, 第1选区 and 1号选区（云岭社区） are one place. */
function placeKey(constituency: string): string {
  const plain = oneForm(constituency).replaceAll(/\([^()]*\)/g, "");
  return naturalKey(plain.replaceAll(/\s|第|号|选举?区|选举单位/g, "") || constituency);
}

/**
 * May these two be one person? The name decides, with level, constituency and year of birth. A telephone number may tell that
 * two are one, never that they are not: numbers change. Namesakes who hold seats of one level in two places are two, unless the
 * places themselves are in doubt.
 */
export function mayBeOnePerson(one: Identity, other: Identity, placesAreSure = true): boolean {
  if (nameKey(one.name) !== nameKey(other.name)) return false;
  const pairs = one.seats.flatMap((seat) =>
    other.seats.filter((beside) => beside.level === seat.level).map((beside) => ({ seat, beside })),
  );
  const places = pairs.map(({ seat, beside }) => ({
    mine: placeKey(seat.constituency ?? ""),
    theirs: placeKey(beside.constituency ?? ""),
    together: seat.open && beside.open,
  }));
  if (places.some(({ mine, theirs }) => mine === theirs)) return true;
  const bothBirths = one.birthYear !== null && other.birthYear !== null;
  if (bothBirths && one.birthYear !== other.birthYear) return false;
  if (bothBirths || (one.phone !== null && one.phone === other.phone)) return true;
  if (!placesAreSure) return true;
  return !places.some(({ mine, theirs, together }) => together && mine !== "" && theirs !== "");
}

/** One session of a deputy's own level, with what the roll says of the deputy; null when nobody marked it. */
export type Kept = { startsOn: Day; status: "present" | "leave" | "absent" | null };

/** @property counted the sessions inside the mandate that were missed without approved leave */
export type AbsenceAlert = { tone: "warn" | "bad"; counted: Day[]; text: string; article: string };

/**
 * Two absences from sessions without approval end the mandate (代表法第62条); one is a warning. Leave is approval,
 * a session that nobody marked proves nothing, and sessions outside the mandate do not count.
 */
export function absenceAlert(mandate: Period, sessions: readonly Kept[]): AbsenceAlert | null {
  const counted = sessions
    .filter(({ startsOn, status }) => status === "absent" && holdsOn(mandate, startsOn))
    .map(({ startsOn }) => startsOn)
    .toSorted();
  const article = "代表法第62条";
  if (counted.length === 0) return null;
  const days = counted.join("、");
  return counted.length === 1
    ? { tone: "warn", counted, article, text: `${days}未经批准缺席一次，再缺席一次将终止代表资格。` }
    : {
        tone: "bad",
        counted,
        article,
        text: `未经批准缺席${counted.length}次（${days}），依法应终止代表资格，请代表资格审查委员会核实。`,
      };
}

/** Whoever took part held a mandate on the day. @param strangers names of those who held none */
export const allInOffice = (strangers: readonly string[], on: Day): Decision =>
  strangers.length === 0
    ? allow
    : deny(`${strangers.join("、")}在 ${on} 不是在任代表，请核对参加人员或任期。`);
