import Link from "next/link";
import { Fragment } from "react";

export type HeatTownship = { id: string; name: string; href?: string };
export type HeatClass = { label: string; townships: readonly HeatTownship[] };

/** Classes side by side, their townships below. @param rows what each row is */
export function HeatHead({ rows, classes }: { rows: string; classes: readonly HeatClass[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="heat-name">
          {rows}
        </th>
        {classes.map((group) => (
          <Fragment key={group.label}>
            <td className="heat-gap" rowSpan={2} />
            <th scope="colgroup" colSpan={group.townships.length}>
              <span className="heat-class">{group.label}</span>
            </th>
          </Fragment>
        ))}
        <td className="heat-gap" rowSpan={2} />
        <th scope="col" rowSpan={2} className="heat-median">
          中位
        </th>
      </tr>
      <tr>
        {classes.flatMap((group) =>
          group.townships.map((township) => (
            <th key={township.id} scope="col">
              {township.href ? <Link href={township.href}>{township.name}</Link> : township.name}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

/** What the indicators below it belong to. */
export function GroupHead({ name, columns }: { name: string | undefined; columns: number }) {
  if (name === undefined) return null;
  return (
    <tr className="heat-group">
      <th scope="rowgroup" className="heat-name">
        {name}
      </th>
      <td colSpan={columns} />
    </tr>
  );
}
