import { type Day, dayInText } from "./dates";

/** The days somebody is away, the last one included. */
export type LeaveDays = { from: Day; until: Day };

/** "3月1日至3月8日请假" */
export const leaveInText = ({ from, until }: LeaveDays): string =>
  `${dayInText(from)}${until === from ? "" : `至${dayInText(until)}`}请假`;
