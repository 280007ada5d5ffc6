import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { jsonDigest } from "@/lib/json-digest";
import { type Bundle, sumsOf } from "@/domains/figures/rules/snapshot";
import {
  type FinalBundle,
  type FinalDecision,
  finalFormat,
  finalHash,
  resultsOf,
  standingsDecided,
} from "@/domains/figures/rules/final-result";
import { bundleSchema } from "../../../scripts/lib/bundle-schema";
import { readBundle, reportOf } from "../../../scripts/lib/read-bundle";
import { faults, goodBundle, type Loose, sealed, there } from "./bundles";

/** The file with something in it changed, as somebody with an editor would. */
function changed(change: (bundle: Loose<Bundle>) => void): string {
  const copy = JSON.parse(JSON.stringify(goodBundle())) as Loose<Bundle>;
  change(copy);
  return JSON.stringify(copy);
}
const c3 = (bundle: Loose<Bundle>) => there(bundle.evidence.find(({ metric }) => metric === "C3"));
const town = (bundle: Loose<Bundle>, index: number) => there(bundle.townships[index]);
const countMore = (bundle: Loose<Bundle>) => void there(c3(bundle).rows[0]).splice(7, 1, 1);

describe("a published year", () => {
  it("agrees with what is reckoned anew from its evidence [R85]", () => {
    const { lines, agrees } = reportOf(readBundle(JSON.stringify(goodBundle())));
    expect(agrees, lines.join("\n")).toBe(true);
    expect(lines).toContain("0镇：一致");
  });

  const tampered: [what: string, change: (bundle: Loose<Bundle>) => void, said: string][] = [
    ["a row that counts more", countMore, "证据行与其摘要不符"],
    ["a row taken out", (b) => void c3(b).rows.pop(), "证据行与其摘要不符"],
    [
      "a row that counts more, with its digest made to fit",
      (b) => {
        countMore(b);
        c3(b).hash = jsonDigest(c3(b).rows);
      },
      "证据行加起来不等于所载数值",
    ],
    ["points", (b) => void (there(town(b, 0).scores[13]).points = 5), "记载为5 分"],
    ["a total", (b) => void (town(b, 0).total.points = 99), "总分记载为99 分"],
    ["a place", (b) => void (town(b, 1).rank.rank = 1), "位次记载为第 1 位"],
    ["the final points", (b) => void (town(b, 0).final = 99), "最后得分记载为99 分"],
    ["a bonus", (b) => void (town(b, 0).bonus.points = 3), "加分记载为3 分，重算为0 分"],
    ["a deduction", (b) => void (town(b, 0).deduction.points = 1), "扣分记载为1 分"],
    ["a veto", (b) => void town(b, 0).vetoes.push("补"), "一票否决记载为"],
    ["a grade", (b) => void (town(b, 0).grade.grade = "另一等"), "等次记载为另一等"],
    ["why a grade", (b) => void (town(b, 0).grade.why = "另一句"), "等次的说明与重算不一致"],
    ["the published scheme", (b) => void (b.scheme.name = "另一套"), "不是公布的那一版"],
    [
      "the scheme's points",
      (b) => void (there(b.scheme.dimensions[2]?.indicators[2]).points = 50),
      "全卷摘要与内容不符",
    ],
    ["the note", (b) => void (b.note = "另一句"), "全卷摘要与内容不符"],
    ["the digest", (b) => void (b.hash = "0".repeat(64)), "全卷摘要与内容不符"],
    ["a township's class", (b) => void (town(b, 0).class = 2), "全卷摘要与内容不符"],
    ["missing evidence", (b) => void b.evidence.shift(), "缺少指标"],
    ["a missing township", (b) => void b.townships.pop(), "不属于所列的任何乡镇"],
  ];
  it.each(tampered)("is found out: %s [R85]", (_, change, said) => {
    const text = changed(change);
    expect(faults(text)).toContain(said);
    expect(reportOf(readBundle(text)).agrees).toBe(false);
  });

  it("is found out where points and digest were both made to fit [R85]", () => {
    const copy = JSON.parse(changed((b) => void (town(b, 0).total.points = 99))) as Bundle;
    expect(faults(JSON.stringify(sealed(copy)))).toContain("总分记载为99 分");
  });

  it.each([
    ["half a file", () => JSON.stringify(goodBundle()).slice(0, 500), "不是完整的 JSON"],
    ["another file", () => "{}", "不是封存数据文件"],
    [
      "another version",
      () => changed((b) => void Object.assign(b, { format: "assessment-bundle/9" })),
      "只能核验「assessment-bundle/1」",
    ],
    [
      "a part left out",
      () => changed((b) => void Object.assign(b, { scheme: undefined })),
      "不完整或不合格式",
    ],
    ["a value of another kind", () => changed((b) => void Object.assign(b, { year: "二〇二六" })), "year"],
  ])("is refused with a sentence: %s", (_, text, said) => {
    expect(() => readBundle(text())).toThrow(said);
  });

  it("has the shape its published schema tells", () => {
    const written = JSON.parse(readFileSync("docs/assessment-bundle.schema.json", "utf8")) as object;
    expect(written).toEqual(z.toJSONSchema(bundleSchema, { io: "input", reused: "ref" }));
  });
});

