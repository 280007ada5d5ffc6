"use client";

import { lateAfter } from "@/lib/entry-lag";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { choicesNamed, choicesOf } from "@/lib/choices";
import { usePlannedWork } from "@/domains/plans/components/planned-work";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { FormPage } from "@/ui/form/form-page";
import type { SessionRecord } from "../data/views";
import { sessionKindLabels } from "../labels";
import type { AheadRules } from "../rules/procedure";
import { AgendaFields, type AgendaValue } from "./agenda-fields";
import { type SessionValues, sessionFacts, valuesOf } from "./session-values";

type Values = SessionValues & { agenda?: AgendaValue[]; sourceNote?: string; lateReason?: string };

/** The law of the session's own day once it has one, else of today. */
function WhenFields({ session, today }: { session: SessionRecord | null; today: AheadRules }) {
  const ahead = session?.ahead ?? today;
  return (
    <div className="form-pair">
      <DayField name="startsOn" label="开始日期" required />
      <DayField name="endsOn" label="结束日期" hint="当天结束的可不填" />
      <NumberField
        name="hours"
        label="会期时长"
        unit="小时"
        digits={1}
        max={300}
        hint={`会期不少于 ${ahead.least.days} 天（${ahead.least.citation}），满一天按 6 小时计`}
      />
      <DayField
        name="noticeSentOn"
        label="通知发出日期"
        hint={`会前 ${ahead.notice.days} 天发出（${ahead.notice.citation}）`}
      />
      <DayField
        name="documentsSentOn"
        label="会议文件送达日期"
        hint={`会前 ${ahead.documents.days} 天送达（${ahead.documents.citation}）`}
      />
      <TextField name="place" label="地点" max={100} />
    </div>
  );
}

export function SessionForm({ township, session }: { township: string; session: SessionRecord | null }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: terms } = useSuspenseQuery(trpc.sessions.terms.queryOptions({ township }));
  const { data: today } = useSuspenseQuery(trpc.sessions.noticeRule.queryOptions({ township }));
  const create = useCommand(trpc.sessions.create.mutationOptions());
  const edit = useCommand(trpc.sessions.edit.mutationOptions());
  const list = `/t/${township}/sessions`;
  // The checklist of a session that was prepared knows its day.
  const startsOn = useSearchParams().get("startsOn");
  const known = startsOn === null ? {} : { startsOn };
  const planned = usePlannedWork(township);
  const byName = session?.rollTaken === true;

  async function submit(values: Values) {
    const facts = { township, ...sessionFacts(values) };
    const { agenda = [], sourceNote, lateReason } = values;
    const { id } =
      session === null
        ? await create.run({ ...facts, agenda, sourceNote, lateReason })
        : await edit.run({ ...facts, id: session.id, version: session.version });
    if (session === null) await planned?.linkTo("session", id);
    router.push(`${list}/${id}`);
  }

  return (
    <FormPage<Values>
      crumbs={[{ label: "人代会", href: list }, { label: session === null ? "登记" : "修改" }]}
      title={session === null ? "登记人代会" : `修改${session.title}`}
      onSubmit={submit}
      draftKey={session === null ? "session:new" : `session:${session.id}`}
      initialValues={
        session === null ? { ...known, termId: terms[0]?.id ?? "", kind: "regular" } : valuesOf(session)
      }
    >
      <div className="form-pair">
        <ChoiceField
          name="termId"
          label="届次"
          required
          options={choicesNamed(terms)}
          setUp={{ what: "登记届次", href: list }}
        />
        <NumberField name="number" label="会次" unit="次会议" required min={1} max={99} />
      </div>
      <ChoiceField name="kind" label="类别" required options={choicesOf(sessionKindLabels)} />
      <WhenFields session={session} today={today} />
      <div className="form-pair">
        <NumberField
          name="deputiesTotal"
          label="应到代表"
          unit="人"
          disabled={byName}
          hint={byName ? "已逐人登记，人数由名单得出" : "只知道人数时填写；能逐人登记的留空"}
        />
        <NumberField name="deputiesPresent" label="实到代表" unit="人" disabled={byName} />
      </div>
      {session === null ? <AgendaFields /> : null}
      <details className="form-more">
        <summary>更多：召集人、概况、资料出处</summary>
        <TextField name="convenedBy" label="召集人" max={60} />
        <TextField name="summary" label="会议概况" rows={4} max={4000} />
        {session === null ? (
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
