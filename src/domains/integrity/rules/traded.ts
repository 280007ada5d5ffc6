import { type Day, daysBetween, yearOf } from "@/lib/dates";
import { aboutRecord, type Raised } from "./raised";
import { hastyDays, tradedDays } from "./signals";

/** That a township took another's practice over. @property adoptedOn when that was entered */
export type Use = {
  id: string;
  authorId: string;
  adopterId: string;
  adoptedOn: Day;
  confirmedOn: Day | null;
  helped: boolean | null;
};

const ofAdopter = ({ adopterId, id }: Use) => ({
  ...{ townshipId: adopterId, recordType: "practiceAdoption", recordId: id },
});

/** Said to have helped hardly later than it was entered. */
const hasty = (uses: readonly Use[]): Raised[] =>
  uses.flatMap((use) => {
    const { adoptedOn, confirmedOn, helped } = use;
    if (confirmedOn === null || helped !== true) return [];
    const days = daysBetween(adoptedOn, confirmedOn);
    const text = `登记采用后 ${days} 天就确认有效`;
    return days < hastyDays ? [aboutRecord("tradedPractice", ofAdopter(use), confirmedOn, text)] : [];
  });

/** Two townships that took over one another's within a month: both are asked, and neither is told who the other is. */
const mutual = (uses: readonly Use[]): Raised[] =>
  uses.flatMap((use) => {
    const back = uses.find(
      ({ authorId, adopterId, adoptedOn }) =>
        authorId === use.adopterId &&
        adopterId === use.authorId &&
        Math.abs(daysBetween(adoptedOn, use.adoptedOn)) <= tradedDays,
    );
    if (back === undefined) return [];
    const text = "与本县另一个乡镇在一个月里互相采用了对方的经验";
    const raised = aboutRecord("tradedPractice", ofAdopter(use), use.adoptedOn, text);
    const record = { type: "practiceAdoption", id: back.id };
    return [{ ...raised, beside: { townshipId: back.adopterId, record } }];
  });

/** What may be an exchange of favours, of the uses entered or confirmed in a year; once an adoption. */
export function tradedPractices(uses: readonly Use[], year: number): Raised[] {
  const raised = [...mutual(uses), ...hasty(uses)].filter(({ day }) => yearOf(day) === year);
  return [...new Map(raised.map((one) => [one.subject, one])).values()];
}
