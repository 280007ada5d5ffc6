import type { Day } from "@/lib/dates";

/** From a day to another, or the one day it all happened on; a date is never broken in two. */
export function DaySpan({ from, to }: { from: Day; to: Day | null }) {
  if (to === null || to === from) return <span className="unbroken">{from}</span>;
  return (
    <>
      <span className="unbroken">{from}</span> <span className="unbroken">至 {to}</span>
    </>
  );
}
