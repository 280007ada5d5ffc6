"use client";

import { choicesOf } from "@/lib/choices";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField, TickField } from "@/ui/form/fields";
import { UnitSelect } from "@/ui/form/person-select";
import { outcomeLabels, ratingLabels } from "../labels";
import type { Outcome, RatingWord } from "../rules/states";
import type { SuggestionValues } from "./suggestion-fields";

export type ClosedValues = Omit<SuggestionValues, "submit"> & {
  leadUnitId?: string | null;
  coUnitIds?: string[];
  complex?: boolean;
  assignedOn?: string | null;
  repliedOn?: string | null;
  reply?: string;
  documentNumber?: string;
  rating?: RatingWord | null;
  ratedOn?: string | null;
  outcome: Outcome;
  outcomeNote?: string;
  closedOn?: string | null;
};

type Option = { id: string; name: string; pinyin: string; initials: string; hint: string };

/** How it was handled and how it ended, as far as the old ledger says. */
export function ClosedFields({ today, units }: { today: string; units: readonly Option[] }) {
  return (
    <>
      <UnitSelect name="leadUnitId" label="主办单位" options={units} />
      <UnitSelect name="coUnitIds" label="会办单位" options={units} multiple />
      <DayField name="assignedOn" label="交办日期" max={today} />
      <TickField name="complex" label="复杂事项" hint="复杂事项的答复期限较长（代表法第51条）" />
      <DayField name="repliedOn" label="答复日期" max={today} />
      <TextField name="reply" label="答复内容" rows={4} max={5000} />
      <TextField name="documentNumber" label="答复文号" max={60} />
      <ChoiceField name="outcome" label="办理结果" required options={choicesOf(outcomeLabels)} />
      <TextField name="outcomeNote" label="结果说明" rows={2} max={1000} />
      <DayField name="closedOn" label="办结日期" max={today} hint="B、C 类要有办结日期才能补录" />
      <ChoiceField name="rating" label="满意度" options={choicesOf(ratingLabels)} hint="没有测评的留空" />
      <DayField name="ratedOn" label="测评日期" max={today} />
    </>
  );
}
