"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormModal } from "@/ui/form/form-modal";
import { VoidModal } from "@/ui/form/void-modal";
import type { MilestoneOf, ProjectDialog, ProjectRecord } from "./detail-type";
import { ProjectFields } from "./project-fields";

type Props = { township: string; project: ProjectRecord; dialog: ProjectDialog; onClose: () => void };

/** What the fields of one step hold; each procedure takes its own of them. */
type Values = Record<string, never>;

function useSteps(township: string, { id, version, facts }: ProjectRecord, dialog: ProjectDialog) {
  const { projects, projectRatings } = useTRPC();
  const nominate = useCommand(projects.nominate.mutationOptions());
  const plan = useCommand(projects.planMilestone.mutationOptions());
  const finish = useCommand(projects.finishMilestone.mutationOptions());
  const verify = useCommand(projects.verifyMilestone.mutationOptions());
  const correctMilestone = useCommand(projects.correctMilestone.mutationOptions());
  const delay = useCommand(projects.delayMilestone.mutationOptions());
  const remove = useCommand(projects.removeMilestone.mutationOptions());
  const correct = useCommand(projects.correctDays.mutationOptions());
  const ask = useCommand(projects.ask.mutationOptions());
  const adjust = useCommand(projects.adjust.mutationOptions());
  const complete = useCommand(projects.complete.mutationOptions());
  const rate = useCommand(projectRatings.create.mutationOptions());
  const strike = useCommand(projects.void.mutationOptions());
  const key = { township, id, version };
  const of = { ...key, milestoneId: "milestone" in dialog ? dialog.milestone.id : "" };
  type Sent<Run extends (input: never) => unknown, Key> = Omit<Parameters<Run>[0], keyof Key>;
  return {
    nominate: (values: { nominatedOn: string }) =>
      nominate.run({ township, projects: [{ id, version }], ...values }),
    correct: (values: Sent<typeof correct.run, typeof key>) => correct.run({ ...key, ...values }),
    plan: (values: Sent<typeof plan.run, typeof key>) => plan.run({ ...key, ...values }),
    finish: (values: Sent<typeof finish.run, typeof of>) => finish.run({ ...of, ...values }),
    verify: (values: Sent<typeof verify.run, typeof of>) => verify.run({ ...of, ...values }),
    correctMilestone: (values: Sent<typeof correctMilestone.run, typeof of>) =>
      correctMilestone.run({ ...of, ...values }),
    delay: (values: Sent<typeof delay.run, typeof of>) => delay.run({ ...of, ...values }),
    ask: (values: Sent<typeof ask.run, typeof key>) => ask.run({ ...key, ...values }),
    adjust: (values: Sent<typeof adjust.run, typeof key>) => adjust.run({ ...key, ...values }),
    complete: (values: { completedOn: string }) => complete.run({ ...key, ...values }),
    rate: (values: Omit<Parameters<typeof rate.run>[0], "township" | "year">) =>
      rate.run({ township, year: facts.year, ...values, projectId: id }),
    remove: (reason: string) => remove.run({ ...of, reason }),
    void: (reason: string) => strike.run({ ...key, reason }),
  };
}

const titles = {
  nominate: "列为候选项目",
  correct: "更正日期",
  plan: "登记节点",
  finish: "登记节点完成",
  verify: "代表核实节点",
  correctMilestone: "更正节点日期",
  delay: "节点延期",
  ask: "登记现场询问",
  adjust: "调整项目",
  complete: "登记项目完成",
  rate: "登记年终测评",
} as const;

const intros: Partial<Record<keyof typeof titles, string>> = {
  correct: "改为实际的日期；原来的日期保留在经过里，按今天登记计算是否及时。",
  adjust: "票决通过的项目按决定调整。请只改变动的内容，原来的会保留在项目页。",
  correctMilestone: "改为实际的日期并写明原因；原来的日期保留在经过里，按今天登记计算是否及时。",
  delay: "原定日期会保留。到期以前决定的首次延期，考核按新日期；以后的延期仍按前一日期。",
  verify: "由在任的乡镇人大代表核实，不能是责任单位的人。",
  rate: "只测评这一个项目。全部项目合并测评的，请在「民生实事测评」登记。",
};

/** The day each step is taken, today until it is changed, and what is known already. */
const initialOf = (
  { facts, today, standing }: ProjectRecord,
  milestone: MilestoneOf | null,
): Record<keyof typeof titles, object> => ({
  nominate: { nominatedOn: today },
  correct: { nominatedOn: standing.nominatedOn, completedOn: standing.completedOn },
  plan: {},
  finish: { doneOn: today },
  verify: { verifiedOn: today },
  correctMilestone: { doneOn: milestone?.doneOn, verifiedOn: milestone?.verifiedOn },
  delay: { decidedOn: today },
  ask: { askedOn: today },
  adjust: { name: facts.name, content: facts.content, budget: facts.budget, decidedOn: today },
  complete: { completedOn: today },
  rate: { occurredOn: today, basic: 0, unsatisfied: 0 },
});

/** One step of a project in a small window. */
export function ProjectDialogs({ township, project, dialog, onClose }: Props) {
  const steps = useSteps(township, project, dialog);
  const { act } = dialog;
  const { name } = project.facts;
  if (act === "void")
    return <VoidModal object={`项目「${name}」`} open onClose={onClose} onVoid={steps.void} />;
  const milestone = "milestone" in dialog ? dialog.milestone : null;
  const what = milestone?.what ?? "";
  if (act === "remove")
    return (
      <VoidModal
        object={`节点「${what}」`}
        consequence="作废的节点和原因一直保留；已经到期的仍计入考核，没到期的不再计入。"
        open
        onClose={onClose}
        onVoid={steps.remove}
      />
    );
  // The fields drawn for `act` are those its procedure takes, and the procedure checks them: which it is no type can follow.
  const submit = steps[act] as unknown as (values: Values) => Promise<unknown>;
  return (
    <FormModal<Values>
      title={what === "" ? titles[act] : `${titles[act]}：${what}`}
      open
      onClose={onClose}
      intro={intros[act]}
      draftKey={`project:${act}:${milestone?.id ?? project.id}`}
      initialValues={initialOf(project, milestone)[act]}
      onSubmit={submit}
    >
      <ProjectFields {...{ act, township, milestone }} today={project.today} taken={project.standing} />
    </FormModal>
  );
}