const decision: FinalDecision = {
  ...{ meetingOn: "2027-03-02", meetingNumber: "第3次主任会议", decidedAt: "2027-03-02T04:00:00.000Z" },
  percent: 20,
  panel: [
    {
      role: "县人大代表",
      points: [
        { code: "330900100", points: 80 },
        { code: "330900101", points: 90 },
      ],
    },
  ],
  townships: [
    {
      code: "330900100",
      points: [{ code: "C3", points: 4, reason: "一件答复另有原件" }],
      bonuses: [{ code: "award", cases: 1, reason: "省级表彰" }],
      deductions: [{ code: "copiedText", cases: 1, reason: "报告雷同" }],
      vetoes: [{ code: "V3", reason: "代填测评表" }],
    },
  ],
};

function finalBundle(): FinalBundle {
  const frozen = goodBundle();
  const { hash: frozenHash, format: _, ...rest } = frozen;
  const summed = frozen.townships.map(({ code, class: own }) => ({
    ...{ id: code, class: own },
    sums: frozen.evidence
      .filter(({ township }) => township === code)
      .flatMap(({ metric, rows }) => sumsOf(metric, rows)),
  }));
  const results = resultsOf(standingsDecided(frozen, summed, decision));
  const sealedPart = { frozenHash, decision, results };
  return { format: finalFormat, ...rest, ...sealedPart, hash: finalHash(sealedPart) };
}

function changedResult(change: (bundle: Loose<FinalBundle>) => void): string {
  const copy = JSON.parse(JSON.stringify(finalBundle())) as Loose<FinalBundle>;
  change(copy);
  return JSON.stringify(copy);
}
const decided = (bundle: Loose<FinalBundle>) => there(bundle.decision.townships[0]);

describe("a published result", () => {
  it("agrees with what is reckoned anew from the snapshot and the decided points [R85] [R86]", () => {
    const text = JSON.stringify(finalBundle());
    expect(reportOf(readBundle(text)).lines.join("\n")).toContain("核验结果：全部一致");
    const [own] = finalBundle().results;
    expect(own?.scores.find(({ code }) => code === "C3")?.sentence).toContain(
      "评审定为 4.00：一件答复另有原件",
    );
    expect(own?.grade.grade).toBe("不合格");
  });

  const tampered: [what: string, change: (bundle: Loose<FinalBundle>) => void, said: string][] = [
    [
      "a decided point",
      (b) => void (there(decided(b).points[0]).points = 5),
      "最后结果：C3 记载为4 分，重算为5 分",
    ],
    ["its reason", (b) => void (there(decided(b).points[0]).reason = "另一句"), "C3 的算式说明与重算不一致"],
    ["a decided point taken out", (b) => void decided(b).points.pop(), "C3 记载为4 分"],
    ["a bonus", (b) => void (there(decided(b).bonuses[0]).cases = 2), "加分记载为1 分，重算为2 分"],
    ["a deduction taken out", (b) => void decided(b).deductions.pop(), "扣分记载为1 分，重算为0 分"],
    ["a veto taken out", (b) => void decided(b).vetoes.pop(), "等次记载为不合格"],
    [
      "a vote",
      (b) => void (there(there(b.decision.panel[0]).points[0]).points = 100),
      "评议团评分记载为16 分，重算为20 分",
    ],
    ["how much the panel counts", (b) => void (b.decision.percent = 10), "最后得分记载为"],
    ["the meeting's day", (b) => void (b.decision.meetingOn = "2027-03-03"), "结果的摘要与内容不符"],
    ["a result", (b) => void (there(b.results[0]).final = 99), "最后得分记载为99 分"],
    ["a result taken out", (b) => void b.results.pop(), "没有最后结果"],
    ["a township from nowhere", (b) => void (decided(b).code = "330900199"), "不在名单中的乡镇"],
    ["the frozen year below it", (b) => void (there(b.townships[0]).final = 99), "最后得分记载为99 分"],
  ];
  it.each(tampered)("is found out: %s [R85]", (_, change, said) => {
    const text = changedResult(change);
    expect(faults(text)).toContain(said);
    expect(reportOf(readBundle(text)).agrees).toBe(false);
  });
});
