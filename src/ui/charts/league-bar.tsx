import { Value } from "../detail/value";
import { ChartFrame } from "./chart-frame";
import { prepareLeague, type LeagueClass } from "./league";

type LeagueBarProps = {
  finding: string;
  note?: string;
  classes: readonly LeagueClass[];
  unit?: string;
  /** The full length of a bar, e.g. 100 for points; by default the best value. */
  top?: number;
  /** The reader's own township, marked. */
  ownId?: string;
};

/** Ranked bars within each class; every number is a link to what makes it. */
export function LeagueBar({ finding, note, classes, unit = "", top, ownId }: LeagueBarProps) {
  return (
    <ChartFrame finding={finding} note={note}>
      {prepareLeague(classes, top).map(({ label, bars }) => (
        <div key={label} className="league">
          <h3>{label}</h3>
          <ol>
            {bars.map((bar) => (
              <li key={bar.id} className={bar.id === ownId ? "league-line league-own" : "league-line"}>
                <span className="league-place">
                  {bar.tied ? "并列 " : ""}
                  {bar.place ?? "–"}
                </span>
                <span className="league-name">{bar.name}</span>
                <span className="league-track" aria-hidden>
                  <span style={{ width: `${bar.length}%` }} />
                </span>
                <span className="number">
                  <Value of={bar.figure} unit={unit} text={bar.text} href={bar.href} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </ChartFrame>
  );
}
