"use client";

import { choicesOf } from "@/lib/choices";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { genderLabels } from "../labels";
import { genders } from "../rules/roster";

const genderChoices = choicesOf(genderLabels, genders);

/** Name first; what is known beyond it is optional. @param masked the present number, never shown whole in a form */
export function PersonFields({ masked }: { masked?: string | null }) {
  const kept = masked ? `现登记 ${masked}，不改请留空` : undefined;
  return (
    <>
      <div className="form-pair">
        <TextField name="name" label="姓名" required max={40} />
        <TextField name="phone" label="电话" max={20} hint={kept ?? "列表和导出中只显示前三后四位"} />
      </div>
      <div className="form-pair">
        <ChoiceField name="gender" label="性别" options={genderChoices} />
        <TextField name="occupation" label="职业" max={120} placeholder="单位和职务" />
      </div>
      <details className="form-more">
        <summary>更多情况（出生年月、民族、学历、政治面貌）</summary>
        <div className="form-pair">
          <NumberField name="birthYear" label="出生年份" min={1900} max={2100} />
          <NumberField name="birthMonth" label="出生月份" min={1} max={12} unit="月" />
          <TextField name="ethnicity" label="民族" max={20} />
          <TextField name="education" label="学历" max={20} />
          <TextField name="party" label="政治面貌" max={20} />
        </div>
      </details>
    </>
  );
}
