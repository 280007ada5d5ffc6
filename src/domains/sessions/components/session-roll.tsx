"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DetailPage } from "@/ui/detail/detail-page";
import { Panel } from "@/ui/panel";
import type { RollMarks } from "@/ui/roll/roll";
import { RollSheet } from "@/ui/roll/roll-sheet";

/** Attendance of a session, person by person. */
export function SessionRoll({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: sheet } = useSuspenseQuery(trpc.sessions.attendanceSheet.queryOptions({ township, id }));
  const record = useCommand(trpc.sessions.recordAttendance.mutationOptions());
  // What was opened is what is marked: a newer sheet must not take the marks away, and is not overwritten unseen.
  const [version] = useState(sheet.version);
  const list = `/t/${township}/sessions`;
  const people = sheet.deputies.map(({ deputyId, name, pinyin, initials, constituency }) => ({
    id: deputyId,
    name,
    pinyin,
    initials,
    hint: constituency,
  }));
  const initial: RollMarks = Object.fromEntries(
    sheet.deputies.flatMap(({ deputyId, status, leaveReason }) =>
      status === null || status === "present" ? [] : [[deputyId, { status, reason: leaveReason ?? "" }]],
    ),
  );
  const save = async (marks: RollMarks) => {
    const exceptions = Object.entries(marks).map(([deputyId, { status, reason }]) => ({
      deputyId,
      status,
      leaveReason: status === "leave" ? reason : null,
    }));
    await record.run({ township, id, version, exceptions });
    router.push(`${list}/${id}`);
  };
  return (
    <DetailPage
      crumbs={[
        { label: "人代会", href: list },
        { label: sheet.title, href: `${list}/${id}` },
      ]}
      title="登记出席"
    >
      <p className="soft">
        {sheet.startsOn} 在任的本级代表 {people.length} 人，默认全部出席；请假须填事由。
        {sheet.totals.total === null ? "" : `保存后以名单为准，原填的应到 ${sheet.totals.total} 人不再使用。`}
      </p>
      {people.length === 0 ? (
        <Panel>
          当日没有在任的本级代表。请先在「代表」登记代表任期；只知道人数时，可修改会议填应到、实到。
        </Panel>
      ) : (
        <RollSheet people={people} initial={initial} onSave={save} />
      )}
    </DetailPage>
  );
}
