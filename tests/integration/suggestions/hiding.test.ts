import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk, seen } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

let desk: Desk;
const today = "2026-11-20";

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
});

const matter = () => ({
  kind: "suggestion" as const,
  title: "关于路灯的建议",
  content: "内容",
  category: "construction" as const,
  origin: "intersession" as const,
  leadDeputyId: desk.mover,
  cosignerIds: [],
});
const merge = async (id: string, targetId: string) =>
  desk.on(today).suggestions.merge({ ...(await seen(desk, id, today)), targetId });

describe("work does not hide behind another record", () => {
  it("a suggestion keeps the year of its number: no day of another year can be put in later [R68]", async () => {
    const made = await desk.on(today).suggestions.create({
      ...desk.at,
      ...matter(),
      submit: false,
      idempotencyKey: newKey(),
      occurredOn: "2026-01-05",
    });
    const edit = async (occurredOn: string) =>
      desk.on(today).suggestions.edit({
        ...(await seen(desk, made.id, today)),
        ...matter(),
        submit: false,
        occurredOn,
      });
    await expect(edit("2025-12-30")).rejects.toThrow("提出日期不能改到 2025 年");
    await expect(edit("2026-01-06")).resolves.toMatchObject({ id: made.id });
  });

  it("nothing is merged into what is struck out or closed, where nobody would work on it [R69]", async () => {
    const kept = await desk.enter("2026-02-01", "关于排水的建议");
    const { township, idempotencyKey, id, version } = await seen(desk, kept.id, today);
    await desk
      .on("2026-02-01")
      .suggestions.void({ township, idempotencyKey, id, version, reason: "重复登记" });
    const again = await desk.enter("2026-02-02", "关于排水的建议");
    const other = await desk.enter("2026-02-03", "关于老街排水的建议");
    const targets = await desk.on(today).suggestions.mergeTargets({ ...desk.at, id: again.id });
    expect(targets.map(({ id, leadDeputy }) => ({ id, leadDeputy }))).toEqual([
      { id: other.id, leadDeputy: "代表甲" },
    ]);
    await expect(merge(again.id, kept.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const old = await desk.on(today).suggestions.createClosed({
      ...desk.at,
      ...matter(),
      idempotencyKey: newKey(),
      occurredOn: "2024-04-01",
      outcome: "D",
    });
    await expect(merge(again.id, old.id)).rejects.toThrow("要并入的那件已经办结");
  });

  it("a ledger's own number that is too long is refused by name, never cut", async () => {
    const rows = [
      {
        line: 2,
        cells: {
          title: "关于修路的建议",
          content: "内容",
          category: "交通",
          leadDeputy: "代表甲",
          receivedOn: "2026-03-05",
          ledgerNumber: "建".repeat(41),
        },
      },
    ];
    const bring = desk.on(today).suggestions.importRows({ ...desk.at, idempotencyKey: newKey(), rows });
    await expect(bring).rejects.toThrow("第2行「原编号」：有41字，不能超过40字");
  });
});
