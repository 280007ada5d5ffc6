import { beforeAll, describe, expect, it } from "vitest";
import { createCounty, newKey } from "../../support/tenants";
import {
  accept,
  assign,
  carryToReply,
  check,
  consult,
  type Desk,
  openDesk,
  rate,
  reply,
  seen,
} from "../../support/suggestions";

let desk: Desk;

beforeAll(async () => {
  const county = await createCounty(["东沙镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
});

const byId = (id: string, day = "2026-11-20") => desk.on(day).suggestions.byId({ ...desk.at, id });
const decisionOf = async (id: string, key: string, day?: string) =>
  (await byId(id, day)).nextActions.find((action) => action.key === key)?.decision;

describe("a suggestion's way", () => {
  it("goes from the register through a redo to its closing, and its columns tell each day [R42][R68][R73][R75]", async () => {
    const { id, number } = await desk.enter("2026-02-01");
    await carryToReply(desk, id);
    expect((await rate(desk, id, "2026-03-25", "unsatisfied")).state).toBe("redo");
    const redone = await byId(id, "2026-03-26");
    expect(redone).toMatchObject({ redoCount: 1, redoDueOn: "2026-04-25", attempt: 2, number });
    expect(redone.lane).toContain("浙江省实施代表法办法第43条");
    await consult(desk, id, "2026-04-10");
    expect((await reply(desk, id, "2026-04-20")).state).toBe("replied");
    await rate(desk, id, "2026-04-22", "satisfied");
    await consult(desk, id, "2026-04-28");
    const step = await seen(desk, id, "2026-04-30");
    const closed = await desk
      .on("2026-04-30")
      .suggestions.close({ ...step, outcome: "A", note: "已改管 260 米" });
    expect(closed.state).toBe("closed");
    const done = await byId(id);
    expect(done).toMatchObject({
      state: "closed",
      outcome: "A",
      solvedOn: "2026-04-30",
      closedOn: "2026-04-30",
      firstRepliedOn: "2026-03-20",
      assignedOn: "2026-02-10",
      assignDueOn: "2026-02-16",
      replyDueOn: "2026-05-10",
      replyCitation: expect.stringContaining("浙江省实施代表法办法") as string,
    });
    expect(done.replies.map(({ attempt, dueOn }) => ({ attempt, dueOn }))).toEqual([
      { attempt: 1, dueOn: "2026-05-10" },
      { attempt: 2, dueOn: "2026-04-25" },
    ]);
    expect(done.steps.every((one) => one.state === "done")).toBe(true);
    expect(done.timeline.length).toBe(12);
    expect(done.timeline.at(-1)?.action).toBe("suggestions.create");
    expect(done.nextActions.map((action) => action.key)).toEqual(["callBack", "judgeReason"]);
  });

  it("is not replied to before the deputy has confirmed the first consultation [R72]", async () => {
    const { id } = await desk.enter("2026-02-01");
    await check(desk, id, "2026-02-03");
    await assign(desk, id, "2026-02-10");
    await expect(consult(desk, id, "2026-02-11")).rejects.toThrow("三落实");
    await accept(desk, id, "2026-02-15");
    await expect(reply(desk, id, "2026-02-20")).rejects.toThrow("尚未与代表面商");
    const step = await seen(desk, id, "2026-02-20");
    await desk.on("2026-02-20").suggestions.consult({ ...step, method: "phone" });
    await expect(reply(desk, id, "2026-02-21")).rejects.toThrow("代表还没有确认");
    expect(await decisionOf(id, "reply", "2026-02-21")).toMatchObject({ allowed: false });
    const { consultations } = await byId(id);
    const confirm = await seen(desk, id, "2026-02-22");
    const words = { consultationId: consultations[0]?.id ?? "", confirmMethod: "phone" as const };
    const [, , , stranger = ""] = desk.deputies;
    await expect(
      desk.on("2026-02-22").suggestions.confirm({ ...confirm, ...words, deputyId: stranger }),
    ).rejects.toThrow("领衔或附议");
    await desk.on("2026-02-22").suggestions.confirm({ ...confirm, ...words, deputyId: desk.mover });
    expect((await reply(desk, id, "2026-02-23")).state).toBe("replied");
  });

  it("is not closed before the rating and the second, confirmed consultation [R72]", async () => {
    const { id } = await desk.enter("2026-02-01");
    await carryToReply(desk, id);
    const close = async (day: string) =>
      desk.on(day).suggestions.close({ ...(await seen(desk, id, day)), outcome: "A" });
    await expect(close("2026-03-21")).rejects.toThrow("还没有测评");
    await rate(desk, id, "2026-03-22", "basic");
    await expect(close("2026-03-23")).rejects.toThrow("尚未再次与代表面商");
    const step = await seen(desk, id, "2026-03-24");
    await desk.on("2026-03-24").suggestions.consult({ ...step, method: "visit" });
    await expect(close("2026-03-25")).rejects.toThrow("还没有确认");
  });

  it("waits for the presidium once a redo has failed too [R73]", async () => {
    const { id } = await desk.enter("2026-02-01");
    await carryToReply(desk, id);
    await rate(desk, id, "2026-03-22", "unsatisfied");
    await consult(desk, id, "2026-03-25");
    await reply(desk, id, "2026-03-28");
    await rate(desk, id, "2026-04-01", "unsatisfied");
    await expect(consult(desk, id, "2026-04-05")).rejects.toThrow("主席团");
    const step = await seen(desk, id, "2026-04-06");
    await desk.on("2026-04-06").suggestions.holdPresidium({ ...step, note: "双方同意分两期改管" });
    await consult(desk, id, "2026-04-08");
    expect((await reply(desk, id, "2026-04-10")).state).toBe("replied");
    expect((await byId(id)).replies).toHaveLength(3);
  });

  it("is marked as not rated only when the window has passed, and can then be closed [R80]", async () => {
    const { id } = await desk.enter("2026-02-01");
    await carryToReply(desk, id);
    const { ratingDueOn } = await byId(id);
    // Twenty working days: 6 April is the Qingming holiday, Saturdays and Sundays are none.
    expect(ratingDueOn).toBe("2026-04-20");
    const mark = async (day: string) => {
      const { version } = await byId(id);
      return desk.on(day).suggestions.markNotRated({ ...desk.at, idempotencyKey: newKey(), id, version });
    };
    await expect(mark("2026-04-20")).rejects.toThrow("期满后");
    expect((await mark("2026-04-21")).state).toBe("notRated");
    await expect(rate(desk, id, "2026-04-21", "satisfied")).rejects.toThrow("不能补登");
    await consult(desk, id, "2026-04-22");
    const close = await seen(desk, id, "2026-04-23");
    await expect(desk.on("2026-04-23").suggestions.close({ ...close, outcome: "D" })).rejects.toThrow(
      "解释说明",
    );
    const closed = await desk
      .on("2026-04-23")
      .suggestions.close({ ...close, outcome: "D", note: "政策所限" });
    expect(closed.state).toBe("closed");
    expect((await byId(id)).solvedOn).toBeNull();
  });

  it("tells on the screen which year's holidays the window could not take into account [R73]", async () => {
    const { id } = await desk.enter("2026-10-30");
    await check(desk, id, "2026-11-02");
    await assign(desk, id, "2026-11-06");
    await accept(desk, id, "2026-11-10");
    await consult(desk, id, "2026-12-10");
    await reply(desk, id, "2026-12-14");
    const record = await byId(id, "2026-12-15");
    expect(record.ratingDueOn).toBe("2027-01-11");
    const note = "2027 年节假日安排未录入，只扣除了周末";
    expect(record.ratingDueNote).toBe(note);
    expect(record.nextActions.find(({ key }) => key === "rate")?.hint).toContain(note);
    expect(JSON.stringify(record.timeline[0])).toContain(note);
  });

  it("with outcome B is tracked by its promises until a deputy verified the last [R75][R81]", async () => {
    const { id } = await desk.enter("2026-02-01");
    await carryToReply(desk, id);
    await rate(desk, id, "2026-03-22", "satisfied");
    await consult(desk, id, "2026-03-24");
    const close = await seen(desk, id, "2026-03-26");
    await expect(desk.on("2026-03-26").suggestions.close({ ...close, outcome: "B" })).rejects.toThrow("承诺");
    const never = [{ content: "条件成熟时解决", dueOn: "2040-06-30" }];
    await expect(
      desk.on("2026-03-26").suggestions.close({ ...close, outcome: "C", promises: never }),
    ).rejects.toThrow("承诺时限最迟到 2028-03-26");
    const promises = [{ content: "六月底前完成改管", dueOn: "2026-06-30" }];
    await desk.on("2026-03-26").suggestions.close({ ...close, outcome: "B", promises });
    const tracked = await byId(id, "2026-07-02");
    expect(tracked).toMatchObject({ state: "tracking", closedOn: null, solvedOn: null, dueOn: "2026-06-30" });
    const promiseId = tracked.promises[0]?.id ?? "";
    const verify = async (day: string, rating: "satisfied" | "unsatisfied") =>
      desk.on(day).suggestions.verifyPromise({
        ...(await seen(desk, id, day)),
        promiseId,
        rating,
        method: "paper",
        deputyId: desk.mover,
        witnessDeputyId: desk.seconder,
      });
    const fulfil = async (day: string) =>
      desk.on(day).suggestions.fulfilPromise({ ...(await seen(desk, id, day)), promiseId, note: "已改管" });
    await expect(verify("2026-06-25", "satisfied")).rejects.toThrow("还没有登记兑现");
    await fulfil("2026-06-25");
    expect((await verify("2026-06-26", "unsatisfied")).state).toBe("tracking");
    await fulfil("2026-06-28");
    expect((await verify("2026-06-29", "satisfied")).state).toBe("closed");
    const call = await seen(desk, id, "2026-08-01");
    await desk.on("2026-08-01").suggestions.callBack({ ...call, note: "雨天未再积水" });
    expect(await byId(id)).toMatchObject({
      outcome: "B",
      solvedOn: "2026-06-29",
      closedOn: "2026-06-29",
      calledBackOn: "2026-08-01",
    });
    expect((await byId(id)).timeline.map(({ summary }) => summary)).toContain(
      "代表核实承诺：满意，承诺全部兑现，已解决并办结",
    );
  });
});
