import Link from "next/link";
import { lateAfter } from "@/lib/entry-lag";
import { StatusTag } from "@/ui/detail/status-tag";
import type { EvidenceRow } from "../data/evidence";
import { recordHref } from "@/domains/registry";
import { behindText, reasonText, stepLabels } from "../labels";

type Props = { township: string; rows: readonly EvidenceRow[] };

/** What falls on each deputy is far below one. */
const plain = (value: number) =>
  value.toLocaleString("zh-CN", { maximumFractionDigits: value > 0 && value < 1 ? 3 : 1 });

function Record({ township, row }: { township: string; row: EvidenceRow }) {
  const href = recordHref(township, row.recordType, row.recordId);
  const title = row.title ?? behindText(row.recordType);
  if (row.recordType === "quarter" || row.recordType === "month") return null;
  return href === null ? <span className="soft">{title}</span> : <Link href={href}>{title}</Link>;
}

/** A quarter or a month in which nothing was held has no day: its months stand there instead; what never happened has none at all. */
function dayText({ recordType, occurredOn }: EvidenceRow): string {
  if (occurredOn === null) return "–";
  const first = Number(occurredOn.slice(5, 7));
  if (recordType === "month") return `${first}月`;
  if (recordType !== "quarter") return occurredOn;
  return `${first}–${first + 2}月`;
}

const keyOf = (row: EvidenceRow, index: number) =>
  `${row.recordType}${row.recordId ?? row.occurredOn ?? ""}${index}`;

/** The step that G2 judges is named before its reason. */
const reasonOf = ({ step, reason, amount }: EvidenceRow): string =>
  `${step === null ? "" : `${stepLabels[step]}：`}${reasonText(reason, amount)}`;

/** When the fact behind the row was entered, and that it was late or brought in closed: no figure hides its age. */
function Entry({ row }: { row: EvidenceRow }) {
  if (row.enteredOn === null) return null;
  // Of G2 the reason itself says how late.
  const days = row.step === null ? row.enteredAfter : null;
  const late = days !== null && days > lateAfter ? days : null;
  return (
    <small className="soft evidence-entry">
      {row.enteredOn} 录入 {row.enteredClosed ? <StatusTag tone="warn">补录已办结</StatusTag> : null}
      {late !== null && !row.enteredClosed ? <StatusTag tone="warn">事后 {late} 天补录</StatusTag> : null}
    </small>
  );
}

/** Of a frozen year: the row stands as it was, its record does not. */
function Changed({ row: { changed } }: { row: EvidenceRow }) {
  if (changed === null) return null;
  return (
    <small className="soft">
      {" "}
      <StatusTag tone="warn">封存后修改</StatusTag> {changed.on}：{changed.reason}
    </small>
  );
}

/**
 * The rows that make a figure: each leads to its record, says what it counts for and why.
 * @property shares each row is a share by the head: that it is less than one lowers nothing
 */
export function EvidenceTable({ township, rows, shares = false }: Props & { shares?: boolean }) {
  return (
    <div className="table-scroll" role="region" aria-label="构成这个数的记录" tabIndex={0}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">记录</th>
            <th scope="col">计入</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)}>
              <td data-label="日期" className="evidence-day">
                {dayText(row)}
              </td>
              <td data-label="记录">
                <div>
                  <Record township={township} row={row} />
                  <div>
                    {row.numerator < row.denominator && !shares ? (
                      <StatusTag tone="warn">{reasonOf(row)}</StatusTag>
                    ) : (
                      <small>{reasonOf(row)}</small>
                    )}{" "}
                    <Entry row={row} />
                    <Changed row={row} />
                  </div>
                </div>
              </td>
              <td data-label="计入" className="number">
                {plain(row.numerator)}/{plain(row.denominator)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was left out of the figure and why: nobody should have to guess. */
export function LeftOut({ township, rows, total }: Props & { total: number }) {
  if (total === 0) return null;
  return (
    <details className="evidence-out">
      <summary>未计入 {total} 条</summary>
      <ul className="soft">
        {rows.map((row, index) => (
          <li key={keyOf(row, index)}>
            {row.occurredOn} {behindText(row.recordType)} <Record township={township} row={row} />：
            {reasonOf(row)} <Entry row={row} />
            <Changed row={row} />
          </li>
        ))}
      </ul>
      {total > rows.length ? <small>只列前 {rows.length} 条。</small> : null}
    </details>
  );
}
