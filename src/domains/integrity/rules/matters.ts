import { type Day, daysBetween } from "@/lib/dates";
import { aboutRecord, type Raised } from "./raised";
import { unassignedDays, untouchedDays } from "./signals";

/** A mandate that ended shortly before a session. */
export type Ended = {
  townshipId: string;
  sessionId: string;
  startsOn: Day;
  deputyId: string;
  name: string;
  endsOn: Day;
};

/** One signal a session, whoever it was that left before it. */
export function mandatesEnded(ended: readonly Ended[]): Raised[] {
  const sessions = [...new Set(ended.map(({ sessionId }) => sessionId))];
  return sessions.flatMap((sessionId) => {
    const left = ended.filter((one) => one.sessionId === sessionId);
    const [first] = left;
    if (first === undefined) return [];
    const who = left.map(
      ({ name, endsOn, startsOn }) => `${name}（会前 ${daysBetween(endsOn, startsOn)} 天）`,
    );
    const raised = aboutRecord(
      "mandateEnded",
      { townshipId: first.townshipId, recordType: "session", recordId: sessionId },
      first.startsOn,
      `${first.startsOn} 的人代会前终止 ${left.length} 名代表资格：${who.join("、")}，应到人数相应减少`,
    );
    const deputies = left.map(({ deputyId }) => ({ type: "deputy", id: deputyId }));
    return { ...raised, records: [...raised.records, ...deputies] };
  });
}

/** A suggestion with the day it should have been assigned by, and the one it was. */
export type Waiting = {
  townshipId: string;
  recordId: string;
  day: Day;
  assignDueOn: Day;
  assignedOn: Day | null;
};

const suggestion = ({ townshipId, recordId }: { townshipId: string; recordId: string }) => ({
  ...{ townshipId, recordId, recordType: "suggestion" },
});

/** Suggestions that nobody took a step of for long. @param waiting those of which none was ever entered */
export const neverBegun = (waiting: readonly Waiting[], today: Day): Raised[] =>
  waiting.flatMap((one) => {
    const { assignedOn, assignDueOn, day } = one;
    const waited = daysBetween(assignedOn ?? assignDueOn, today);
    if (waited <= (assignedOn === null ? unassignedDays : untouchedDays)) return [];
    const text =
      assignedOn === null
        ? `${day} 提出，应在 ${assignDueOn} 前交办，过了 ${waited} 天还没有交办`
        : `${assignedOn} 交办，${waited} 天没有登记任何进展`;
    return aboutRecord("neverBegun", suggestion(one), day, text);
  });

/** A rating "satisfied" that the office entered on the day it entered the reply. */
export type OfficeRating = { townshipId: string; recordId: string; ratedOn: Day; enteredOn: Day };

export const ratedByOffice = (ratings: readonly OfficeRating[]): Raised[] =>
  ratings.map((one) =>
    aboutRecord(
      "ratedByOffice",
      suggestion(one),
      one.ratedOn,
      `${one.enteredOn} 同一天由办公室录入答复和测评，测评为“满意”，不是代表自己所填`,
    ),
  );
