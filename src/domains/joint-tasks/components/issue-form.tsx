"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { Task } from "../data/rows";
import "./joint.css";

type Props = { task: Pick<Task, "id" | "version" | "title" | "year">; onClose: () => void };

/** Issued after the days were checked: what speaks against them is told first, and going ahead needs a reason. */
export function IssueForm({ task, onClose }: Props) {
  const { county } = useParams<{ county: string }>();
  const trpc = useTRPC().jointTasks;
  const { data } = useQuery({ ...trpc.taskConflicts.queryOptions({ id: task.id }), staleTime: 0 });
  const issue = useCommand(trpc.issue.mutationOptions());
  const some = data !== undefined && data.length > 0;
  return (
    <FormModal<{ acceptWhy?: string | null }>
      title={`下发「${task.title}」`}
      submitLabel={some ? "仍要下发" : "下发"}
      open
      onClose={onClose}
      intro="下发后乡镇随即看到；暗访在点「开始」时才告诉那个乡镇。"
      onSubmit={({ acceptWhy = null }) =>
        issue.run({ id: task.id, version: task.version, acceptWhy }).then(() => undefined)
      }
    >
      {data === undefined ? <p>正在检查日程……</p> : null}
      {data?.length === 0 ? <p>日程没有冲突。</p> : null}
      {some ? (
        <>
          <p>
            日程有 {data.length} 处冲突，建议先
            <Link href={`/c/${county}/joint?year=${task.year}&view=gantt`}>在全年图里调整</Link>：
          </p>
          <ul className="joint-list">
            {data.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <TextField name="acceptWhy" label="仍要下发的理由" required rows={3} max={300} />
        </>
      ) : null}
    </FormModal>
  );
}
