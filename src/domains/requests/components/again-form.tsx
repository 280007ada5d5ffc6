"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Props = {
  seen: { township: string; id: string; version: number };
  title: string;
  onClose: () => void;
  onMade: (id: string) => void;
};

export function AgainForm({ seen, title, onClose, onMade }: Props) {
  const ask = useCommand(useTRPC().requests.askAgain.mutationOptions());
  return (
    <FormModal<{ content: string }>
      title={`再次请示「${title}」`}
      submitLabel="送出"
      open
      onClose={onClose}
      intro="另立一件，收件和答复期限重新计算；上一次的请示和答复都保留。"
      onSubmit={async ({ content }) => onMade((await ask.run({ ...seen, content })).id)}
    >
      <TextField name="content" label="还有什么没解决" required rows={5} max={4000} />
    </FormModal>
  );
}
