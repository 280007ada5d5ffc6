"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import type { ownRatings } from "../data/ratings";
import { ratingLevelLabels } from "../labels";
import { ballotLines } from "../rules/ballot-lines";
import type { RatingLevel } from "../rules/ratings";

type Data = Awaited<ReturnType<typeof ownRatings>>;
type Values = { level: RatingLevel; ratedOn: string; lines: string };
type Props = { township: string; id: string; data: Data; level: RatingLevel; onClose: () => void };

/** All bureaus' ballots of one level of deputies at once; a line a bureau, as it comes from a sheet. */
export function RateForm({ township, id, data, level, onClose }: Props) {
  const rate = useCommand(useTRPC().jointTasks.rate.mutationOptions());
  const { day, version, bureaus, levels } = data;
  const lines = levels.find((one) => one.level === level)?.text ?? "";
  return (
    <FormDrawer<Values>
      title={`填报票数：${ratingLevelLabels[level]}`}
      submitLabel="保存票数"
      open
      onClose={onClose}
      draftKey={`rate:${id}:${level}`}
      intro="一行一个部门：部门、发出、收回、满意、基本满意、不满意、弃权，可以从 Excel 粘贴。后四项合计等于收回，收回不多于发出，发出不多于当天在任的代表。"
      initialValues={{ level, ratedOn: day, lines }}
      onSubmit={async ({ level: of, ratedOn, lines: said }) => {
        const read = ballotLines(said);
        if ("fault" in read) throw new Error(read.fault);
        await rate.run({ township, id, version, level: of, ratedOn, lines: read.value });
      }}
    >
      <ChoiceField name="level" label="哪一级代表" required options={choicesOf(ratingLevelLabels)} />
      <DayField name="ratedOn" label="评议日期" required />
      <TextField name="lines" label="票数" required rows={Math.max(8, bureaus.length + 1)} max={6000} />
    </FormDrawer>
  );
}
