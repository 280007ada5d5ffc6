"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { leaveOnRoll } from "@/domains/deputies/labels";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { RollPage } from "@/ui/roll/roll-page";
import { presidiumPostLabels } from "../labels";

/** Attendance of a presidium meeting: its members in office that day. */
export function MeetingRoll({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const { data: sheet } = useSuspenseQuery(trpc.presidium.attendanceSheet.queryOptions({ township, id }));
  const record = useCommand(trpc.presidium.recordAttendance.mutationOptions());
  const list = `/t/${township}/presidium`;
  return (
    <RollPage
      crumbs={[
        { label: "主席团会议", href: list },
        { label: sheet.topic, href: `${list}/${id}` },
      ]}
      version={sheet.version}
      people={sheet.members.map(({ memberId, post, leave, ...person }) => ({
        ...person,
        onLeave: leave && leaveOnRoll(leave),
        id: memberId,
        hint: presidiumPostLabels[post],
      }))}
      note={`${sheet.occurredOn} 在任的主席团成员 ${sheet.members.length} 人，默认全部出席，名册登记了请假的已标为请假；请假须填事由，缺席计入无故缺席。`}
      nobody="当日没有在任的主席团成员。请先在「主席团 · 成员」登记；只知道人数时，可修改会议填应到、实到。"
      onSave={(version, exceptions) =>
        record.run({
          township,
          id,
          version,
          exceptions: exceptions.map(({ id: memberId, ...mark }) => ({ memberId, ...mark })),
        })
      }
    />
  );
}
