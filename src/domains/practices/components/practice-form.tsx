"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { PagedType } from "@/domains/registry";
import type { MetricCode } from "@/lib/metric-codes";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormPage } from "@/ui/form/form-page";
import type { Topic } from "../labels";
import type { Picked } from "./evidence-picker";
import type { MetricNames } from "./names";
import { PracticeFields } from "./practice-fields";

type Values = {
  title: string;
  topic: Topic;
  problem: string;
  steps: string;
  conditions?: string | null;
  cost?: string | null;
  lawBasis?: string | null;
  metrics?: MetricCode[];
  evidence?: Picked[];
};
type Props = { township: string; names: MetricNames };

const saidOf = ({ evidence = [], metrics = [], ...said }: Values) => ({
  ...said,
  metrics,
  evidence: evidence.map(({ recordType, recordId }) => ({ recordType: recordType as PagedType, recordId })),
});

const intro = "先存为本乡镇的草稿。主席确认后报县人大审核，县人大发布以前别的乡镇看不到。";

/** A practice is written down. */
export function NewPractice({ township, names }: Props) {
  const write = useCommand(useTRPC().practices.write.mutationOptions());
  const router = useRouter();
  const own = `/t/${township}/practices/own`;
  return (
    <FormPage<Values>
      crumbs={[{ label: "本乡镇的经验", href: own }, { label: "写经验" }]}
      title="写经验"
      intro={intro}
      submitLabel="存为草稿"
      draftKey={`practice:${township}:new`}
      onSubmit={async (values) => {
        const { id } = await write.run({ township, ...saidOf(values) });
        router.push(`${own}/${id}`);
      }}
    >
      <PracticeFields township={township} id={null} names={names} />
    </FormPage>
  );
}

/** The same, changed: a published one becomes a new edition. */
export function EditPractice({ township, id, names }: Props & { id: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.practices.practice.queryOptions({ township, id }));
  const edit = useCommand(trpc.practices.edit.mutationOptions());
  const router = useRouter();
  const page = `/t/${township}/practices/own/${id}`;
  const { title, topic, problem, steps, conditions, cost, lawBasis, evidence, version } = data;
  const again = `已发布的第 ${data.number} 版不变；改好后是第 ${data.number + 1} 版，要再确认、再审核。`;
  return (
    <FormPage<Values>
      crumbs={[
        { label: "本乡镇的经验", href: `/t/${township}/practices/own` },
        { label: title, href: page },
        { label: "修改" },
      ]}
      title={`修改「${title}」`}
      intro={data.state === "published" ? again : intro}
      draftKey={`practice:${id}:${version}`}
      initialValues={{
        ...{ title, topic, problem, steps, conditions, cost, lawBasis, evidence },
        metrics: data.metrics as MetricCode[],
      }}
      onSubmit={async (values) => {
        await edit.run({ township, id, version, ...saidOf(values) });
        router.push(page);
      }}
    >
      <PracticeFields township={township} id={id} names={names} />
    </FormPage>
  );
}
