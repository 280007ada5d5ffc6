import Link from "next/link";
import { Panel } from "@/ui/panel";
import type { yearFigures } from "../data";

type Figures = Awaited<ReturnType<typeof yearFigures>>;
type Figure = {
  label: string;
  done: number;
  of: number;
  unit: string;
  /** the list of what is done */
  href: string;
  /** the list of all of them, where `of` counts records and not what the law asks for */
  ofHref?: string;
  /** 未录 and 无 stand in place of a number that nobody entered */
  missing?: "未录" | "无" | null;
};

function Gauge({ label, done, of, unit, href, ofHref, missing = null }: Figure) {
  const whole = `/ ${of} ${unit}`;
  return (
    <div className="gauge">
      <Link className="soft" href={ofHref ?? href}>
        {label}
      </Link>
      {missing !== null ? (
        <span className="gauge-number soft">{missing}</span>
      ) : (
        <span>
          <Link className="gauge-number number" href={href} aria-label={`${label} ${done} ${unit}`}>
            {done}
          </Link>{" "}
          {ofHref === undefined ? (
            <span className="soft">{whole}</span>
          ) : (
            <Link className="soft" href={ofHref}>
              {whole}
            </Link>
          )}
        </span>
      )}
      <progress max={Math.max(of, 1)} value={Math.min(done, of)} aria-label={`${label} ${done}/${of}`} />
    </div>
  );
}

/** Four figures of the year against what is asked for; each number leads to the records that make it. */
export function FiguresPanel({ township, figures }: { township: string; figures: Figures }) {
  const base = `/t/${township}`;
  const year = `?year=${figures.year}`;
  const missing = (records: number, declared: boolean) => (records > 0 ? null : declared ? "无" : "未录");
  const gauges: Figure[] = [
    {
      label: "主席团会议",
      done: figures.quarters,
      of: 4,
      unit: "季",
      href: `${base}/presidium${year}`,
      missing: figures.presidiumKnown ? null : "未录",
    },
    {
      label: "建议办结",
      done: figures.suggestionsClosed,
      of: figures.suggestions,
      unit: "件",
      href: `${base}/suggestions${year}&state=closed`,
      ofHref: `${base}/suggestions${year}&state=registered`,
      missing: missing(figures.suggestions, figures.suggestionsDeclared),
    },
    {
      label: "问题销号",
      done: figures.findingsClosed,
      of: figures.findings,
      unit: "个",
      href: `${base}/supervision/findings${year}&state=closed`,
      ofHref: `${base}/supervision/findings${year}`,
      missing: missing(figures.findings, figures.supervisionKnown),
    },
    {
      label: "人代会",
      done: figures.sessions,
      of: figures.sessionsNeeded,
      unit: "次",
      href: `${base}/sessions${year}`,
      missing: figures.sessionsKnown ? null : "未录",
    },
  ];
  return (
    <Panel title="今年走到哪里">
      <div className="gauges">
        {gauges.map((gauge) => (
          <Gauge key={gauge.label} {...gauge} />
        ))}
      </div>
    </Panel>
  );
}
