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

/** The two sides' numbers of one township or of the county, each opening its rows. */
function Sides({
  base,
  year,
  code,
  township,
  more,
  less,
}: { base: string; year: number; code: Imbalance["code"]; township?: string } & Record<
  "more" | "less",
  number
>) {
  const within = { year, ...(township === undefined ? {} : { township }) };
  const side = (which: "more" | "less", count: number) =>
    count === 0 ? (
      <span className="number">0</span>
    ) : (
      <Link className="number" href={rowsHref(base, `${code}.${which}`, within)}>
        {count}
      </Link>
    );
  return (
    <>
      <td className="number">{side("more", more)}</td>
      <td className="number">{side("less", less)}</td>
    </>
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
              <Sides base={base} year={data.year} code={code} township={township} {...sides} />
              <td>
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
          const { title, more, less, counted, advice } = imbalances[code];
          const { leaning, ...sides } = sum;
          return (
            <section key={code} aria-label={title} className="stack">
              <h3>
                {title} <StatusTag tone={tones[leaning]}>{leaningWords[leaning]}</StatusTag>
              </h3>
              <p>{imbalance.finding}。</p>
              <table className="data-table">
                <thead>
                  <tr>
                    <th scope="col">全县</th>
                    <th scope="col">{more}</th>
                    <th scope="col">{less}</th>
                  </tr>
                </thead>
                <tbody>
                  <tr>
                    <th scope="row">合计</th>
                    <Sides base={base} year={data.year} code={code} {...sides} />
                  </tr>
                </tbody>
              </table>
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
