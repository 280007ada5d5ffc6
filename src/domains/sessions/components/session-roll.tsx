"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { leaveOnRoll } from "@/domains/deputies/labels";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { RollPage } from "@/ui/roll/roll-page";

/** Attendance of a session: the township's own deputies in office on its first day. */
export function SessionRoll({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const { data: sheet } = useSuspenseQuery(trpc.sessions.attendanceSheet.queryOptions({ township, id }));
  const record = useCommand(trpc.sessions.recordAttendance.mutationOptions());
  const list = `/t/${township}/sessions`;
  const { total } = sheet.totals;
  return (
    <RollPage
      crumbs={[
        { label: "人代会", href: list },
        { label: sheet.title, href: `${list}/${id}` },
      ]}
      version={sheet.version}
      people={sheet.deputies.map(({ deputyId, constituency, leave, ...person }) => ({
        ...person,
        onLeave: leave && leaveOnRoll(leave),
        id: deputyId,
        hint: constituency,
      }))}
      note={`${sheet.startsOn} 在任的本级代表 ${sheet.deputies.length} 人，默认全部出席，名册登记了请假的已标为请假；请假须填事由。${
        total === null ? "" : `保存后以名单为准，原填的应到 ${total} 人不再使用。`
      }`}
      nobody="当日没有在任的本级代表。请先在「代表」登记代表任期；只知道人数时，可修改会议填应到、实到。"
      onSave={(version, exceptions) =>
        record.run({
          township,
          id,
          version,
          exceptions: exceptions.map(({ id: deputyId, ...mark }) => ({ deputyId, ...mark })),
        })
      }
    />
  );
}
