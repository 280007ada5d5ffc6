import { sparklineRuns } from "./sparkline-path";

type SparklineProps = { label: string; values: readonly (number | null)[]; width?: number; height?: number };

/** A line the size of a word; gaps stay gaps, and a lone point is a dot. */
export function Sparkline({ label, values, width = 88, height = 22 }: SparklineProps) {
  const words = values.map((value) => (value === null ? "无数据" : String(value))).join("、");
  return (
    <svg role="img" aria-label={`${label}：${words}`} width={width} height={height} className="sparkline">
      <g transform="translate(3 3)" fill="none" stroke="#24527a" strokeWidth="2" strokeLinecap="round">
        {sparklineRuns(values, width - 6, height - 6).map((path) => (
          <path key={path} d={path.includes("L") ? path : `${path}h0.1`} />
        ))}
      </g>
    </svg>
  );
}
