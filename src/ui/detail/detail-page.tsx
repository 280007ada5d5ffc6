import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { PrintButton } from "../list/export-button";
import { FoldedActions } from "../list/folded-actions";
import { BesideRecord } from "./beside-record";

export type Crumb = { label: string; href?: string };

type DetailPageProps = {
  crumbs: readonly Crumb[];
  title: string;
  tag?: ReactNode;
  /** Quiet buttons beside the title, after 打印: 修改, 作废 … */
  actions?: ReactNode;
  steps?: ReactNode;
  next?: ReactNode;
  /** Right column, as Panels: 经过 …; what stands beside every record (beside-record) comes before it. */
  aside?: ReactNode;
  /** Left column, as Panels with Facts. */
  children: ReactNode;
};

export function DetailPage({ crumbs, title, tag, actions, steps, next, aside, children }: DetailPageProps) {
  return (
    <article className="stack">
      <header className="detail-head">
        <Crumbs items={crumbs} leave />
        <div className="row">
          <h1>{title}</h1>
          {tag}
          <FoldedActions className="detail-actions">
            <PrintButton />
            {actions}
          </FoldedActions>
        </div>
      </header>
      {steps}
      <div className={aside ? "columns" : "stack"}>
        <div className="stack">
          {next}
          {children}
        </div>
        {aside ? (
          <div className="stack">
            <BesideRecord />
            {aside}
          </div>
        ) : null}
      </div>
    </article>
  );
}

/** @param leave Esc follows the last link: only where nothing typed can be lost */
export function Crumbs({ items, leave = false }: { items: readonly Crumb[]; leave?: boolean }) {
  return (
    <nav aria-label="所在位置" className="crumbs" data-shortcut={leave ? "back" : undefined}>
      {items.map((item, index) => (
        <Fragment key={item.label}>
          {index > 0 ? <span aria-hidden> / </span> : null}
          {item.href ? <Link href={item.href}>{item.label}</Link> : <span>{item.label}</span>}
        </Fragment>
      ))}
    </nav>
  );
}
