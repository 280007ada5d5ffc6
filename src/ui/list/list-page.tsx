import type { ReactNode } from "react";
import { type Crumb, Crumbs } from "../detail/detail-page";
import { PrintButton } from "./export-button";
import { FoldedActions } from "./folded-actions";

type ListPageProps = {
  /** For a list that lies under another page. */
  crumbs?: readonly Crumb[];
  /** ways to the lists that belong to this one */
  tabs?: ReactNode;
  title: string;
  /** Rows found, all pages together. */
  count?: number;
  /** What is counted: 条 by default, 个 for townships and accounts. */
  countUnit?: string;
  note?: ReactNode;
  filters?: ReactNode;
  /** Right of the filters, after 打印: ExportButton, then the one LinkButton that adds. */
  actions?: ReactNode;
  children: ReactNode;
};

export function ListPage({
  crumbs = [],
  tabs,
  title,
  count,
  countUnit = "条",
  note,
  filters,
  actions,
  children,
}: ListPageProps) {
  return (
    <div className="stack">
      <header className="list-head">
        {crumbs.length > 0 ? <Crumbs items={crumbs} leave /> : null}
        <h1>{title}</h1>
        {count === undefined ? null : (
          <span className="soft">
            {count.toLocaleString("zh-CN")} {countUnit}
          </span>
        )}
        {note ? <span className="soft">{note}</span> : null}
      </header>
      {tabs}
      <div className="list-tools">
        {filters}
        <FoldedActions className="list-actions">
          <PrintButton />
          {actions}
        </FoldedActions>
      </div>
      {children}
    </div>
  );
}
