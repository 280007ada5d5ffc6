import Link from "next/link";
import { StatusTag } from "@/ui/detail/status-tag";
import { ScrollFrame } from "@/ui/list/scroll-frame";
import { Panel } from "@/ui/panel";
import type { Tone } from "@/ui/tone";
import type { Imbalance, Picture } from "../data/picture";
import { imbalances, type Leaning, leaningWords } from "../rules/imbalances";
import { rowsHref } from "./decision-cards";

const tones: Readonly<Record<Leaning, Tone>> = {
  none: "neutral",
  tooFew: "neutral",
  leans: "warn",
  balanced: "good",
};

type Shown = Pick<Picture, "townships" | "year">;

type SideProps = { base: string; year: number; of: string; township?: string; count: number };

/** A side's number, opening its rows. */
function Side({ base, year, of, township, count }: SideProps) {
  if (count === 0) return <span className="number">0</span>;
  return (
    <Link
      className="number"
      href={rowsHref(base, of, { year, ...(township === undefined ? {} : { township }) })}
    >
      {count}
    </Link>
  );
}

function ByTownship({ base, data, imbalance }: { base: string; data: Shown; imbalance: Imbalance }) {
  const { code, townships } = imbalance;
  const names = new Map(data.townships.map((row) => [row.code, row.shortName]));
  const { more, less } = imbalances[code];
  return (
    <ScrollFrame className="table-scroll" label={`${imbalances[code].about}，按乡镇`}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">乡镇</th>
            <th scope="col">{more}</th>
            <th scope="col">{less}</th>
            <th scope="col">看法</th>
          </tr>
        </thead>
        <tbody>
          {townships.map(({ code: township, leaning, ...sides }) => (
            <tr key={township}>
              <th scope="row">{names.get(township) ?? township}</th>
              {(["more", "less"] as const).map((side) => (
                <td key={side} className="number" data-label={imbalances[code][side]}>
                  <Side {...{ base, year: data.year, of: `${code}.${side}`, township }} count={sides[side]} />
                </td>
              ))}
              <td data-label="看法">
                <StatusTag tone={tones[leaning]}>{leaningWords[leaning]}</StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

/** Where work leans to one side: structural diagnostics with their figures, and never points (R96). */
export function ImbalancePanel({ base, data }: { base: string; data: Picture }) {
  return (
    <Panel title="四个不平衡" note="看工作怎样构成，是提示，不计分">
      <div className="imbalances">
        {data.imbalances.map((imbalance) => {
          const { code, sum } = imbalance;
          const { title, counted, advice } = imbalances[code];
          const { leaning } = sum;
          return (
            <section key={code} aria-label={title} className="stack">
              <h3>
                {title} <StatusTag tone={tones[leaning]}>{leaningWords[leaning]}</StatusTag>
              </h3>
              <p>{imbalance.finding}。</p>
              <dl className="imbalance-sides">
                {(["more", "less"] as const).map((side) => (
                  <div key={side}>
                    <dt>{imbalances[code][side]}</dt>
                    <dd>
                      <Side {...{ base, year: data.year, of: `${code}.${side}` }} count={sum[side]} />
                    </dd>
                  </div>
                ))}
              </dl>
              {leaning === "leans" ? <p className="soft">{advice}</p> : null}
              <details>
                <summary>按乡镇看，怎样数的</summary>
                <p className="soft">
                  {counted}。{imbalance.line}。
                </p>
                <ByTownship base={base} data={data} imbalance={imbalance} />
              </details>
            </section>
          );
        })}
      </div>
    </Panel>
  );
}
