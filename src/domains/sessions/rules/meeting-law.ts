/** A threshold with the article it comes from. `value` null: the law sets no number. */
export type LawValue = { value: number | null; article: string };

export type MeetingLaw = {
  /** days between the notice of a session and its first day */
  sessionNoticeDays: LawValue;
  /** days between handing out the documents and the first day */
  sessionDocumentsDays: LawValue;
  /** days a session lasts at least */
  sessionDays: LawValue;
  /** presidium meetings in each quarter */
  presidiumPerQuarter: LawValue;
};

export type MeetingLawKey = keyof MeetingLaw;

const unset: LawValue = { value: null, article: "" };

const national: MeetingLaw = {
  sessionNoticeDays: unset,
  sessionDocumentsDays: unset,
  sessionDays: unset,
  // No national law fixes the interval; the county guides towards one a quarter.
  presidiumPerQuarter: { value: 1, article: "县人大常委会工作要求" },
};

const byProvince: Record<string, Partial<MeetingLaw>> = {
  zhejiang: {
    sessionNoticeDays: { value: 7, article: "浙江省乡镇人民代表大会工作条例第20条" },
    sessionDocumentsDays: { value: 1, article: "浙江省乡镇人民代表大会工作条例第20条" },
    sessionDays: { value: 1, article: "浙江省乡镇人民代表大会工作条例第16条" },
    presidiumPerQuarter: { value: 1, article: "浙江省乡镇人民代表大会工作条例第24条" },
  },
  chongqing: {
    sessionNoticeDays: { value: 10, article: "重庆市乡镇人民代表大会工作条例第11条" },
    presidiumPerQuarter: { value: 1, article: "重庆市乡镇人民代表大会工作条例第34条" },
  },
};

export type LawOverrideRow = { ruleKey: string; value: number };

/**
 * The meeting rules of a county: its province's where the province has one, else the national ones.
 * @param overrides the county's own values in force on the day; a later one wins
 */
export function meetingLawOf(province: string, overrides: readonly LawOverrideRow[] = []): MeetingLaw {
  const law = { ...national, ...byProvince[province] };
  for (const { ruleKey, value } of overrides) {
    if (ruleKey in law) {
      const key = ruleKey as MeetingLawKey;
      law[key] = { value, article: law[key].article === "" ? "县人大常委会规定" : law[key].article };
    }
  }
  return law;
}
