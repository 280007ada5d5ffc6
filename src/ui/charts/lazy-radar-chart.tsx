"use client";

import dynamic from "next/dynamic";

/** With Recharts behind it, as the trend: fetched only where a radar is drawn. */
export const RadarChart = dynamic(() => import("./radar-chart"), {
  ssr: false,
  loading: () => <div className="chart-wait" />,
});
