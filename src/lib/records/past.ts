import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { AnyKind, Facts } from "./kind";

/** What has happened is entered on its day or later. */
export const hasHappened = ({ fields }: AnyKind, facts: Facts, today: Day): Decision =>
  firstDenial(
    ...Object.entries(fields).map(([key, { label, past }]) => {
      const fact = facts[key];
      return past && typeof fact === "string" && fact > today
        ? about(key, deny(`${label} ${fact} 还没到，请核对；到当天或之后再登记。`))
        : allow;
    }),
  );
