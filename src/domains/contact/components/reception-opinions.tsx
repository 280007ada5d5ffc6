"use client";

import type { DetailSlots } from "@/domains/records/components/slots";
import { NextAction } from "@/ui/detail/next-action";
import type { reception } from "../record";
import { voterOpinion } from "../record";
import { OpinionsBehind } from "./opinions-behind";

/** What was heard on a reception day: the way to enter it, with what the day says already, and what was entered. */
export const receptionDetail: DetailSlots<typeof reception, object> = {
  next: ({ township, record: { id, facts } }) => {
    const { occurredOn, stationId, deputyIds } = facts;
    const known = { receptionId: id, occurredOn, stationId, deputyIds: deputyIds.join(",") };
    return (
      <NextAction
        primary={{
          label: "登记选民意见",
          hint: "接待时听到的逐条登记，日期、联络站和代表不用重填",
          href: `/t/${township}/${voterOpinion.path}/new?${new URLSearchParams(known).toString()}`,
        }}
      />
    );
  },
  panels: ({ township, record: { id } }) => (
    <OpinionsBehind township={township} id={id} title="这次接待听到的选民意见" />
  ),
};
