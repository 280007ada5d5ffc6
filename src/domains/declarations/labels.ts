/** What a township can say it had none of in a year. */
export const subjects = ["session", "presidium", "supervision", "suggestion"] as const;
export type Subject = (typeof subjects)[number];

export const subjectLabels: Record<Subject, { record: string; none: string; page: string }> = {
  session: { record: "人代会", none: "本年未召开人代会", page: "sessions" },
  presidium: { record: "主席团会议", none: "本年未召开主席团会议", page: "presidium" },
  supervision: { record: "监督活动", none: "本年未开展监督活动", page: "supervision" },
  suggestion: { record: "代表建议", none: "本年没有代表建议", page: "suggestions" },
};

/** "2026 年未召开人代会". */
export const noneOf = (year: number, subject: Subject): string =>
  `${year} 年${subjectLabels[subject].none.replace("本年", "")}`;
