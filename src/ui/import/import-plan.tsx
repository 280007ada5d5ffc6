"use client";

import { useEffect, useRef } from "react";
import { type AskedOnce, holdsMore, type ImportPlan, type MergedColumn } from "@/lib/sheets";
import { ChoiceField, TextField } from "../form/fields";
import { DayField } from "../form/day-field";
import { FormBody } from "../form/form-body";
import { Panel } from "../panel";
import { LeftOutList } from "./left-out-list";
import type { Agreed } from "./send-import";

type Values = Record<string, string | null | undefined>;

function OnceField({ asked, rows }: { asked: AskedOnce; rows: number }) {
  const { key, header, kind, required, options, blanks } = asked;
  const hint =
    blanks === rows ? "文件里没有填写，全部按这里的内容导入" : `文件里有 ${blanks} 行没有填写，按这里补上`;
  const field = { name: key, label: header, required, hint };
  if (kind === "day") return <DayField {...field} />;
  if (options.length > 0)
    return <ChoiceField {...field} options={options.map((word) => ({ value: word, label: word }))} />;
  return <TextField {...field} max={60} />;
}

const downPrefix = "down.";
const downAnswers = [
  { value: "fill", label: "按上面一行补上" },
  { value: "blank", label: "就是空的，不补" },
];

function MergedField({ merged: { key, header, blanks } }: { merged: MergedColumn }) {
  const hint = `文件里 ${blanks} 行没有${header}，看起来是合并单元格`;
  return <ChoiceField name={downPrefix + key} label={header} required hint={hint} options={downAnswers} />;
}

function Taken({ taken }: { taken: ImportPlan["taken"] }) {
  return (
    <table className="import-taken">
      <thead>
        <tr>
          <th>文件里的列</th>
          <th>导入为</th>
          <th>第一个值</th>
          <th>没有填写</th>
        </tr>
      </thead>
      <tbody>
        {taken.map(({ header, as, sample, keeps, blanks }) => (
          <tr key={header}>
            <td>{header}</td>
            <td>
              {as}
              {keeps === "" ? null : <span className="soft">（{keeps}）</span>}
            </td>
            <td>{sample === "" ? <span className="soft">空</span> : sample}</td>
            <td>{blanks === 0 ? null : `${blanks} 行没有${as}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Props = {
  plan: ImportPlan;
  filename: string;
  unit: string;
  onAgree: (agreed: Omit<Agreed, "seal">) => Promise<unknown>;
  onCancel: () => void;
};

/** What will be imported and what not, and what to say once for the file: agreed to before anything is written. */
export function ImportPlanPanel({ plan, filename, unit, onAgree, onCancel }: Props) {
  const count = `${plan.rows.toLocaleString("zh-CN")} ${unit}`;
  const loses = holdsMore(plan.leftOut);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: "start", behavior: "smooth" });
  }, []);
  const agree = async (values: Values) => {
    const filled = plan.merged.flatMap(({ key }) => (values[downPrefix + key] === "fill" ? [key] : []));
    const given = plan.asked.flatMap(({ key }) => (values[key] ? [[key, values[key]] as const] : []));
    await onAgree({ given: Object.fromEntries(given), down: filled });
  };
  return (
    <div ref={top} className="stack">
      <Panel
        title={`第三步 核对：将导入 ${count}`}
        note={`「${filename}」${plan.sheet === null ? "" : `，工作表「${plan.sheet}」`}。现在还没有写入。`}
      >
        <div className="import-wide">
          <Taken taken={plan.taken} />
        </div>
      </Panel>
      {loses ? (
        <Panel title="文件里有这些内容不会导入" note="不影响其余内容。需要的，可以改好列名再重新选择文件。">
          <LeftOutList leftOut={plan.leftOut} />
        </Panel>
      ) : null}
      <Panel
        {...(plan.merged.length + plan.asked.length > 0
          ? { title: "整个文件统一填写", note: "各行都相同的内容填写一次；合并单元格说明怎么补。" }
          : {})}
      >
        <FormBody<Values>
          onSubmit={agree}
          onCancel={onCancel}
          submitLabel={loses ? `以上内容不导入，导入其余 ${count}` : `导入 ${count}`}
          initialValues={Object.fromEntries(
            plan.asked.flatMap(({ key, guess }) => (guess ? [[key, guess]] : [])),
          )}
        >
          <div className="form-pair">
            {plan.merged.map((merged) => (
              <MergedField key={merged.key} merged={merged} />
            ))}
            {plan.asked.map((asked) => (
              <OnceField key={asked.key} asked={asked} rows={plan.rows} />
            ))}
          </div>
        </FormBody>
      </Panel>
    </div>
  );
}
