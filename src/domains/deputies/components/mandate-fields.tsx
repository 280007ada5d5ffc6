"use client";

import { choicesOf } from "@/lib/choices";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { levelLabels } from "../labels";
import { levels } from "../rules/roster";

const levelChoices = choicesOf(levelLabels, [...levels].reverse());

/** One mandate: which level, which term, where elected, from when [R3]. */
export function MandateFields() {
  return (
    <>
      <ChoiceField name="level" label="代表级别" required options={levelChoices} />
      <div className="form-pair">
        <TextField name="termName" label="届次" required max={40} placeholder="第十九届" />
        <TextField name="constituency" label="选区" max={60} placeholder="第3选区" />
      </div>
      <DayField
        name="startsOn"
        label="任职起始日期"
        required
        hint="出席率等只按任期内的会议计算，请填当选或资格确认的日期"
      />
    </>
  );
}
