const yes = (label: string) => [{ value: "yes", label }];

export const yearChoices = (years: readonly number[]) =>
  years.map((year) => ({ value: String(year), label: `${year} 年` }));

/** Filters that many lists offer; without one chosen, all years and only what stands. */
export const yearFilter = (years: readonly number[]) => ({
  key: "year",
  label: "年度",
  options: yearChoices(years),
});
export const voidedFilter = { key: "voided", label: "范围", options: yes("含已作废") };
export const overdueFilter = { key: "overdue", label: "期限", options: yes("只看逾期") };
