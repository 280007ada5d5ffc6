import type { OnePage as Page, OnePageHead } from "../data/one-page";
import { percentileText, stateLabels } from "../labels";
import "./one-page.css";

type Bar = Page["dimensions"][number];
type Placed = Page["weakest"];

const percent = (share: number): string => `${(share * 100).toFixed(0)}%`;

/** A dimension's share as a bar; the stroke across it is the middle of the class. */
function DimensionBar({ code, name, points, max, share, missing, middle }: Bar) {
  return (
    <tr>
      <th scope="row">
        {code} {name}
      </th>
      <td className="one-page-bar">
        <span className="one-page-track" aria-hidden>
          <span className="one-page-fill" style={{ width: percent(share ?? 0) }} />
          {middle === null ? null : <span className="one-page-middle" style={{ left: percent(middle) }} />}
        </span>
      </td>
      <td className="number">
        {share === null ? (missing ? "未录" : "无") : `${points.toFixed(2)} / ${max}`}
      </td>
      <td className="number">{share === null ? "–" : percent(share)}</td>
      <td className="number">{middle === null ? "–" : percent(middle)}</td>
    </tr>
  );
}

function Few({ title, placed }: { title: string; placed: Placed }) {
  return (
    <section>
      <h3>{title}</h3>
      <ol>
        {placed.map(({ code, name, points, max, share, sentence, percentile }) => (
          <li key={code}>
            <strong>
              {code} {name}
            </strong>{" "}
            {points} / {max} 分，
            {percentile === null ? `得分率 ${percent(share)}` : percentileText(percentile)}
            <p className="one-page-sentence">{sentence}</p>
          </li>
        ))}
      </ol>
      {placed.length === 0 ? <p>没有明显的项。</p> : null}
    </section>
  );
}

function Figures({ page }: { page: Page }) {
  const { points, final, grade, percentile } = page;
  const figures = [
    { label: "得分", value: points === null ? "未录" : points.toFixed(2) },
    { label: "总分（含加扣分）", value: final === null ? "未录" : final.toFixed(2) },
    { label: "等次", value: grade ?? "暂无" },
    { label: "在同类中", value: percentileText(percentile) },
  ];
  return (
    <dl className="one-page-figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const missingText = ({ notEntered, notEnteredTotal }: Page): string =>
  `${notEntered.join("、")}${notEnteredTotal > notEntered.length ? `等 ${notEnteredTotal} 项` : ""}`;

/** All indicators, small: what the bars above are made of. */
function Indicators({ indicators }: Pick<Page, "indicators">) {
  return (
    <section>
      <h3>各项得分</h3>
      <ul className="one-page-indicators">
        {indicators.map(({ code, name, points, max, state }) => (
          <li key={code}>
            <span>
              {code} {name}
            </span>
            <span className="number">
              {state === "scored" ? `${points ?? 0} / ${max}` : stateLabels[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One township on one sheet. */
export function OnePageSheet({ head, page }: { head: OnePageHead; page: Page }) {
  const { township, dimensions, extras, vetoes } = page;
  return (
    <article className="one-page" aria-label={township.name}>
      <header>
        <h2>
          {township.name} {head.year} 年度考核一页
        </h2>
        <p>
          {head.county} · {page.place}
        </p>
        {head.standing === null ? null : <p className="one-page-standing">{head.standing}</p>}
      </header>
      <Figures page={page} />
      <table>
        <caption>各方面得分率，竖线为同类中位</caption>
        <thead>
          <tr>
            <th scope="col">方面</th>
            <th scope="col">对比</th>
            <th scope="col">得分</th>
            <th scope="col">得分率</th>
            <th scope="col">同类中位</th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map((one) => (
            <DimensionBar key={one.code} {...one} />
          ))}
        </tbody>
      </table>
      <div className="one-page-few">
        <Few title="最弱三项" placed={page.weakest} />
        <Few title="最强三项" placed={page.strongest} />
      </div>
      <Indicators indicators={page.indicators} />
      <section className="one-page-rest">
        <h3>需要知道的</h3>
        <ul>
          <li>{page.note}</li>
          {page.notEnteredTotal > 0 ? <li>未录：{missingText(page)}。</li> : null}
          {[...extras, ...vetoes.map((name) => `一票否决：${name}`)].map((one) => (
            <li key={one}>{one}</li>
          ))}
          <li>{page.gradeWhy}</li>
        </ul>
      </section>
      <footer>
        {head.worth}按{head.schemeSaid}计分。
      </footer>
    </article>
  );
}
