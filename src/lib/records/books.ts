/** The registers that offices call by a name of their own, in this order; any other kind has one under the kind's name. */
export const bookLabels = {
  presidium: "主席团会议记录簿",
  suggestions: "议案建议登记簿",
  supervision: "监督工作登记簿",
  sessions: "人代会会议记录簿",
  projects: "民生实事项目台账",
  roster: "代表编组和名册",
  plans: "年度工作计划",
  visits: "来信来访登记簿",
  groups: "小组活动记录簿",
  documents: "文件簿",
  appraisals: "站所评议台账",
} as const;

export type NamedBook = keyof typeof bookLabels;

const order = Object.keys(bookLabels);

/** @param kept what the kind is called whose records are kept in it */
export const bookName = (book: string, kept: string): string =>
  (bookLabels as Readonly<Record<string, string | undefined>>)[book] ?? `${kept}登记簿`;

/** Where a book stands among all: those with a name first. */
export const placeOfBook = (book: string): number => {
  const place = order.indexOf(book);
  return place < 0 ? order.length : place;
};
