"use client";

import dynamic from "next/dynamic";

/** Recharts weighs 105 kB: it is fetched only where a trend is drawn, into a place of its own height. */
export const TrendChart = dynamic(() => import("./trend-chart"), {
  ssr: false,
  loading: () => <div className="chart-wait" />,
});
