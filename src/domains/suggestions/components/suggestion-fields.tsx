"use client";

import { Form } from "antd";
import { choicesOf } from "@/lib/choices";
import { isLate } from "@/lib/entry-lag";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { ChoiceField, TextField, TickField } from "@/ui/form/fields";
import { PersonSelect } from "@/ui/form/person-select";
import { categoryLabels, kindLabels, originLabels } from "../labels";
import type { SuggestionCategory, SuggestionKind, SuggestionOrigin } from "../rules/states";
import type { PeopleOptions } from "./detail-type";

export type SuggestionValues = {
  kind: SuggestionKind;
  title: string;
  content: string;
  category: SuggestionCategory;
  origin: SuggestionOrigin;
  sessionId?: string | null;
  leadDeputyId: string;
  cosignerIds?: string[];
  occurredOn: string;
  isPublic?: boolean;
  sourceNote?: string;
  lateReason?: string;
  submit?: boolean;
};

type NamedOption = { id: string; name: string; hint?: string };

function LateReason({ today }: { today: string }) {
  const occurredOn = useDayIn("occurredOn");
  if (occurredOn === null || !isLate(occurredOn, today)) return null;
  return (
    <TextField name="lateReason" label="补录原因" max={200} hint="提出已超过10天，请说明为什么现在才录" />
  );
}

function SessionField({ sessions }: { sessions: PeopleOptions["sessions"] }) {
  const origin = Form.useWatch<string | undefined>("origin");
  if (origin !== "session") return null;
  const options = sessions.map(({ id, name, startsOn }) => ({ value: id, label: `${name}（${startsOn}）` }));
  return (
    <ChoiceField
      name="sessionId"
      label="哪一次会议"
      options={options}
      hint={sessions.length === 0 ? "还没有登记人代会，可以先不选" : "交办期限从会议闭会之日起算"}
    />
  );
}

type Props = { people: PeopleOptions; signers?: readonly NamedOption[] };

export function SuggestionFields(props: Props) {
  return (
    <>
      <ContentFields {...props} />
      <TickField name="submit" label="保存后提交三关审核" hint="不勾选则存为草稿，以后再提交" />
    </>
  );
}

/**
 * Who, what and when; the deputies who signed stay offered even when they have left office since.
 * @param lastDay the last day that may be entered; today unless told
 */
export function ContentFields({
  people,
  signers = [],
  lastDay = people.today,
}: Props & { lastDay?: string }) {
  const known = new Set(people.deputies.map(({ id }) => id));
  const deputies = [...people.deputies, ...signers.filter(({ id }) => !known.has(id))];
  return (
    <>
      <ChoiceField name="kind" label="种类" required options={choicesOf(kindLabels)} />
      <TextField name="title" label="标题" required max={120} />
      <PersonSelect
        name="leadDeputyId"
        label="领衔代表"
        required
        options={deputies}
        hint="输入姓名或拼音首字母"
      />
      <PersonSelect
        name="cosignerIds"
        label="附议代表"
        multiple
        options={deputies}
        hint={`议案要有${people.billSigners.value}名以上代表联名（${people.billSigners.citation}）`}
      />
      <ChoiceField name="category" label="类别" required options={choicesOf(categoryLabels)} />
      <DayField
        name="occurredOn"
        label="提出日期"
        required
        max={lastDay}
        hint="代表提出的日期，不是录入日期"
      />
      <LateReason today={people.today} />
      <ChoiceField name="origin" label="来源" required options={choicesOf(originLabels)} />
      <SessionField sessions={people.sessions} />
      <TextField name="content" label="内容" required rows={6} max={5000} hint="用代表的原话，一事一议" />
      <details className="form-more">
        <summary>更多</summary>
        <TextField name="sourceNote" label="出处" max={200} hint="文件名、页码等" />
        <TickField name="isPublic" label="代表同意公开建议内容" />
      </details>
    </>
  );
}
