"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormDrawer } from "@/ui/form/form-modal";
import type { SessionRecord } from "../data/views";
import { AgendaFields, type AgendaValue } from "./agenda-fields";

type Props = { township: string; session: SessionRecord; onClose: () => void };

export function AgendaForm({ township, session, onClose }: Props) {
  const save = useCommand(useTRPC().sessions.setAgenda.mutationOptions());
  const { id, version } = session;
  const agenda = session.agenda.map(({ id: itemId, kind, title, minutes, speaker, outcome }) => ({
    id: itemId,
    kind,
    title,
    minutes,
    speaker,
    outcome,
  }));
  return (
    <FormDrawer<{ agenda?: AgendaValue[] }>
      title={`${session.title}议程`}
      open
      onClose={onClose}
      onSubmit={(values) => save.run({ township, id, version, agenda: values.agenda ?? [] })}
      initialValues={{ agenda }}
      submitLabel="保存议程"
    >
      <AgendaFields />
    </FormDrawer>
  );
}
