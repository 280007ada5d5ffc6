"use client";

import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormDrawer } from "@/ui/form/form-modal";
import type { GatheringView } from "../data/county";
import { type GatheringValues, inputOf, valuesOf } from "./gathering-values";
import { GatheringFields } from "./gathering-fields";

type Props = {
  county: string;
  townships: readonly { id: string; name: string }[];
  edited?: Pick<GatheringView, "gathering" | "invitations">;
  begun?: Partial<GatheringValues>;
  onClose: () => void;
};

const valuesOfEdited = ({ gathering, invitations }: NonNullable<Props["edited"]>) =>
  valuesOf(gathering, invitations);

/** A gathering as a draft: no township knows of it before it is invited. */
export function GatheringForm({ county, townships, edited, begun = {}, onClose }: Props) {
  const trpc = useTRPC().symposia;
  const router = useRouter();
  const draft = useCommand(trpc.draft.mutationOptions());
  const edit = useCommand(trpc.edit.mutationOptions());
  const submit = async (values: GatheringValues) => {
    const said = inputOf(values);
    if (edited === undefined) {
      const { id } = await draft.run({ ...said, kind: values.kind });
      router.push(`/c/${county}/exchange/${id}`);
      return;
    }
    const { id, version } = edited.gathering;
    await edit.run({ ...said, id, version });
  };
  return (
    <FormDrawer<GatheringValues>
      title={edited === undefined ? "筹备交流活动" : `修改「${edited.gathering.title}」`}
      submitLabel={edited === undefined ? "保存草稿" : "保存"}
      open
      onClose={onClose}
      draftKey={`gathering:${edited?.gathering.id ?? [begun.hostId, begun.townships].flat().join(":")}`}
      intro="先存为草稿；发出邀请以后，乡镇才看到。已经发出邀请的，乡镇随即看到修改。"
      initialValues={edited === undefined ? begun : valuesOfEdited(edited)}
      onSubmit={submit}
    >
      <GatheringFields townships={townships} fixed={edited?.gathering.kind ?? null} />
    </FormDrawer>
  );
}
