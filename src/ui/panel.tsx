import { useId, type ReactNode } from "react";

type PanelProps = {
  title?: string;
  note?: ReactNode;
  extra?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** The white card everything sits on. With a title it is a named region. */
export function Panel({ title, note, extra, className = "", children }: PanelProps) {
  const id = useId();
  if (!title) return <div className={`panel ${className}`}>{children}</div>;
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {note ? <small>{note}</small> : null}
        {extra ? <div className="panel-extra">{extra}</div> : null}
      </div>
      {children}
    </section>
  );
}
