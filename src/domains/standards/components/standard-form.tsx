"use client";

import { Form } from "antd";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { type Deed, deedHints, type Preset, presetLabels, standardText } from "../labels";
import { presets } from "../rules";

type Values = { fromYear: number; preset: Preset; name?: string | null } & Partial<
  Record<Deed, number | null>
>;

/** A preset says itself what it asks for; one's own is asked for number by number. */
function Asked() {
  const preset: unknown = Form.useWatch("preset");
  if (preset === "oneToFive" || preset === "sixOnes" || preset === "threeOnes")
    return <p className="soft">{standardText(presets[preset])}</p>;
  return preset !== "own" ? null : (
    <>
      <TextField name="name" label="名称" required max={30} hint="如 履职五个一" />
      <div className="form-pair">
        {Object.entries(deedHints).map(([deed, { label, unit }]) => (
          <NumberField key={deed} name={deed} label={label} unit={unit} max={1000} />
        ))}
      </div>
      <p className="soft">不要求的项目留空。</p>
    </>
  );
}

export function StandardForm({ year, onClose }: { year: number; onClose: () => void }) {
  const save = useCommand(useTRPC().standards.set.mutationOptions());
  return (
    <FormModal<Values>
      title="选用代表履职标准"
      open
      onClose={onClose}
      intro="从起用年度起按新标准统计，以前的年度仍按当时的标准。"
      onSubmit={(values) => save.run(values)}
      initialValues={{ fromYear: year, preset: "oneToFive" }}
    >
      <NumberField name="fromYear" label="起用年度" unit="年" required min={1949} max={2100} />
      <ChoiceField name="preset" label="标准" required options={choicesOf(presetLabels)} />
      <Asked />
    </FormModal>
  );
}
