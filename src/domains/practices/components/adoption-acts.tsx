"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import type { OwnAdoption } from "../data/adoptions";
import type { MetricNames } from "./names";

const ReasonForm = dynamic(() => import("./reason-form").then((module) => module.ReasonForm), { ssr: false });
const PlanForm = dynamic(() => import("./adoption-form").then((module) => module.PlanForm), { ssr: false });
const HelpedForm = dynamic(() => import("./helped-form").then((module) => module.HelpedForm), { ssr: false });

type Asking = "say" | "plan" | "stop" | "unsay";
type Props = { township: string; data: OwnAdoption; names: MetricNames };

/** What may be done with an adoption: say what came of it, change the plan, stop. */
export function AdoptionActs({ township, data, names }: Props) {
  const trpc = useTRPC().practices;
  const stop = useCommand(trpc.stop.mutationOptions());
  const unsay = useCommand(trpc.unsay.mutationOptions());
  const [asking, setAsking] = useState<Asking | null>(null);
  const { adoption, may } = data;
  const { id, version, title, confirmedOn } = adoption;
  const seen = { township, id, version };
  const close = () => setAsking(null);
  const act = (label: string, asks: Asking, decision: typeof may.say, danger = false) => ({
    ...{ label, decision, danger },
    onClick: () => setAsking(asks),
  });
  const secondary = [
    ...(may.change.allowed ? [act("修改计划", "plan", may.change)] : []),
    ...(may.stop.allowed ? [act("停止采用", "stop", may.stop, true)] : []),
    ...(may.unsay.allowed ? [act("撤回确认", "unsay", may.unsay)] : []),
  ];
  return (
    <>
      {confirmedOn === null ? (
        <NextAction primary={act("确认效果", "say", may.say)} secondary={secondary} />
      ) : (
        <NextAction secondary={secondary} done="已经确认过效果。" />
      )}
      {asking === "say" ? <HelpedForm {...seen} title={title} onClose={close} /> : null}
      {asking === "plan" ? (
        <PlanForm township={township} plan={adoption} names={names} onClose={close} />
      ) : null}
      {asking === "stop" ? (
        <ReasonForm
          title={`停止采用「${title}」`}
          act="停止采用"
          danger
          intro="停止后仍可确认效果；要再用，可以重新采用。"
          onClose={close}
          onSubmit={(reason) => stop.run({ ...seen, reason })}
        />
      ) : null}
      {asking === "unsay" ? (
        <ReasonForm
          title={`撤回对「${title}」的效果确认`}
          act="撤回确认"
          intro="撤回后，经验所在乡镇「经验被采用」不再计这一次。"
          onClose={close}
          onSubmit={(reason) => unsay.run({ ...seen, reason })}
        />
      ) : null}
    </>
  );
}
