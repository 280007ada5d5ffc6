"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ActButton, VoidButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { TermRow } from "../data/terms";

const TermForm = dynamic(() => import("./term-form").then((module) => module.TermForm), { ssr: false });
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

type Props = { township: string; terms: readonly TermRow[]; write: boolean };

/** The congress's terms: five years each, every session belongs to one. */
export function TermsPanel({ township, terms, write }: Props) {
  const [editing, setEditing] = useState<TermRow | "new" | null>(null);
  const [voiding, setVoiding] = useState<TermRow | null>(null);
  const remove = useCommand(useTRPC().sessions.voidTerm.mutationOptions());
  const first = terms.length === 0;
  return (
    <Panel
      title="届次"
      note="每届任期五年（地方组织法第9条）"
      extra={
        write ? (
          <ActButton primary={first} onClick={() => setEditing("new")}>
            登记届次
          </ActButton>
        ) : null
      }
    >
      {first ? <p className="soft">还没有登记届次。</p> : null}
      <ul className="stack">
        {terms.map((term) => (
          <li key={term.id} className="row">
            <strong>{term.name}</strong>
            <span>
              {term.startsOn} 至 {term.endsOn ?? "现在"}
            </span>
            <span className="soft">会议 {term.sessions} 次</span>
            {write ? <ActButton onClick={() => setEditing(term)}>修改</ActButton> : null}
            {write ? <VoidButton onClick={() => setVoiding(term)} /> : null}
          </li>
        ))}
      </ul>
      {editing === null ? null : (
        <TermForm
          township={township}
          term={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {voiding === null ? null : (
        <VoidModal
          object={`届次「${voiding.name}」`}
          open
          onClose={() => setVoiding(null)}
          onVoid={(reason) => remove.run({ township, id: voiding.id, version: voiding.version, reason })}
        />
      )}
    </Panel>
  );
}
