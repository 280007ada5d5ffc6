import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode; wide?: boolean };

/** One group of facts; an empty value prints 未录, so that a gap is seen. */
export function Facts({ title, items }: { title?: string; items: readonly Fact[] }) {
  return (
    <div className="facts-group">
      {title ? <h2>{title}</h2> : null}
      <dl className="facts">
        {items.map((item) => (
          <div key={item.label} className={item.wide ? "fact fact-wide" : "fact"}>
            <dt>{item.label}</dt>
            <dd>{isEmpty(item.value) ? <span className="value value-absent">未录</span> : item.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === null || value === undefined || value === "";
}
