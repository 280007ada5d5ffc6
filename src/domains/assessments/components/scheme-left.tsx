"use client";

import { useState } from "react";
import { schemeDifference } from "@/domains/figures/rules/scheme-difference";
import { readDraft } from "@/ui/form/draft";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { SchemeDraft } from "./scheme-draft";
import type { SchemeShown } from "./scheme-steps";

type Props = { name: string; shown: SchemeShown; onTakeUp: (draft: SchemeDraft | null) => void };

/** What was typed into this draft last time and not saved. Loaded in the browser only, so the store is there at once. */
export function SchemeLeft({ name, shown, onTakeUp }: Props) {
  const [left, setLeft] = useState(() => readDraft(window.localStorage, name) as SchemeDraft | null);
  const changes = left === null ? [] : schemeDifference(shown.scheme, left.scheme);
  if (left === null || changes.length === 0) return null;
  return (
    <Panel title="上次的修改还没有保存" note={`${changes.length} 处`}>
      <ul>
        {changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="row">
        <ActButton primary onClick={() => onTakeUp(left)}>
          接着改
        </ActButton>
        <ActButton
          onClick={() => {
            setLeft(null);
            onTakeUp(null);
          }}
        >
          丢掉，用存着的
        </ActButton>
      </div>
    </Panel>
  );
}
