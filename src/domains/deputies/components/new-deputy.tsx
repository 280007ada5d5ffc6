"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { choicesNamed } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import type { RowQuestion } from "@/lib/sheets";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormPage } from "@/ui/form/form-page";
import { QuestionChoice } from "@/ui/import/question-choice";
import { askedIn } from "@/ui/import/row-answers";
import type { Gender, Level } from "../rules/roster";
import { MandateFields } from "./mandate-fields";
import { PersonFields } from "./person-fields";

type Values = {
  name: string;
  phone?: string;
  gender?: Gender;
  birthYear?: number;
  birthMonth?: number;
  ethnicity?: string;
  education?: string;
  party?: string;
  occupation?: string;
  level: Level;
  termName: string;
  constituency?: string;
  startsOn: Day;
  groupId?: string;
  sourceNote?: string;
};

export function NewDeputy({ township }: { township: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useQuery(trpc.deputies.filters.queryOptions({ township }));
  const { run } = useCommand(trpc.deputies.create.mutationOptions());
  const [question, setQuestion] = useState<RowQuestion | null>(null);
  const [answer, setAnswer] = useState<string | null>(null);
  const base = `/t/${township}/deputies`;
  const groups = choicesNamed(data?.groups ?? []);
  const submit = async ({ level, termName, constituency, startsOn, ...person }: Values) => {
    const mandates = [{ level, termName, startsOn, constituency: constituency ?? null }];
    try {
      const { id } = await run({ township, ...person, mandates, answer });
      router.push(`${base}/${id}`);
    } catch (error) {
      const asked = askedIn(error);
      if (asked) {
        setQuestion(asked);
        setAnswer(null);
      }
      throw error;
    }
  };
  return (
    <FormPage<Values>
      crumbs={[{ label: "代表", href: base }, { label: "登记代表" }]}
      title="登记代表"
      intro="先登记一项任职；兼任其他级别的，保存后在代表页面增加。"
      draftKey={`deputy:new:${township}`}
      initialValues={{ level: "township" }}
      onSubmit={submit}
    >
      <PersonFields />
      <MandateFields />
      {groups.length > 0 ? <ChoiceField name="groupId" label="代表小组" options={groups} /> : null}
      <TextField name="sourceNote" label="资料出处" max={200} placeholder="如 换届选举结果报告单" />
      {question ? (
        <QuestionChoice question={question} chosen={answer ?? undefined} onChoose={setAnswer} />
      ) : null}
    </FormPage>
  );
}
