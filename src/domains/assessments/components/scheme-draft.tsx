"use client";

import { useState } from "react";
import type { Scheme } from "@/domains/figures/rules/scheme";
import { schemeDifference } from "@/domains/figures/rules/scheme-difference";
import { draftName, keepDraft } from "@/ui/form/draft";
import { useLeaveWarning } from "@/ui/form/use-draft";
import { useDraftScope } from "@/ui/shell/draft-scope";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { type Problem, problemOf } from "@/ui/states/problem";
import type { SchemeShown } from "./scheme-steps";

/** Typed, and not saved while somebody else saved: both are kept in sight, and nothing is lost without a word. */
export function Clash({
  mine,
  shown,
  onOverwrite,
  onDrop,
}: {
  mine: Scheme;
  shown: SchemeShown;
  onOverwrite: () => void;
  onDrop: () => void;
}) {
  const changes = schemeDifference(shown.scheme, mine);
  return (
    <Panel title="别人也改了这份草稿" note={`现在存着的是 ${shown.editedByName ?? ""} 保存的`}>
      <p>您填写的都还在。您的和存着的有 {changes.length} 处不同：</p>
      <ul>
        {changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="row">
        <ActButton primary onClick={onOverwrite}>
          按我的保存
        </ActButton>
        <ActButton onClick={onDrop}>放弃我的，用存着的</ActButton>
      </div>
    </Panel>
  );
}

export type SchemeDraft = { version: number; scheme: Scheme };

/** What is typed is kept in this browser until it is saved or dropped, as every form's words are. */
export function useDraft(shown: SchemeShown) {
  const [draft, setDraft] = useState<SchemeDraft | null>(null);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const save = useCommand(useTRPC().assessments.saveScheme.mutationOptions());
  const name = draftName(useDraftScope(), `scheme-${shown.id}`);
  useLeaveWarning(draft !== null && !save.isPending, name !== null);
  const put = (next: SchemeDraft | null) => {
    setDraft(next);
    if (name === null) return;
    if (next === null) window.localStorage.removeItem(name);
    else keepDraft(window.localStorage, name, next);
  };
  const store = async (version: number, scheme: Scheme) => {
    try {
      setRefusal(null);
      await save.run({ id: shown.id, version, scheme });
      put(null);
    } catch (error) {
      setRefusal(problemOf(error));
    }
  };
  return {
    scheme: draft?.scheme ?? shown.scheme,
    mine: draft,
    refusal,
    busy: save.isPending,
    stale: draft !== null && draft.version !== shown.version,
    /** where what was left unsaved lies, if anything was */
    name,
    change: (scheme: Scheme) => put({ version: draft?.version ?? shown.version, scheme }),
    takeUp: put,
    save: () => (draft === null ? undefined : void store(draft.version, draft.scheme)),
    overwrite: () => (draft === null ? undefined : void store(shown.version, draft.scheme)),
    drop: () => put(null),
  };
}
