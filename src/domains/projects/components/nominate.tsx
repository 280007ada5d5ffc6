"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dayOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TickField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { ActButton } from "@/ui/link-button";

type Values = { nominatedOn: string; picked?: Record<string, boolean> };

/** The presidium's nomination of several projects at once. */
function NominateDialog({ township, onClose }: { township: string; onClose: () => void }) {
  const trpc = useTRPC();
  const nominate = useCommand(trpc.projects.nominate.mutationOptions());
  const { data } = useQuery(trpc.projects.choices.queryOptions({ township }));
  const open = (data?.projects ?? []).filter(({ nominatedOn, dropped }) => nominatedOn === null && !dropped);
  const submit = ({ nominatedOn, picked = {} }: Values) => {
    const projects = open.filter(({ id }) => picked[id] === true).map(({ id, version }) => ({ id, version }));
    return nominate.run({ township, nominatedOn, projects });
  };
  return (
    <FormModal<Values>
      title="主席团提名候选项目"
      open
      onClose={onClose}
      intro="勾选主席团讨论后提交人代会票决的项目，候选应多于应选。"
      initialValues={{ nominatedOn: dayOf(new Date()) }}
      onSubmit={submit}
    >
      <DayField name="nominatedOn" label="提名日期" required max={dayOf(new Date())} />
      {open.map(({ id, year, name }) => (
        <TickField key={id} name={["picked", id]} label={`${year}年：${name}`} />
      ))}
      {data !== undefined && open.length === 0 ? (
        <p className="soft">没有等待提名的项目，请先登记征集到的项目。</p>
      ) : null}
    </FormModal>
  );
}

/** From the list of projects to the candidates among them. */
export function Nominate({ township }: { township: string }) {
  const [open, setOpen] = useState(false);
  if (!useMay()("projects:write")) return null;
  return (
    <>
      <ActButton onClick={() => setOpen(true)}>主席团提名</ActButton>
      {open ? <NominateDialog township={township} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
