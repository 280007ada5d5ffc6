import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";

/** Materials lie before the deputies by the day of the hearing. */
export const materialsCameFirst = ({
  occurredOn,
  materialsSentOn,
}: {
  occurredOn: Day;
  materialsSentOn: Day | null;
}): Decision =>
  materialsSentOn !== null && materialsSentOn > occurredOn
    ? about(
        "materialsSentOn",
        deny(`材料送达日期 ${materialsSentOn} 晚于听取日期（${occurredOn}），请核对。`),
      )
    : allow;
