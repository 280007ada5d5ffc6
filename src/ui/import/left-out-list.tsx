import type { LeftOut } from "@/lib/sheets";

const shownRows = 30;

function Row({ name, more }: { name: string; more: string }) {
  return (
    <li>
      <strong>{name}</strong>
      {more === "" ? null : <span className="soft">　{more}</span>}
    </li>
  );
}

const samplesIn = (samples: readonly string[]) => (samples.length === 0 ? "" : `如：${samples.join("、")}`);

/** What the file holds and the import does not take: columns, rows and sheets, each by its name. */
export function LeftOutList({ leftOut: { columns, rows, sheets } }: { leftOut: LeftOut }) {
  return (
    <div className="stack import-left-out">
      {columns.length > 0 ? (
        <div>
          <h3>这 {columns.length} 列不导入</h3>
          <ul>
            {columns.map(({ header, why, samples }) => (
              <Row key={header} name={header} more={why === "" ? samplesIn(samples) : why} />
            ))}
          </ul>
        </div>
      ) : null}
      {rows.length > 0 ? (
        <div>
          <h3>这 {rows.length} 行不导入</h3>
          <ul>
            {rows.slice(0, shownRows).map(({ line, text, why }) => (
              <Row key={line} name={`第${line}行`} more={`${why}：${text}`} />
            ))}
          </ul>
          {rows.length > shownRows ? <p className="soft">这里列出前 {shownRows} 行。</p> : null}
        </div>
      ) : null}
      {sheets.length > 0 ? (
        <div>
          <h3>这 {sheets.length} 个工作表不导入</h3>
          <ul>
            {sheets.map((sheet) => (
              <Row
                key={sheet.name}
                name={sheet.name}
                more={`${sheet.rows} 行${sheet.hidden ? "，在文件里是隐藏的" : ""}`}
              />
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
