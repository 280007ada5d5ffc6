import type { Burden } from "../rules/burden";

/** 3月 1 次、2 份: visits, then forms and reports. */
export function monthText({ visits, forms, reports }: Burden, at: number): string[] {
  const papers = forms + reports;
  const said = [...(visits === 0 ? [] : [`${visits} 次`]), ...(papers === 0 ? [] : [`${papers} 份`])];
  return said.length === 0 ? [] : [`${at + 1}月 ${said.join("、")}`];
}
