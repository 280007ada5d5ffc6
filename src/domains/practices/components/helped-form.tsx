"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Values = { helped: "yes" | "no"; benefit: string };
type Props = { township: string; id: string; version: number; title: string; onClose: () => void };

/** Whether it helped, in one's own words: that it did not is as good to know. */
export function HelpedForm({ township, id, version, title, onClose }: Props) {
  const say = useCommand(useTRPC().practices.sayHelped.mutationOptions());
  return (
    <FormModal<Values>
      title={`确认采用「${title}」的效果`}
      submitLabel="确认"
      open
      onClose={onClose}
      intro="如实写：没有见效也请写明，对别的乡镇同样有用。全县乡镇都看得到这段话。"
      onSubmit={({ helped, benefit }) =>
        say.run({ township, id, version, helped: helped === "yes", benefit })
      }
    >
      <ChoiceField
        name="helped"
        label="结论"
        required
        options={[
          { value: "yes", label: "有效" },
          { value: "no", label: "没有见效" },
        ]}
      />
      <TextField
        name="benefit"
        label="效果说明"
        required
        rows={4}
        max={1000}
        hint="和采用前比，哪些变了，有什么不足"
      />
    </FormModal>
  );
}
