"use client";

import { useRouter } from "next/navigation";
import { choicesOf } from "@/lib/choices";
import { dayOf } from "@/lib/dates";
import { lateAfter } from "@/lib/entry-lag";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, NumberField, TextField, TickField } from "@/ui/form/fields";
import { FormPage } from "@/ui/form/form-page";
import type { MeetingRecord } from "../data/views";
import { meetingKindLabels, type MeetingKind } from "../labels";

type Values = {
  kind: MeetingKind;
  topic: string;
  occurredOn: string;
  number?: number | null;
  decisions?: string | null;
  place?: string | null;
  membersTotal?: number | null;
  membersPresent?: number | null;
  allPresent?: boolean;
  sourceNote?: string;
  lateReason?: string;
};

const kinds = choicesOf(meetingKindLabels);

function factsOf(values: Omit<Values, "allPresent" | "sourceNote" | "lateReason">) {
  const { kind, topic, occurredOn, number = null, decisions = null, place = null } = values;
  const { membersTotal = null, membersPresent = null } = values;
  return { kind, topic, occurredOn, number, decisions, place, membersTotal, membersPresent };
}

export function MeetingForm({ township, meeting }: { township: string; meeting: MeetingRecord | null }) {
  const trpc = useTRPC();
  const router = useRouter();
  const create = useCommand(trpc.presidium.create.mutationOptions());
  const edit = useCommand(trpc.presidium.edit.mutationOptions());
  const list = `/t/${township}/presidium`;
  const byName = meeting !== null && meeting.marks.length > 0;

  async function submit(values: Values) {
    const facts = { township, ...factsOf(values) };
    const { allPresent, sourceNote, lateReason } = values;
    const { id } =
      meeting === null
        ? await create.run({ ...facts, exceptions: allPresent ? [] : null, sourceNote, lateReason })
        : await edit.run({ ...facts, id: meeting.id, version: meeting.version });
    router.push(`${list}/${id}`);
  }

  return (
    <FormPage<Values>
      crumbs={[{ label: "主席团", href: list }, { label: meeting === null ? "登记" : "修改" }]}
      title={meeting === null ? "登记主席团会议" : "修改主席团会议"}
      onSubmit={submit}
      draftKey={meeting === null ? "presidium:new" : `presidium:${meeting.id}`}
      initialValues={meeting === null ? { kind: "regular", occurredOn: dayOf(new Date()) } : factsOf(meeting)}
    >
      <ChoiceField
        name="kind"
        label="类别"
        required
        options={kinds}
        hint="座谈协商不是主席团会议，不计入每季度一次"
      />
      <div className="form-pair">
        <DayField name="occurredOn" label="会议日期" required max={dayOf(new Date())} />
        <NumberField name="number" label="会次" unit="次" min={1} max={999} hint="本届第几次，可不填" />
      </div>
      <TextField name="topic" label="议题" required max={200} />
      <TextField name="decisions" label="议定事项" rows={4} max={4000} />
      <TextField name="place" label="地点" max={100} />
      {meeting === null ? (
        <TickField name="allPresent" label="在任成员全部出席" hint="有人请假或缺席的先不勾，保存后逐人登记" />
      ) : null}
      <details className="form-more">
        <summary>更多：只知道人数的旧记录、资料出处</summary>
        <div className="form-pair">
          <NumberField
            name="membersTotal"
            label="应到成员"
            unit="人"
            disabled={byName}
            hint={byName ? "已逐人登记，人数由名单得出" : undefined}
          />
          <NumberField name="membersPresent" label="实到成员" unit="人" disabled={byName} />
        </div>
        {meeting === null ? (
          <>
            <TextField name="sourceNote" label="资料出处" max={200} hint="补录旧资料时注明文件和页码" />
            <TextField
              name="lateReason"
              label="补录原因"
              max={200}
              hint={`会后 ${lateAfter} 天以上登记的，请说明`}
            />
          </>
        ) : null}
      </details>
    </FormPage>
  );
}
