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
import { presidiumPostLabels } from "../labels";

/** Attendance of a presidium meeting, person by person. */
export function MeetingRoll({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: sheet } = useSuspenseQuery(trpc.presidium.attendanceSheet.queryOptions({ township, id }));
  const record = useCommand(trpc.presidium.recordAttendance.mutationOptions());
  // What was opened is what is marked: a newer sheet must not take the marks away, and is not overwritten unseen.
  const [version] = useState(sheet.version);
  const list = `/t/${township}/presidium`;
  const people = sheet.members.map(({ memberId, name, post, pinyin, initials }) => ({
    id: memberId,
    name,
    pinyin,
    initials,
    hint: presidiumPostLabels[post],
  }));
  const initial: RollMarks = Object.fromEntries(
    sheet.members.flatMap(({ memberId, status, leaveReason }) =>
      status === null || status === "present" ? [] : [[memberId, { status, reason: leaveReason ?? "" }]],
    ),
  );
  const save = async (marks: RollMarks) => {
    const exceptions = Object.entries(marks).map(([memberId, { status, reason }]) => ({
      memberId,
      status,
      leaveReason: status === "leave" ? reason : null,
    }));
    await record.run({ township, id, version, exceptions });
    router.push(`${list}/${id}`);
  };
  return (
    <DetailPage
      crumbs={[
        { label: "主席团", href: list },
        { label: sheet.topic, href: `${list}/${id}` },
      ]}
      title="登记出席"
    >
      <p className="soft">
        {sheet.occurredOn} 在任的主席团成员 {people.length} 人，默认全部出席；请假须填事由，缺席计入无故缺席。
      </p>
      {people.length === 0 ? (
        <Panel>
          当日没有在任的主席团成员。请先在「主席团 · 成员」登记；只知道人数时，可修改会议填应到、实到。
        </Panel>
      ) : (
        <RollSheet people={people} initial={initial} onSave={save} />
      )}
    </DetailPage>
  );
}
