"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import Link from "next/link";
import { useEffect } from "react";
import type { ShownRecord } from "@/domains/records/components/slots";
import { pick } from "@/lib/pick";
import { useTRPC } from "@/trpc/client";
import { NumberField, TextField } from "@/ui/form/fields";
import { LoadingState } from "@/ui/states/loading-state";
import type { ShownLine } from "../data/rounds";
import { appraisal } from "../record";
import { usualHandlingPercent } from "../rules/year";
import type { RoundRecord } from "./detail-type";

type Asked = { township: string; record: ShownRecord | null };

/** How suggestions count is said once a year, with its last round. */
export function HandlingPercent() {
  const quarter = Form.useWatch<string | undefined>("quarter");
  const { label, unit = "", max } = appraisal.fields.handlingPercent;
  return quarter === "q4" ? (
    <NumberField
      name="handlingPercent"
      label={label}
      unit={unit}
      max={max}
      hint={`不填按 ${usualHandlingPercent}%（本系统默认），其余为各季得分`}
    />
  ) : null;
}

/** A unit's row: its points, and why some were taken off where they were. */
function UnitRow({ id, name }: { id: string; name: string }) {
  const at = (key: string) => ["lines", id, key];
  const complaints = Form.useWatch<number | null | undefined>(at("complaintPoints")) ?? 0;
  const handling = Form.useWatch<number | null | undefined>(at("handlingPoints")) ?? 0;
  return (
    <>
      <div className="form-line">
        <div className="form-line-wide">{name}</div>
        <NumberField name={at("score")} label="得分" unit="分" max={100} digits={2} />
        <NumberField name={at("complaintPoints")} label="投诉扣分" unit="分" max={100} digits={2} />
        <NumberField name={at("handlingPoints")} label="办理扣分" unit="分" max={100} digits={2} />
      </div>
      {complaints + handling > 0 ? (
        <TextField name={at("reason")} label={`${name}的扣分原因`} max={200} required />
      ) : null}
      <details className="form-more">
        <summary>对{name}的评议意见</summary>
        <TextField
          name={at("opinion")}
          label="评议意见"
          max={2000}
          rows={2}
          hint="保存后可以直接转为问题，交单位整改"
        />
      </details>
    </>
  );
}

/** All units of the township as rows; of those left empty nothing is entered. */
export function UnitRows({ township, record }: Asked) {
  const { data } = useQuery(useTRPC().appraisals.units.queryOptions({ township }));
  const stood = (record as RoundRecord | null)?.lines ?? [];
  const known = new Set(data?.map(({ id }) => id));
  const gone = stood
    .filter(({ unitId }) => !known.has(unitId))
    .map(({ unitId, name }) => ({ id: unitId, name }));
  const units = data === undefined ? [] : [...data, ...gone];
  return (
    <section className="form-section" aria-label="各单位得分">
      <h2>各单位得分</h2>
      <p className="soft">
        百分制。没有参加这一轮评议的单位，得分留空；有群众投诉、办理建议不到位的，填扣分和原因。要增减参评的单位，到
        <Link href={`/t/${township}/suggestions/units`}>承办单位</Link>里改。
      </p>
      {data === undefined ? <LoadingState lines={10} /> : null}
      {units.map((unit) => (
        <UnitRow key={unit.id} {...unit} />
      ))}
      {data?.length === 0 && gone.length === 0 ? (
        <p className="soft">还没有参加评议的单位，请先登记承办单位。</p>
      ) : null}
      <PointsOf lines={stood} />
    </section>
  );
}

/** The points as they were entered, until somebody changes them. */
function PointsOf({ lines }: { lines: readonly ShownLine[] }) {
  const form = Form.useFormInstance();
  const known = JSON.stringify(lines);
  useEffect(() => {
    for (const line of JSON.parse(known) as typeof lines)
      if (form.getFieldValue(["lines", line.unitId, "score"]) === undefined)
        form.setFieldValue(
          ["lines", line.unitId],
          pick(line, "score", "complaintPoints", "handlingPoints", "reason", "opinion"),
        );
  }, [form, known]);
  return null;
}
