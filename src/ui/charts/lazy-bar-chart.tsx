"use client";

import dynamic from "next/dynamic";

/** Fetched only where bars are drawn, as the trend is. */
export const BarChart = dynamic(() => import("./bar-chart"), {
  ssr: false,
  loading: () => <div className="chart-wait" />,
});
