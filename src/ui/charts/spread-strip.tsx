import { figureText } from "../figure";
import { prepareSpread, type SpreadEntry } from "./spread";

type SpreadStripProps = { label: string; entries: readonly SpreadEntry[]; ownId?: string; unit?: string };

/** All townships as dots on one line, the median as a stroke, one's own in full colour: where do we stand? */
export function SpreadStrip({ label, entries, ownId, unit = "" }: SpreadStripProps) {
  const spread = prepareSpread(entries, ownId);
  if (!spread) return <p className="soft">{label}：还没有可以比较的数字。</p>;
  const text = (value: number) => figureText(value, unit);
  const own = spread.own ? `，${spread.own.name} ${text(spread.own.value)}` : "";
  const absent = spread.absent > 0 ? `，${spread.absent} 个没有数字` : "";
  const sentence = `${label}：最低 ${text(spread.low)}，中位 ${text(spread.median.value)}，最高 ${text(spread.high)}${own}${absent}`;
  const x = (at: number) => 4 + at * 0.92;
  return (
    <div className="spread">
      <p className="spread-title">{label}</p>
      <svg role="img" aria-label={sentence} width="100%" height="34">
        <line x1="4%" x2="96%" y1="17" y2="17" stroke="#c3ccd6" />
        <line
          x1={`${x(spread.median.at)}%`}
          x2={`${x(spread.median.at)}%`}
          y1="4"
          y2="30"
          stroke="#556270"
          strokeWidth="2"
        />
        {spread.dots.map((dot) => (
          <circle
            key={dot.id}
            cx={`${x(dot.at)}%`}
            cy="17"
            r={dot.own ? 7 : 5}
            fill={dot.own ? "#24527a" : "#fff"}
            stroke={dot.own ? "#24527a" : "#6d7d8d"}
            strokeWidth="1.5"
          >
            <title>{`${dot.name} ${text(dot.value)}`}</title>
          </circle>
        ))}
      </svg>
      <p className="spread-words" aria-hidden>
        <span>{text(spread.low)}</span>
        <span>
          中位 {text(spread.median.value)}
          {spread.own ? ` · ${spread.own.name} ${text(spread.own.value)}` : ""}
        </span>
        <span>{text(spread.high)}</span>
      </p>
    </div>
  );
}
