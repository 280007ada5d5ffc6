"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import { ActButton } from "@/ui/link-button";
import type { OwnPart } from "./own-part";

const AskedForm = dynamic(() => import("./asked-form").then((module) => module.AskedForm), { ssr: false });
const MergeForm = dynamic(() => import("./merge-form").then((module) => module.MergeForm), { ssr: false });
const CarryOutForm = dynamic(() => import("./carry-out-form").then((module) => module.CarryOutForm), {
  ssr: false,
});

type Asking = "propose" | "merge" | "carryOut" | "submit";

/** Other days, or one visit instead of two: asked for until the visit. */
function Otherwise({ data, ask }: { data: OwnPart; ask: (asking: Asking) => void }) {
  if (!data.may.propose.allowed) return null;
  return (
    <div className="actions">
      <ActButton onClick={() => ask("propose")}>建议改日期</ActButton>
      {data.others.length === 0 ? null : <ActButton onClick={() => ask("merge")}>建议与另一项合并</ActButton>}
    </div>
  );
}

const idle = ({ may, part }: OwnPart): boolean =>
  ![may.accept, may.submit, may.carryOut].some(({ allowed }) => allowed) && part.activity === null;

/** The township's next step: accept, carry out, hand in; other days may be asked for until the visit. */
export function PartActs({ township, data }: { township: string; data: OwnPart }) {
  const trpc = useTRPC().jointTasks;
  const accept = useCommand(trpc.accept.mutationOptions());
  const propose = useCommand(trpc.propose.mutationOptions());
  const submit = useCommand(trpc.submit.mutationOptions());
  const [asking, setAsking] = useState<Asking | null>(null);
  const { part, task, may } = data;
  const seen = { township, id: part.id, version: part.version };
  const close = () => setAsking(null);
  if (idle(data)) return null;
  if (part.state === "done") return <NextAction done="成果已经认定，这项任务办完了。" />;
  const acceptIt = { label: "接受任务", onClick: () => accept.run(seen) };
  const carry = {
    label: "登记开展情况",
    hint: "生成监督活动，不用重填",
    onClick: () => setAsking("carryOut"),
  };
  const handIn = { label: "提交成果", decision: may.submit, onClick: () => setAsking("submit") };
  const later = may.carryOut.allowed ? carry : handIn;
  return (
    <>
      <NextAction primary={may.accept.allowed ? acceptIt : later} />
      <Otherwise data={data} ask={setAsking} />
      {asking === "merge" ? <MergeForm township={township} data={data} onClose={close} /> : null}
      {asking === "propose" ? (
        <AskedForm
          title="建议改日期"
          act="提出"
          intro="县人大答复以前，原来的日期不变。"
          days={{ from: part.visitFrom, until: part.visitUntil }}
          onClose={close}
          onSubmit={(said) => propose.run({ ...seen, ...said })}
        />
      ) : null}
      {asking === "submit" ? (
        <AskedForm
          title={`提交「${task.title}」的成果`}
          act="提交"
          intro="问题和报告已在监督活动里，这里写结论和建议。"
          whyLabel="成果"
          onClose={close}
          onSubmit={({ why }) => submit.run({ ...seen, resultText: why })}
        />
      ) : null}
      {asking === "carryOut" ? <CarryOutForm township={township} data={data} onClose={close} /> : null}
    </>
  );
}
