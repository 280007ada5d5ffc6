import type { ReactNode } from "react";

type ChartFrameProps = {
  /** The finding in a sentence, not the axes: 「按期答复率三年升了 12 个百分点」. */
  finding: string;
  note?: ReactNode;
  /** The same numbers as a table, for print, screen readers and copying. */
  table?: { head: readonly string[]; rows: readonly (readonly string[])[] };
  children: ReactNode;
};

export function ChartFrame({ finding, note, table, children }: ChartFrameProps) {
  return (
    <figure className="chart">
      <figcaption>
        <strong>{finding}</strong>
        {note ? <small>{note}</small> : null}
      </figcaption>
      {children}
      {table ? (
        <details className="chart-table no-print">
          <summary>看数字</summary>
          <div className="table-scroll" role="region" aria-label={`${finding}（表）`} tabIndex={0}>
            <table className="data-table">
              <thead>
                <tr>
                  {table.head.map((cell) => (
                    <th key={cell} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={row[0]}>
                    {row.map((cell, index) => (
                      <td key={table.head[index]} data-label={table.head[index]}>
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ) : null}
    </figure>
  );
}
