import Link from "next/link";
import { Fragment } from "react";
import { figureText } from "../figure";
import { labelsOf, prepareSpread, type Spread, type SpreadEntry } from "./spread";

type SpreadStripProps = {
  label: string;
  entries: readonly SpreadEntry[];
  ownId?: string;
  unit?: string;
  /** What makes a township's figure; then every dot has its names below the line. */
  hrefOf?: (id: string) => string;
  /** Names stand at the dots, where there is room. */
  named?: boolean;
};

/** Whose dot it is, where there is room for the name. */
function DotNames({ spread, x }: { spread: Spread; x: (at: number) => number }) {
  return labelsOf(spread).map(({ value, at, text, anchor, above }) => (
    <text
      key={value}
      x={`${x(at)}%`}
      y={above ? 11 : 61}
      textAnchor={anchor}
      fontSize="0.8rem"
      fill="#1c2733"
    >
      {text}
    </text>
  ));
}

/** A dot of many is larger, but never so large that it hides its neighbours. */
const sizeOf = (count: number): number => Math.min(5 + Math.log2(count) * 1.2, 9);

const named = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join("、")}等 ${names.length} 个` : names.join("、");

/** Whose dot is where, the highest first: dots are too close to one another for names beside them. */
function Names({ spread, hrefOf, text }: NamesProps) {
  return (
    <details className="spread-names">
      <summary>看每个点是谁</summary>
      <ul>
        {spread.dots
          .toSorted((one, other) => other.value - one.value)
          .map(({ value, ids, names }) => (
            <li key={value}>
              <span className="number">{text(value)}</span>{" "}
              {ids.map((id, index) => (
                <Fragment key={id}>
                  {index > 0 ? "、" : ""}
                  <Link href={hrefOf(id)}>{names[index]}</Link>
                </Fragment>
              ))}
            </li>
          ))}
      </ul>
    </details>
  );
}

type NamesProps = { spread: Spread; hrefOf: (id: string) => string; text: (value: number) => string };

/** Names of an end of the line, so that it can be read without touching it. */
const endOf = (spread: Spread, value: number): string => {
  const [name = "", ...rest] = spread.dots.find((dot) => dot.value === value)?.names ?? [];
  return rest.length === 0 ? name : `${name}等 ${rest.length + 1} 个`;
};

/** All townships as dots on one line, the median as a stroke, one's own in full colour: where do we stand? */
export function SpreadStrip({
  label,
  entries,
  ownId,
  unit = "",
  hrefOf,
  named: atDots = false,
}: SpreadStripProps) {
  const spread = prepareSpread(entries, ownId);
  if (!spread) return <p className="soft">{label}：还没有可以比较的数字。</p>;
  const text = (value: number) => figureText(value, unit);
  const own = spread.own ? `，${spread.own.name} ${text(spread.own.value)}` : "";
  const absent = spread.absent > 0 ? `，${spread.absent} 个没有数字` : "";
  const sentence = `${label}：最低 ${text(spread.low)}，中位 ${text(spread.median.value)}，最高 ${text(spread.high)}${own}${absent}`;
  const x = (at: number) => 4 + at * 0.92;
  const middle = atDots ? 34 : 17;
  return (
    <div className="spread">
      <p className="spread-title">{label}</p>
      <svg role="img" aria-label={sentence} width="100%" height={2 * middle}>
        <line x1="4%" x2="96%" y1={middle} y2={middle} stroke="#c3ccd6" />
        <line
          x1={`${x(spread.median.at)}%`}
          x2={`${x(spread.median.at)}%`}
          y1={middle - 13}
          y2={middle + 13}
          stroke="#556270"
          strokeWidth="2"
        />
        {spread.dots.map((dot) => (
          <circle
            key={dot.value}
            cx={`${x(dot.at)}%`}
            cy={middle}
            r={sizeOf(dot.names.length) + (dot.own ? 1 : 0)}
            fill={dot.own ? "#24527a" : "#fff"}
            stroke={dot.own ? "#24527a" : "#6d7d8d"}
            strokeWidth="1.5"
          >
            <title>{`${named(dot.names)} ${text(dot.value)}`}</title>
          </circle>
        ))}
        {atDots ? <DotNames spread={spread} x={x} /> : null}
      </svg>
      <p className="spread-words" aria-hidden>
        <span>
          {endOf(spread, spread.low)} {text(spread.low)}
        </span>
        <span>
          中位 {text(spread.median.value)}
          {spread.own ? ` · ${spread.own.name} ${text(spread.own.value)}` : ""}
        </span>
        <span>
          {endOf(spread, spread.high)} {text(spread.high)}
        </span>
      </p>
      {hrefOf ? <Names spread={spread} hrefOf={hrefOf} text={text} /> : null}
    </div>
  );
}
