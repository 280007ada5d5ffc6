"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";
import type { solvedYear } from "../data/plan";
import { changeOf, loadWords, remedyWords } from "./changes";
import "./joint.css";

type Sentences = { title: string; lines: readonly string[] };

function Sentences({ title, lines }: Sentences) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="joint-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

type Solved = Awaited<ReturnType<typeof solvedYear>>;

function Differences({ data }: { data: Solved }) {
  return (
    <>
      <p>
        冲突从 {data.before.conflicts} 处减到 {data.after.conflicts} 处。只动草稿，已经下发的不动。
      </p>
      {data.givenUp === null ? null : <p>{data.givenUp}</p>}
      <ul className="joint-list">
        {data.changes.map((change) => (
          <li key={change.visit}>
            <span>
              <strong>{remedyWords[change.kind]}</strong>：{change.sentence}
            </span>
            <span className="soft">{loadWords(change)}</span>
          </li>
        ))}
      </ul>
      <Sentences title="排不下，请改任务的开展时段" lines={data.stuck} />
      <Sentences title="还剩下的冲突" lines={data.left} />
      <Sentences title="已经下发的，可与乡镇商量" lines={data.withConsent} />
    </>
  );
}

/** The whole year put right: what would change is shown first, and is taken over in one go. */
export function SolveModal({ year, onClose }: { year: number; onClose: () => void }) {
  const trpc = useTRPC().jointTasks;
  const { data } = useQuery({ ...trpc.solved.queryOptions({ year }), staleTime: 0, gcTime: 0 });
  const arrange = useCommand(trpc.arrange.mutationOptions());
  const changes = data?.changes ?? [];
  const run = () =>
    changes.length === 0
      ? Promise.resolve()
      : arrange.run({ changes: changes.map(changeOf), why: "检查冲突：全部排好" });
  return (
    <ConfirmModal
      title={`把 ${year} 年的草稿全部排好`}
      okText={changes.length === 0 ? "知道了" : `照此调整 ${changes.length} 处`}
      cancelText="不调整"
      pending={arrange.isPending || data === undefined}
      onConfirm={run}
      onClose={onClose}
    >
      {data === undefined ? <p>正在排……</p> : <Differences data={data} />}
    </ConfirmModal>
  );
}
