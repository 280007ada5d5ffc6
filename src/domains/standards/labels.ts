/** What a standard of duty counts; the words stand where a deputy's progress is told: 建议 1/2. */
export const deedLabels = {
  report: "述职",
  suggestion: "建议",
  speech: "发言",
  activity: "活动",
  visit: "走访",
  forum: "座谈会",
  advice: "献策",
  service: "办实事",
  help: "帮扶",
  mediation: "调解",
} as const;
export type Deed = keyof typeof deedLabels;

/** What one more of it is called in the county's form, with its period. */
export const deedHints: Record<Deed, { label: string; unit: string }> = {
  report: { label: "向选民述职（任期内）", unit: "次" },
  suggestion: { label: "提建议（每年）", unit: "件" },
  speech: { label: "人代会发言（每次会议）", unit: "次" },
  activity: { label: "参加活动（每年）", unit: "次" },
  visit: { label: "走访选民（每年）", unit: "户" },
  forum: { label: "召开选民座谈会（每年）", unit: "次" },
  advice: { label: "献计献策（每年）", unit: "条" },
  service: { label: "为选民办实事（每年）", unit: "件" },
  help: { label: "帮扶困难户（每年）", unit: "户" },
  mediation: { label: "调解纠纷（每年）", unit: "次" },
};

export const presetLabels = {
  oneToFive: "12345",
  sixOnes: "六个一",
  threeOnes: "三个一",
  own: "本县自定",
} as const;
export type Preset = keyof typeof presetLabels;

export type Targets = Partial<Record<Deed, number>>;

const deeds = Object.keys(deedLabels) as Deed[];

/** The deeds a standard asks for, in the order in which they are always told. */
export const askedDeeds = (targets: Targets): Deed[] => deeds.filter((deed) => (targets[deed] ?? 0) > 0);

/** "述职 1 次、建议 2 件……" */
export const standardText = (targets: Targets): string =>
  askedDeeds(targets)
    .map((deed) => `${deedHints[deed].label} ${targets[deed] ?? 0} ${deedHints[deed].unit}`)
    .join("、");

/** "建议 1/2" */
export const progressText = ({ deed, done, needed }: { deed: Deed; done: number; needed: number }): string =>
  `${deedLabels[deed]} ${done}/${needed}`;
