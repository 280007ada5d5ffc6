"use client";

import { Form } from "antd";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import { ActButton } from "@/ui/link-button";
import type { Task } from "../data";

export type TasksOf = {
  id: string;
  version: number;
  voidedAt: string | null;
  today: string;
  tasks: readonly Task[];
};

type Line = { content: string } & Partial<Record<"id" | "responsible" | "dueOn" | "doneOn", string | null>>;

/** All tasks of a resolution, one a line; whatever is done has its day. */
export function TasksForm(props: { township: string; record: TasksOf; onClose: () => void }) {
  const { township, record, onClose } = props;
  const save = useCommand(useTRPC().resolutions.setTasks.mutationOptions());
  const { id, version, tasks, today } = record;
  return (
    <FormDrawer<{ tasks?: Line[] }>
      title="任务和完成情况"
      open
      width={860}
      onClose={onClose}
      initialValues={{ tasks: tasks.length === 0 ? [{ content: "" }] : tasks.map((task) => ({ ...task })) }}
      onSubmit={(values) => save.run({ township, id, version, tasks: values.tasks ?? [] })}
    >
      <Form.List name="tasks">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div key={key} className="form-line">
                <div className="form-line-wide">
                  <TextField name={[name, "content"]} label={`任务 ${name + 1}`} required max={300} />
                </div>
                <TextField name={[name, "responsible"]} label="责任人或单位" max={100} />
                <DayField name={[name, "dueOn"]} label="期限" />
                <DayField name={[name, "doneOn"]} label="完成日期" max={today} />
                <div className="form-line-foot">
                  <ActButton danger onClick={() => remove(name)}>
                    移除
                  </ActButton>
                </div>
              </div>
            ))}
            <p>
              <ActButton onClick={() => add({})}>加一项任务</ActButton>
            </p>
          </>
        )}
      </Form.List>
    </FormDrawer>
  );
}
