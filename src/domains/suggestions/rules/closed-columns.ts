import type { Day } from "@/lib/dates";
import { headersOf, type RowReader } from "@/lib/row-reader";
import type { ImportColumn } from "@/lib/sheets";
import { outcomeLabels, ratingLabels } from "../labels";
import { closedProblems, type ClosedMatter, outcomeIn, ratingOf } from "./closed";

const closedNote = "往年已办结的才填";

/** What a ledger of earlier years says beyond the suggestion itself; a row with 办理结果 comes in as closed. */
export const closedColumns = [
  {
    key: "ledgerNumber",
    header: "原编号",
    aliases: ["编号", "建议编号", "建议号", "案号", "议案编号"],
    kind: "text",
    required: false,
    width: 10,
    note: "原台账的编号，记在资料出处里",
    example: "",
  },
  {
    key: "leadUnits",
    header: "承办单位",
    aliases: ["主办单位", "办理单位", "责任单位", "承办部门", "主办部门", "承办（主办）单位"],
    kind: "text",
    required: false,
    width: 18,
    note: `${closedNote}；几个单位用顿号隔开，第一个为主办`,
    example: "",
  },
  {
    key: "coUnits",
    header: "会办单位",
    aliases: ["协办单位", "会办部门", "协办部门", "会（协）办单位"],
    kind: "text",
    required: false,
    width: 18,
    note: closedNote,
    example: "",
  },
  {
    key: "assignedOn",
    header: "交办日期",
    aliases: ["交办时间", "转办日期", "转办时间", "分办日期", "分办时间"],
    kind: "day",
    required: false,
    width: 14,
    note: closedNote,
    example: "",
  },
  {
    key: "repliedOn",
    header: "答复日期",
    aliases: ["答复时间", "办复日期", "办复时间", "书面答复日期", "书面答复时间"],
    kind: "day",
    required: false,
    width: 14,
    note: closedNote,
    example: "",
  },
  {
    key: "reply",
    header: "答复内容",
    aliases: ["答复情况", "办理情况", "办理答复情况", "答复意见", "办复情况", "办理意见"],
    kind: "text",
    required: false,
    width: 40,
    note: closedNote,
    example: "",
  },
  {
    key: "documentNumber",
    header: "答复文号",
    aliases: ["文号"],
    kind: "text",
    required: false,
    width: 16,
    note: closedNote,
    example: "",
  },
  {
    key: "outcome",
    header: "办理结果",
    aliases: ["办理类别", "办理结果分类", "结果", "办结情况", "落实情况", "办理结果类别"],
    kind: "choice",
    required: false,
    width: 16,
    note: `${closedNote}；填了即补录为已办结`,
    example: "",
    options: Object.values(outcomeLabels),
  },
  {
    key: "outcomeNote",
    header: "结果说明",
    kind: "text",
    required: false,
    width: 24,
    note: closedNote,
    example: "",
  },
  {
    key: "rating",
    header: "满意度",
    aliases: [
      "代表满意度",
      "测评结果",
      "代表评价",
      "满意程度",
      "满意情况",
      "代表意见",
      "满意度测评",
      "是否满意",
    ],
    kind: "choice",
    required: false,
    width: 12,
    note: closedNote,
    example: "",
    options: Object.values(ratingLabels),
  },
  {
    key: "ratedOn",
    header: "测评日期",
    aliases: ["测评时间"],
    kind: "day",
    required: false,
    width: 14,
    note: closedNote,
    example: "",
  },
  {
    key: "closedOn",
    header: "办结日期",
    aliases: ["办结时间", "销号日期", "完成日期", "完成时间"],
    kind: "day",
    required: false,
    width: 14,
    note: `${closedNote}；不知道可不填`,
    example: "",
  },
] as const satisfies readonly ImportColumn[];

export type ClosedKey = (typeof closedColumns)[number]["key"];
export type ClosedRow = ClosedMatter & { units: string[] };

type Reader = RowReader<ClosedKey>;

/** Columns that say how a matter was handled: without a result they would be left out silently. */
const handling = [
  "leadUnits",
  "coUnits",
  "assignedOn",
  "repliedOn",
  "reply",
  "documentNumber",
  "outcomeNote",
  "rating",
  "ratedOn",
  "closedOn",
] as const;

const headers = headersOf<ClosedKey>(closedColumns);

function unitsIn(reader: Reader): string[] {
  const units = [reader.cell("leadUnits"), reader.cell("coUnits")]
    .flatMap((text) => text.split(/[、，,；;/\n]+/))
    .map((name) => name.replaceAll(/\s/g, ""))
    .filter((name) => name !== "");
  const long = units.find((name) => name.length > 60);
  if (long !== undefined) reader.fault("leadUnits", `「${long.slice(0, 20)}…」太长，单位名称不能超过60字`);
  if (new Set(units).size !== units.length) reader.fault("coUnits", "同一个单位写了两次，请去掉一个");
  return units;
}

function ratingIn(reader: Reader) {
  const text = reader.cell("rating");
  if (text === "" || /^(未测评|未评|无)$/.test(text)) return null;
  const rating = ratingOf(text);
  if (rating === null)
    reader.fault(
      "rating",
      `「${text}」不对，应为：${Object.values(ratingLabels).join("、")}；没有测评的留空`,
    );
  return rating;
}

/** What a row says of a closed matter; null when the row is of a suggestion that is still to be handled. */
export function readClosed(reader: Reader, receivedOn: Day, today: Day): ClosedRow | null {
  const result = reader.cell("outcome");
  if (result === "") {
    const filled = handling.filter((key) => reader.cell(key) !== "").map((key) => headers[key]);
    if (filled.length > 0) {
      const words = filled.join("、");
      reader.fault(
        "outcome",
        `填了${words}，没有填办理结果。已办结的请填办理结果；还在办的请清空${words}，导入后在系统里交办`,
      );
    }
    return null;
  }
  const outcome = outcomeIn(result);
  if (outcome === null) {
    reader.fault("outcome", `看不出「${result}」是哪一类，应为：${Object.values(outcomeLabels).join("、")}`);
    return null;
  }
  const row: ClosedRow = {
    units: unitsIn(reader),
    assignedOn: reader.day("assignedOn"),
    repliedOn: reader.day("repliedOn"),
    reply: reader.text("reply", 5000),
    documentNumber: reader.text("documentNumber", 60),
    rating: ratingIn(reader),
    ratedOn: reader.day("ratedOn"),
    outcome,
    outcomeNote: reader.text("outcomeNote", 1000),
    closedOn: reader.day("closedOn"),
  };
  for (const { field, message } of closedProblems(receivedOn, row, today)) {
    reader.fault(field === "receivedOn" ? "outcome" : field, message);
  }
  return row;
}
