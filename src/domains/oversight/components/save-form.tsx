"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField, TickField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { SavedComparison } from "../data/saved";
import type { Choice } from "../rules/choice";

type Values = { name: string; shared?: boolean };
type Props = {
  choice: Choice;
  /** one's own that is changed; null to keep a new one */
  of: SavedComparison | null;
  onSaved: (id: string) => void;
  onClose: () => void;
};

export function SaveForm({ choice, of, onSaved, onClose }: Props) {
  const save = useCommand(useTRPC().oversight.saveComparison.mutationOptions());
  return (
    <FormModal<Values>
      title={of === null ? "存下这个比较" : `修改「${of.name}」`}
      submitLabel="保存"
      open
      onClose={onClose}
      intro="存的是选了哪些指标、乡镇和年份；每次打开都按当时的记录重新取数。"
      initialValues={of === null ? { shared: true } : { name: of.name, shared: of.shared }}
      onSubmit={async ({ name, shared = false }) => {
        const which = { id: of?.id ?? null, version: of?.version ?? null };
        const { id } = await save.run({ ...which, name, shared, choice });
        onSaved(id);
      }}
    >
      <TextField name="name" label="名称" required max={60} hint="如 建议办理三年对比" />
      <TickField name="shared" label="县人大的同事也能打开" hint="不勾选，链接只有您自己能打开" />
    </FormModal>
  );
}
