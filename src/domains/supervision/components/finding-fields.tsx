"use client";

import { useQuery } from "@tanstack/react-query";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { PersonSelect, UnitSelect } from "@/ui/form/person-select";
import type { FindingAction } from "../rules/findings";
import type { FindingChange } from "../rules/next-actions";
import { longestTermMonths } from "../rules/terms";

export type FindingDialog = FindingAction | FindingChange;

/** What one step of a finding asks for. */
export function FindingFields({
  dialog,
  township,
  today,
}: {
  dialog: FindingDialog;
  township: string;
  today: Day;
}) {
  // Who may verify is asked of the day it was done on; no other step names a deputy.
  const on = useDayIn("verifiedOn") ?? today;
  const { data, isPending } = useQuery(useTRPC().supervision.options.queryOptions({ township, on }));
  switch (dialog) {
    case "notify":
      return (
        <>
          <UnitSelect
            name="unitId"
            label="整改单位"
            options={data?.units ?? []}
            loading={isPending}
            required
          />
          <DayField name="notifiedOn" label="通知日期" required max={today} />
          <DayField
            name="dueOn"
            label="整改期限"
            required
            hint={`最长 ${longestTermMonths} 个月（本系统默认）`}
          />
        </>
      );
    case "plan":
      return (
        <>
          <TextField name="plan" label="整改方案" rows={4} max={4000} required />
          <DayField name="plannedOn" label="方案日期" required max={today} />
        </>
      );
    case "rectify":
      return (
        <>
          <TextField name="rectification" label="整改结果" rows={4} max={4000} required />
          <DayField name="rectifiedOn" label="整改完成日期" required max={today} />
        </>
      );
    case "verify":
      return (
        <>
          <DayField name="verifiedOn" label="核实日期" required max={today} />
          <PersonSelect
            name="deputyId"
            label="核实的代表"
            options={data?.deputies ?? []}
            loading={isPending}
            required
            there
            hint="不能是整改单位的人"
          />
          <TextField name="note" label="核实意见" rows={3} max={2000} required />
        </>
      );
    case "close":
      return <DayField name="closedOn" label="销号日期" required max={today} />;
    case "reopen":
      return (
        <>
          <TextField name="reason" label="重新整改的原因" rows={3} max={200} required />
          <DayField
            name="dueOn"
            label="新的整改期限"
            required
            min={today}
            hint="原来按期销号的，从现在起按新期限考核；原来逾期的，仍按原期限"
          />
        </>
      );
    default:
      return <TextField name="description" label="问题" rows={3} max={2000} required />;
  }
}
