import { describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestTownship } from "../../support/tenants";
import { noon } from "../../support/suggestions";

const key = () => ({ idempotencyKey: newKey() });
const invitee = ({ id }: TestTownship) => ({ townshipId: id, part: "attend" as const, speaksOn: null });

describe("an invited township hears at once of what changes [R91][R99]", () => {
  it("of the invitation, of another day, which is answered anew, of being left out and of the calling off", async () => {
    const own = await createCounty(["高亭镇", "衢山镇"]);
    const [town, second] = own.townships as [TestTownship, TestTownship];
    const at = (day: string) => callerAs("countyStaff", own, undefined, noon(day)).symposia;
    const from = (place: TestTownship, day: string) => callerAs("townshipChair", own, place, noon(day));
    const news = async (place: TestTownship, day: string) =>
      (await from(place, day).notifications.township({ township: place.code })).rows
        .filter(({ threshold }) => threshold === "news")
        .map(({ what }) => what);
    const said = { kind: "training" as const, title: "主席培训", place: "县委党校", heldOn: "2026-09-18" };
    const invitees = [invitee(town), invitee(second)];
    const { id } = await at("2026-06-01").draft({ ...key(), ...said, invitees });
    expect(await news(town, "2026-06-02")).toEqual([]);
    await at("2026-06-02").invite({ ...key(), id, version: 1 });
    // Three months ahead no day is near, and still the office hears of it.
    expect(await news(town, "2026-06-03")).toEqual(["县人大邀请参加"]);
    const mine = async (day: string) => {
      const { rows } = await from(town, day).symposia.own({ township: town.code, year: 2026 });
      const [row] = rows;
      const { invitation } = await from(town, day).symposia.invitation({
        township: town.code,
        id: row?.id ?? "",
      });
      return { row, invitation };
    };
    const answer = async (day: string) => {
      const { invitation } = await mine(day);
      await from(town, day).symposia.answer({
        ...{ ...key(), township: town.code, id: invitation.id, version: invitation.version },
        ...{ answer: "attend" as const, name: null, why: null },
      });
    };
    await answer("2026-06-03");
    expect(await news(town, "2026-06-04")).toEqual([]);
    // A word more in its title asks nobody anew, another day does.
    const change = { ...key(), id, invitees, answerBy: null, agenda: null, topic: null };
    const { kind: _, ...rest } = said;
    await at("2026-06-05").edit({ ...change, ...rest, version: 2, title: "主席和干部培训" });
    expect((await mine("2026-06-08")).row?.answer).toBe("attend");
    await at("2026-06-08").edit({ ...change, ...key(), ...rest, version: 3, heldOn: "2026-09-25" });
    expect(await news(town, "2026-06-09")).toEqual(["县人大的活动改了日期或地点，请重新答复"]);
    expect(await mine("2026-06-09")).toMatchObject({ row: { answer: null, toAnswer: true } });
    const { invitations } = await at("2026-06-09").gathering({ id });
    expect(invitations.filter((one) => one.answer !== null)).toEqual([]);
    await answer("2026-06-10");
    expect((await mine("2026-06-10")).row?.answer).toBe("attend");
    expect(await news(town, "2026-06-10")).toEqual([]);
    await at("2026-06-11").edit({
      ...{ ...change, ...key(), ...rest, version: 4, heldOn: "2026-09-25", invitees: [invitee(town)] },
    });
    expect(await news(second, "2026-06-12")).toEqual(["县人大不再邀请参加"]);
    await at("2026-06-15").callOff({ ...key(), id, version: 5, reason: "防台" });
    expect(await news(town, "2026-06-16")).toEqual(["县人大取消了活动"]);
  });
});

describe("a township that was merged away", () => {
  it("is invited to nothing after it, also where it was chosen before, and what was held before stands [R90][R1]", async () => {
    const own = await createCounty(["高亭镇", "衢山镇", "旧乡"]);
    const [town, , gone] = own.townships as [TestTownship, TestTownship, TestTownship];
    const at = (day: string) => callerAs("countyStaff", own, undefined, noon(day));
    const said = { kind: "symposium" as const, title: "座谈会", agenda: "自由交流" };
    const asked = (heldOn: string) => ({
      ...key(),
      ...said,
      heldOn,
      invitees: [invitee(town), invitee(gone)],
    });
    const { id } = await at("2026-05-20").symposia.draft(asked("2026-06-20"));
    const notice = { ...key(), title: "通知", body: "请知悉", importance: "normal" as const };
    const sent = await at("2026-05-20").notices.draft({ ...notice, townships: [gone.id] });
    await at("2026-06-01").tenancy.mergeTownship({
      ...{ ...key(), id: gone.id, version: 1, intoId: town.id, mergedOn: "2026-06-01" },
    });
    const told = /旧乡已于2026年6月1日并入高亭镇.*改选高亭镇/;
    await expect(at("2026-06-02").symposia.invite({ ...key(), id, version: 1 })).rejects.toThrow(told);
    await expect(at("2026-06-02").symposia.draft(asked("2026-06-20"))).rejects.toThrow(told);
    await expect(at("2026-06-02").notices.send({ ...key(), id: sent.id, version: 1 })).rejects.toThrow(told);
    await expect(
      at("2026-06-02").notices.draft({ ...notice, ...key(), townships: [gone.id] }),
    ).rejects.toThrow(told);
    // What took place while it existed may still be written down.
    const late = await at("2026-06-02").symposia.draft(asked("2026-05-25"));
    await at("2026-06-02").symposia.invite({ ...key(), id: late.id, version: 1 });
    await at("2026-06-02").symposia.record({
      ...{ ...key(), id: late.id, version: 2, minutes: "交流了做法。", roll: "旧乡 主席" },
    });
  });
});
