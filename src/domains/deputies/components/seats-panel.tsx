"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { levelLabels } from "../labels";
import "./deputies.css";

const SeatsForm = dynamic(() => import("./seats-form").then((module) => module.SeatsForm), { ssr: false });

/** Seats, people in office and vacancies of each level today; a gap in the seats is told, not taken for zero [R3]. */
export function SeatsPanel({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().deputies.summary.queryOptions({ township }));
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title="名额与在任"
      note={`${data.day}，在任 ${data.people} 人；兼任的在各级分别计数`}
      extra={may("deputies:write") ? <ActButton onClick={() => setOpen(true)}>登记名额</ActButton> : null}
    >
      <div className="seats">
        {data.levels.map((line) => (
          <div key={line.level} className="seat">
            <span className="soft">{levelLabels[line.level]}人大代表</span>
            <span>
              <strong>
                <Value
                  of={line.inOffice}
                  digits={0}
                  unit=" 人"
                  href={`/t/${township}/deputies?level=${line.level}`}
                />
              </strong>{" "}
              <span className="soft">
                / 名额 <Value of={line.seats ?? "missing"} digits={0} />
              </span>
            </span>
            {line.hint ? (
              <span>
                <StatusTag tone={line.hint.tone}>{line.hint.text}</StatusTag>
              </span>
            ) : (
              <span className="soft">{line.seats === null ? "由上级人大确定" : "满额"}</span>
            )}
          </div>
        ))}
      </div>
      {data.byLaw ? (
        <p className="soft">
          乡镇级名额按人口 {data.byLaw.population} 人推算为 {data.byLaw.seats} 名（{data.byLaw.article}
          ），以县人大常委会确定的为准。
        </p>
      ) : null}
      {open ? <SeatsForm township={township} today={data.day} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
