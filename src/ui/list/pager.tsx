"use client";

import Link from "next/link";
import { pageNumbers } from "./url-state";
import { useUrlState } from "./use-url-state";

/** Pages as links: they can be opened in a tab, passed on and gone back to. */
export function Pager({ total, pageSize }: { total: number; pageSize: number }) {
  const { page, hrefWith } = useUrlState();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const link = (target: number, label: string, name?: string) => (
    <Link className="btn" href={hrefWith({ page: String(target) })} aria-label={name}>
      {label}
    </Link>
  );
  return (
    <nav className="pager" aria-label="翻页" data-more>
      <span className="soft">
        第 {page} / {pages} 页<span className="print-only">打印全部，请用页面上的「打印」按钮。</span>
      </span>
      {page > 1 ? link(page - 1, "上一页") : null}
      {pageNumbers(page, pages).map((number, index) =>
        number === 0 ? (
          <span key={`gap${index}`} className="no-print" aria-hidden>
            …
          </span>
        ) : (
          <Link
            key={number}
            className={number === page ? "btn btn-primary" : "btn"}
            href={hrefWith({ page: String(number) })}
            aria-label={`第 ${number} 页`}
            aria-current={number === page ? "page" : undefined}
          >
            {number}
          </Link>
        ),
      )}
      {page < pages ? link(page + 1, "下一页") : null}
    </nav>
  );
}
