"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton, LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { CheckLine } from "../data";
import { CheckLines } from "./check-lines";

const RecordForm = dynamic(() => import("./record-form").then((module) => module.RecordForm), { ssr: false });

/** @property over why no result can be noted any more */
type Props = { year: number; of: string; over: string | null; allHref: string };

/** The records drawn of the township chosen, for whoever looks at the papers. */
export function TownshipLines({ year, of, over, allHref }: Props) {
  const { data } = useSuspenseQuery(useTRPC().checks.lines.queryOptions({ year, of }));
  const may = useMay()("assessments:manage");
  const [open, setOpen] = useState<CheckLine | null>(null);
  const act = (line: CheckLine) => (
    <ActButton primary={line.checked === null} onClick={() => setOpen(line)}>
      {line.checked === null ? "登记结果" : "更正"}
    </ActButton>
  );
  return (
    <Panel
      title={`${data.township.name}抽到的记录`}
      note={`${data.lines.length} 条`}
      extra={<LinkButton href={allHref}>看各乡镇</LinkButton>}
    >
      <CheckLines rows={data.lines} {...(may && over === null ? { act } : {})} />
      {open === null ? null : (
        <RecordForm line={open} township={of} year={year} onClose={() => setOpen(null)} />
      )}
    </Panel>
  );
}
