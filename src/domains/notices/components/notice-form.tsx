"use client";

import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import { TownshipSelect } from "@/ui/form/person-select";
import type { Notice } from "../data/rows";
import { type Importance, importanceLabels } from "../labels";

type Values = {
  title: string;
  body: string;
  documentNumber?: string | null;
  importance: Importance;
  asked?: string | null;
  dueOn?: Day | null;
  townships?: string[];
  note?: string;
};

type Props = {
  townships: readonly { id: string; name: string }[];
  notice?: Notice;
  onClose: () => void;
  onMade?: (id: string) => void;
};

const begun = ({ title, body, documentNumber, importance, asked, dueOn, townships }: Notice): Values => ({
  ...{ title, body, documentNumber, importance, asked, dueOn, townships },
});

const words = {
  new: {
    title: "写通知",
    submit: "保存草稿",
    intro: "先存为草稿，可以加附件、再看一遍；点“发出”以后乡镇才看到。",
  },
  draft: { title: "修改通知", submit: "保存草稿", intro: "还没有发出，乡镇看不到。" },
  correct: {
    title: "更正通知",
    submit: "更正",
    intro: "乡镇会看到更正说明和更正前的正文，要重新看、重新签收；已经报的办理情况保留。",
  },
} as const;

/** A new notice, a draft that is changed, or a correction of what was sent [R93]. */
export function NoticeForm({ townships, notice, onClose, onMade }: Props) {
  const trpc = useTRPC().notices;
  const draft = useCommand(trpc.draft.mutationOptions());
  const edit = useCommand(trpc.edit.mutationOptions());
  const correct = useCommand(trpc.correct.mutationOptions());
  const mode = notice === undefined ? "new" : notice.state === "draft" ? "draft" : "correct";
  const { title, submit, intro } = words[mode];
  return (
    <FormDrawer<Values>
      title={title}
      submitLabel={submit}
      open
      onClose={onClose}
      draftKey={`notice:${notice?.id ?? "new"}:${mode}`}
      intro={intro}
      initialValues={notice === undefined ? { importance: "normal" } : begun(notice)}
      onSubmit={async ({ townships: chosen = [], note = "", ...said }) => {
        if (notice === undefined) {
          const { id } = await draft.run({ ...said, townships: chosen });
          onMade?.(id);
          return;
        }
        const { id, version } = notice;
        if (mode === "draft") await edit.run({ ...said, townships: chosen, id, version });
        else await correct.run({ ...said, note, id, version });
      }}
    >
      <TextField name="title" label="标题" required max={100} />
      <TextField name="body" label="正文" required rows={8} max={20_000} hint="分段按回车" />
      <TextField name="documentNumber" label="文号" max={60} hint="如 岱人大办〔2026〕12号" />
      <ChoiceField name="importance" label="重要程度" required options={choicesOf(importanceLabels)} />
      <TextField
        name="asked"
        label="要求乡镇办什么"
        rows={2}
        max={1000}
        hint="只要求知悉的不填；填了的，乡镇要报办理情况"
      />
      <DayField name="dueOn" label="办理期限" hint="要求办理的要填" />
      {mode === "correct" ? (
        <TextField name="note" label="更正说明" required rows={2} max={300} hint="改了什么、为什么" />
      ) : (
        <TownshipSelect name="townships" label="发给" multiple options={townships} hint="不选就是全部乡镇" />
      )}
    </FormDrawer>
  );
}
