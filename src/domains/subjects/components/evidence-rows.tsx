import { EvidenceHead } from "@/domains/figures/components/evidence-head";
import { EvidenceTable, LeftOut } from "@/domains/figures/components/evidence-table";
import { ActButton } from "@/ui/link-button";
import type { SubjectEvidence } from "../data/evidence";

/** What is counted, the figure, and the rows that it is the sum of. */
export function EvidenceRows({
  evidence,
  onPage,
}: {
  evidence: SubjectEvidence;
  onPage: (page: number) => void;
}) {
  const { cell, metric, rule, citation, rows, total, page, pageSize, leftOut, leftOutTotal, township } =
    evidence;
  return (
    <div className="stack">
      <EvidenceHead {...{ cell, metric, rule, citation }} />
      {rows.length > 0 ? <EvidenceTable township={township.code} rows={rows} /> : null}
      {total > rows.length ? (
        <div className="row">
          <small>
            共 {total} 条，本页第 {(page - 1) * pageSize + 1} 条起。
          </small>
          {page > 1 ? <ActButton onClick={() => onPage(page - 1)}>上一页</ActButton> : null}
          {page * pageSize < total ? <ActButton onClick={() => onPage(page + 1)}>下一页</ActButton> : null}
        </div>
      ) : null}
      <LeftOut township={township.code} rows={leftOut} total={leftOutTotal} />
    </div>
  );
}
