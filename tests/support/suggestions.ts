import type { Day } from "@/lib/dates";
import type { Role } from "@/lib/roles";
import { seatDeputies } from "./seated";
import { callerAs, newKey, type TestCounty, type TestTownship } from "./tenants";

/** Noon in Shanghai on a civil day: the server's clock for a call. */
export const noon = (day: Day): Date => new Date(`${day}T04:00:00Z`);

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A township with six deputies and two units, and its people as callers on any day. */
export async function openDesk(county: TestCounty, township: TestTownship) {
  const deputies = await seatDeputies(
    county,
    township,
    ["甲", "乙", "丙", "丁", "戊", "己"].map((name, index) => ({
      name: `代表${name}`,
      pinyin: `dai biao ${"abcdef".charAt(index)}`,
    })),
  );
  const on = (day: Day, role: Role = "townshipStaff") => callerAs(role, county, township, noon(day));
  const at = { township: township.code };
  const unit = async (name: string) => {
    const made = await on("2026-01-05").units.create({
      ...at,
      idempotencyKey: newKey(),
      name,
      kind: "government",
      occurredOn: "2026-01-05",
    });
    return made.id;
  };
  const lead = await unit("镇城建办");
  const co = await unit("东沙居委会");
  const [mover = "", seconder = ""] = deputies;
  const enter = (day: Day, title = "关于老街雨天积水排水改造的建议") =>
    on(day).suggestions.create({
      ...at,
      idempotencyKey: newKey(),
      kind: "suggestion",
      title,
      content: "老街每逢大雨积水，建议更换排水管。",
      category: "construction",
      origin: "intersession",
      leadDeputyId: mover,
      cosignerIds: [seconder],
      occurredOn: day,
      submit: true,
    });
  return { county, township, deputies, mover, seconder, lead, co, on, at, enter };
}

/** What every step needs: the record as it is now, and a key. */
export async function seen(desk: Desk, id: string, day: Day) {
  const { version } = await desk.on(day).suggestions.byId({ ...desk.at, id });
  return { ...desk.at, idempotencyKey: newKey(), id, version, occurredOn: day };
}

export async function check(desk: Desk, id: string, day: Day) {
  const input = await seen(desk, id, day);
  return desk.on(day).suggestions.pass({ ...input, lawOk: true, contentOk: true, formOk: true });
}

export async function assign(desk: Desk, id: string, day: Day, more: { complex?: boolean } = {}) {
  const input = await seen(desk, id, day);
  return desk.on(day).suggestions.assign({
    ...input,
    ...more,
    leadUnitId: desk.lead,
    coUnitIds: [desk.co],
    assignmentMeetingOn: day,
  });
}

export async function accept(desk: Desk, id: string, day: Day) {
  const input = await seen(desk, id, day);
  const { units } = await desk.on(day).suggestions.byId({ ...desk.at, id });
  const line = units.find((unit) => unit.role === "lead" && unit.endedOn === null);
  const people = [{ lineId: line?.id ?? "", leader: "副镇长", caseOfficer: "城建办干事" }];
  return desk.on(day).suggestions.accept({ ...input, people });
}

/** A consultation that the mover confirmed on the spot. */
export async function consult(desk: Desk, id: string, day: Day) {
  const input = await seen(desk, id, day);
  return desk.on(day).suggestions.consult({
    ...input,
    method: "onSite",
    confirmedByDeputyId: desk.mover,
    confirmMethod: "signature",
  });
}

export async function reply(desk: Desk, id: string, day: Day) {
  const input = await seen(desk, id, day);
  return desk
    .on(day)
    .suggestions.reply({ ...input, content: "已列入整改，管道更换中。", writtenToSigners: 2 });
}

export async function rate(desk: Desk, id: string, day: Day, rating: "satisfied" | "basic" | "unsatisfied") {
  const input = await seen(desk, id, day);
  return desk
    .on(day)
    .suggestions.rate({ ...input, rating, method: "phone", deputyId: desk.mover, comment: "只疏通未改管" });
}

/** From the register to the deputies' rating: the reply is given on `replyDay`. */
export async function carryToReply(desk: Desk, id: string, replyDay: Day = "2026-03-20") {
  await check(desk, id, "2026-02-03");
  await assign(desk, id, "2026-02-10");
  await accept(desk, id, "2026-02-15");
  await consult(desk, id, "2026-03-10");
  return reply(desk, id, replyDay);
}
