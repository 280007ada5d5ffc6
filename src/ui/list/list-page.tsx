import type { ReactNode } from "react";

type ListPageProps = {
  title: string;
  /** Rows found, all pages together. */
  count?: number;
  /** What is counted: 条 by default, 个 for townships and accounts. */
  countUnit?: string;
  note?: ReactNode;
  filters?: ReactNode;
  /** Right of the filters: ExportButton, PrintButton, then the one LinkButton that adds. */
  actions?: ReactNode;
  children: ReactNode;
};

export function ListPage({
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
        <h1>{title}</h1>
        {count === undefined ? null : (
          <span className="soft">
            {count.toLocaleString("zh-CN")} {countUnit}
          </span>
        )}
        {note ? <span className="soft">{note}</span> : null}
      </header>
      {filters || actions ? (
        <div className="list-tools">
          {filters}
          {actions ? <div className="row list-actions no-print">{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </div>
  );
}
