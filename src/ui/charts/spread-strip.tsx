import { figureText } from "../figure";
import { prepareSpread, type SpreadEntry } from "./spread";

type SpreadStripProps = { label: string; entries: readonly SpreadEntry[]; ownId?: string; unit?: string };

/** A dot of many is larger, but never so large that it hides its neighbours. */
const sizeOf = (count: number): number => Math.min(5 + Math.log2(count) * 1.2, 9);

const named = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join("、")}等 ${names.length} 个` : names.join("、");

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
            key={dot.value}
            cx={`${x(dot.at)}%`}
            cy="17"
            r={sizeOf(dot.names.length) + (dot.own ? 1 : 0)}
            fill={dot.own ? "#24527a" : "#fff"}
            stroke={dot.own ? "#24527a" : "#6d7d8d"}
            strokeWidth="1.5"
          >
            <title>{`${named(dot.names)} ${text(dot.value)}`}</title>
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
