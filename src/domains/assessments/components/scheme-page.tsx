"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton, LinkButton } from "@/ui/link-button";
import { ProblemLine } from "@/ui/states/problem-text";
import { schemeName, schemeStatusLabels, schemeTones } from "../labels";
import "./scheme.css";
import { Clash, useDraft } from "./scheme-draft";
import { SchemeComments } from "./scheme-comments";
import { SchemeFacts, SchemeFiles } from "./scheme-facts";
import { SchemeReading } from "./scheme-reading";
import type { SchemeShown } from "./scheme-steps";

const SchemeEditor = dynamic(() => import("./scheme-editor").then((module) => module.SchemeEditor), {
  ssr: false,
});
const SchemeLeft = dynamic(() => import("./scheme-left").then((module) => module.SchemeLeft), { ssr: false });
const ConsultForm = dynamic(() => import("./scheme-steps").then((module) => module.ConsultForm), {
  ssr: false,
});
const WithdrawScheme = dynamic(() => import("./scheme-steps").then((module) => module.WithdrawScheme), {
  ssr: false,
});
const PublishScheme = dynamic(() => import("./scheme-steps").then((module) => module.PublishScheme), {
  ssr: false,
});

type Dialog = "consult" | "withdraw" | "publish" | null;

function Acts({
  shown,
  draft,
  open,
}: {
  shown: SchemeShown;
  draft: ReturnType<typeof useDraft>;
  open: (dialog: Dialog) => void;
}) {
  if (!useMay()("assessments:manage") || shown.status === "published") return null;
  if (draft.mine !== null)
    return (
      <ActButton primary disabled={draft.busy} onClick={draft.save}>
        保存草稿
      </ActButton>
    );
  return (
    <>
      {shown.status === "draft" ? (
        <ActButton onClick={() => open("consult")}>征求意见</ActButton>
      ) : (
        <ActButton onClick={() => open("withdraw")}>收回修改</ActButton>
      )}
      <ActButton primary onClick={() => open("publish")}>
        公布
      </ActButton>
    </>
  );
}

/** The editor, and before anything is typed what was left unsaved last time. */
function Drafting({ shown, draft }: { shown: SchemeShown; draft: ReturnType<typeof useDraft> }) {
  const { name, mine, scheme, takeUp, change } = draft;
  return (
    <>
      {mine === null && name !== null ? <SchemeLeft name={name} shown={shown} onTakeUp={takeUp} /> : null}
      <SchemeEditor year={shown.year} scheme={scheme} onChange={change} />
    </>
  );
}

/** One version: a draft to work on, or a scheme to read, with what was said of it. */
export function SchemePage({ base, id }: { base: string; id: string }) {
  const { data: shown } = useSuspenseQuery(useTRPC().assessments.scheme.queryOptions({ id }));
  const draft = useDraft(shown);
  const [dialog, setDialog] = useState<Dialog>(null);
  const manage = useMay()("assessments:manage");
  const step = { shown, onClose: () => setDialog(null) };
  const list = `${base}/assessment/scheme`;
  return (
    <DetailPage
      crumbs={[
        { label: "年度考核", href: `${base}/assessment` },
        { label: "考核方案", href: list },
        { label: `${schemeName(shown)}第 ${shown.edition} 版` },
      ]}
      title={draft.scheme.name}
      tag={<StatusTag tone={schemeTones[shown.status]}>{schemeStatusLabels[shown.status]}</StatusTag>}
      actions={
        <>
          <LinkButton href={`${list}/${id}/difference`}>和别的版比较</LinkButton>
          <SchemeFiles shown={shown} scheme={draft.scheme} />
          <Acts shown={shown} draft={draft} open={setDialog} />
        </>
      }
    >
      <ProblemLine problem={draft.refusal} />
      {draft.stale && draft.mine !== null ? (
        <Clash mine={draft.mine.scheme} shown={shown} onOverwrite={draft.overwrite} onDrop={draft.drop} />
      ) : null}
      <SchemeFacts shown={shown} />
      {shown.status === "draft" && manage ? (
        <Drafting shown={shown} draft={draft} />
      ) : (
        <SchemeReading scheme={shown.scheme} />
      )}
      {shown.status === "draft" && shown.comments.length === 0 ? null : (
        <SchemeComments comments={shown.comments} answers={manage} />
      )}
      {dialog === "consult" ? <ConsultForm {...step} /> : null}
      {dialog === "withdraw" ? <WithdrawScheme {...step} /> : null}
      {dialog === "publish" ? <PublishScheme {...step} /> : null}
    </DetailPage>
  );
}
