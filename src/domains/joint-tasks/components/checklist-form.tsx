"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import { linesOfPoints, pointsOfLines } from "./points";
import type { ListAsked } from "./set-up";

type Values = { name: string; lawName?: string | null; points: string };

/** Points are typed as people keep them: one a line, the article behind a bar. */
export function ChecklistForm({ list, onClose }: { list: ListAsked; onClose: () => void }) {
  const save = useCommand(useTRPC().jointTasks.saveChecklist.mutationOptions());
  const { id = null, version = null, name = "", lawName = null, items = [] } = list;
  return (
    <FormDrawer<Values>
      title={id === null ? "新建检查清单" : "修改检查清单"}
      submitLabel="保存清单"
      open
      onClose={onClose}
      draftKey={`jointChecklist:${id ?? name}`}
      intro="一行一条要点；条款写在竖线后面，如：食品进货是否查验合格证明 | 第53条。没有条款可以不写。"
      initialValues={{ name, lawName, points: linesOfPoints(items) }}
      onSubmit={({ points, ...said }) =>
        save.run({ ...said, id, version, items: pointsOfLines(points) }).then(() => undefined)
      }
    >
      <TextField name="name" label="清单名称" required max={60} />
      <TextField name="lawName" label="法律法规" max={100} hint="写全称" />
      <TextField name="points" label="检查要点" required rows={12} max={20000} />
    </FormDrawer>
  );
}
