import { beforeAll, describe, expect, test } from "vitest";
import { anonymous } from "../../fixtures/reports/anonymous";
import { numberIn } from "../../fixtures/reports/numbers";
import { shilian } from "../../fixtures/reports/shilian";
import { shouxian } from "../../fixtures/reports/shouxian";
import { shuiye } from "../../fixtures/reports/shuiye";
import { beixin, chengguan, ecoTown, smallClaims as claims } from "../../fixtures/reports/small-reports";
import { activitiesOf, cellsOf, contactOf, onlyDesk } from "./ask";
import { enterReport, type Entered } from "./enter";

const year = (entered: Entered) => ({ township: onlyDesk(entered).town.code, year: entered.year });
const achieved = async (entered: Entered) =>
  (await onlyDesk(entered).chair.achievements.list({ ...year(entered), pageSize: 100 })).rows;

describe("北辛街道: letters and visits", () => {
  test("[R60] all of them were handled by others and called back, and all are satisfied", async () => {
    const entered = await enterReport(beixin);
    const { total, rows } = await onlyDesk(entered).chair.petitions.list({ ...year(entered), pageSize: 100 });
    expect(total).toBe(numberIn(claims.petitions));
    expect(rows.every(({ finishedOn }) => finishedOn !== null)).toBe(true);
  });
});

describe("a town that investigates: the system gives back what the text says", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(ecoTown);
  });

  test("[R77] two rounds over the suggestions, with visits to the units that had most of them", async () => {
    const rounds = await activitiesOf(onlyDesk(entered), entered.year, "supervisionCheck");
    expect(rounds).toHaveLength(numberIn(claims.rounds));
    expect(onlyDesk(entered).report.townships[0]?.activities[0]?.visited).toBe(numberIn(claims.units));
  });

  test("[R30] eight investigations, each with its report, count as visits that led to something", async () => {
    const held = await activitiesOf(onlyDesk(entered), entered.year, "investigation");
    expect(held).toHaveLength(numberIn(claims.investigations));
    const [visits] = await cellsOf(entered, "B3");
    expect(visits?.cell?.numerator).toBe(numberIn(claims.written));
  });
});

describe("舒城县城关镇: ten days of five groups", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(chengguan);
  });

  test("[R47] twelve deputies reported to their voters", async () => {
    const { total } = await onlyDesk(entered).chair.dutyReports.list(year(entered));
    expect(total).toBe(numberIn(claims.reported));
  });

  test("[R57] voters received and what they said, at a place of each group", async () => {
    const { stations, visitors, opinions } = await contactOf(onlyDesk(entered), entered.year);
    expect([stations, visitors, opinions.length]).toEqual([
      ...[numberIn(claims.groups), numberIn(claims.visitors), numberIn(claims.opinions)],
    ]);
    expect((await achieved(entered)).map(({ attended }) => attended)).toEqual([numberIn(claims.took)]);
  });
});

describe("figures of earlier reports that had no kind", () => {
  test.each([
    // 110 disputes, ten events, a million given after a flood.
    [
      "水冶镇",
      shuiye,
      [
        [110, "起", null, null],
        [null, null, 10, null],
        [null, null, null, 1_000_000],
      ],
    ],
    // A campaign and a week of it.
    [
      "石练镇",
      shilian,
      [
        [null, null, null, null],
        [null, null, null, null],
      ],
    ],
    [
      "首羡镇",
      shouxian,
      [
        [null, null, 2, null],
        [null, null, null, 3_000_000],
      ],
    ],
    [
      "某镇",
      anonymous,
      [
        [null, null, 4, null],
        [21, "条", null, null],
        // Three kinds of help of which no number is told.
        ...[1, 2, 3].map(() => [null, null, null, null]),
      ],
    ],
  ])("[R50][R54][R56] %s: what its deputies' work came to", async (_, report, figures) => {
    const entered = await enterReport(report);
    const rows = await achieved(entered);
    const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
    expect(
      sorted(
        rows.map(({ quantity, quantityUnit, times, amount }) => [quantity, quantityUnit, times, amount]),
      ),
    ).toEqual(sorted(figures));
    if (report === shilian) {
      expect(rows.map(({ attended }) => attended).sort()).toEqual([8, 86]);
      const sent = await onlyDesk(entered).chair.informationItems.list({ ...year(entered), pageSize: 100 });
      const taken = (level: string) => sent.rows.filter(({ takenUpBy }) => takenUpBy === level).length;
      expect([sent.total, taken("city"), taken("county")]).toEqual([19, 1, 12]);
    }
  });
});
