"use client";

import "./suggestions.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { type Action, NextAction } from "@/ui/detail/next-action";
import { StepBar } from "@/ui/detail/step-bar";
import { VoidButton } from "@/ui/link-button";
import { actionLabels } from "../labels";
import type { ActionKey } from "../rules/next-actions";
import type { SuggestionDetail } from "./detail-type";
import { RelatedSuggestions } from "./related-suggestions";
import { StateTag } from "./state-tag";
import { SuggestionFactsPanel } from "./suggestion-facts";
import { Deferrals, DeputyWords, PromiseLedger, UnitWords } from "./suggestion-words";

const ActionForm = dynamic(() => import("./action-form").then((module) => module.ActionForm), { ssr: false });
const VoidForm = dynamic(() => import("./void-suggestion").then((module) => module.VoidSuggestion), {
  ssr: false,
});

function Steps({ suggestion }: { suggestion: SuggestionDetail }) {
  const short = (day: string) => `${Number(day.slice(5, 7))}-${day.slice(8, 10)}`;
  const steps = suggestion.steps.map(({ key, label, state, day, due, overdue }) => ({
    key,
    label,
    state,
    overdue,
    note: day === null ? undefined : `${due ? "应 " : ""}${short(day)}`,
  }));
  return <StepBar steps={steps} lane={suggestion.lane} />;
}

/** One suggestion: where it stands, the one thing to do now and why not, the facts, both sides' words, the history. */
export function SuggestionDetailPage({
  township,
  id,
  origin,
}: {
  township: string;
  id: string;
  /** what it was made of, told by whoever keeps that */
  origin?: ReactNode;
}) {
  const { data: suggestion } = useSuspenseQuery(useTRPC().suggestions.byId.queryOptions({ township, id }));
  const may = useMay();
  const [doing, setDoing] = useState<ActionKey | "void" | null>(null);
  const base = `/t/${township}/suggestions`;
  const writes = may("suggestions:write");
  const actions = suggestion.nextActions
    .filter(({ by }) => (by === "presidium" ? may("suggestions:decide") : writes))
    .map(({ key, decision, hint }): Action => ({
      label: actionLabels[key],
      decision,
      hint,
      ...(key === "edit" ? { href: `${base}/${id}/edit` } : { onClick: () => setDoing(key) }),
    }));
  const [primary, ...secondary] = actions;
  const closed =
    suggestion.voidedAt !== null
      ? "已作废，不再办理。"
      : suggestion.mergedInto !== null
        ? "已并案，办理情况看并入的那件。"
        : "没有要做的事。";
  return (
    <DetailPage
      crumbs={[{ label: "建议", href: base }, { label: `${suggestion.year} 年第 ${suggestion.number} 号` }]}
      title={suggestion.title}
      tag={<StateTag suggestion={suggestion} />}
      actions={
        <>{writes && suggestion.voidedAt === null ? <VoidButton onClick={() => setDoing("void")} /> : null}</>
      }
      steps={<Steps suggestion={suggestion} />}
      next={writes ? <NextAction primary={primary} secondary={secondary} done={closed} /> : null}
      aside={<HistoryPanel entries={suggestion.timeline} />}
    >
      {origin}
      <RelatedSuggestions suggestion={suggestion} base={base} />
      <SuggestionFactsPanel suggestion={suggestion} base={base} deputies={`/t/${township}/deputies`} />
      <DeputyWords suggestion={suggestion} />
      <UnitWords suggestion={suggestion} />
      <RecordFiles
        township={township}
        recordType="suggestion"
        recordId={id}
        live={suggestion.voidedAt === null}
      />
      <PromiseLedger suggestion={suggestion} />
      <Deferrals suggestion={suggestion} />
      {doing === "void" ? (
        <VoidForm township={township} suggestion={suggestion} onClose={() => setDoing(null)} />
      ) : doing !== null ? (
        <ActionForm
          action={doing}
          township={township}
          suggestion={suggestion}
          onClose={() => setDoing(null)}
        />
      ) : null}
    </DetailPage>
  );
}
