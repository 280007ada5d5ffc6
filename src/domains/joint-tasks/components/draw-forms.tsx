"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { drawsOfTask } from "../data/draws";

export type Draws = Awaited<ReturnType<typeof drawsOfTask>>;
type Props = { data: Draws; onClose: () => void };
type Announced = { source: string; opensOn: string; per: number; reason?: string } & Record<string, unknown>;

const listAt = (code: string): string => `list${code}`;
const linesIn = (said: unknown): string[] =>
  typeof said === "string" ? said.split("\n").flatMap((line) => line.trim() || []) : [];

/** The lists and the public number, said before anybody knows it. */
export function AnnounceDraw({ data, onClose }: Props) {
  const announce = useCommand(useTRPC().jointTasks.announceDraw.mutationOptions());
  const { task, townships, draws } = data;
  const [last] = draws;
  const waiting = townships.filter(({ begun }) => !begun);
  const listOf = (code: string, units: readonly string[]) =>
    (last?.pools.find(({ township }) => township === code)?.units ?? units).join("\n");
  const send = ({ source, opensOn, per, reason, ...lists }: Announced) =>
    announce.run({
      ...{ id: task.id, seen: last?.number ?? 0, source, opensOn, per, reason: reason ?? null },
      pools: waiting
        .map(({ townshipId, code }) => ({ townshipId, units: linesIn(lists[listAt(code)]) }))
        .filter(({ units }) => units.length > 0),
    });
  return (
    <FormModal<Announced>
      title={last === undefined ? "定名单、公布抽取办法" : "重新公布抽取办法"}
      submitLabel="公布"
      open
      onClose={onClose}
      draftKey={`jointDraw:${task.id}:${last?.number ?? 0}`}
      intro={
        last === undefined
          ? "先定名单，公布用哪一个公开号码，等它产生后再抽取。公布后名单和办法不能改，要重抽须写明理由。"
          : "上一次的名单、号码和结果都会保留，和这一次一起显示、打印。"
      }
      initialValues={{
        per: last?.per ?? 2,
        ...Object.fromEntries(waiting.map(({ code, listed }) => [listAt(code), listOf(code, listed)])),
      }}
      onSubmit={send}
    >
      {last === undefined ? null : (
        <TextField name="reason" label="重抽理由" required rows={2} max={300} hint="如 抽中的一家已经停业" />
      )}
      <TextField
        name="source"
        label="公开号码"
        required
        max={200}
        hint="今天以后才产生、谁都能查到的号码，如 福彩双色球第 2026140 期开奖号码"
      />
      <div className="form-pair">
        <DayField name="opensOn" label="产生的日期" required />
        <NumberField name="per" label="每个乡镇抽几家" required min={1} max={50} unit="家" />
      </div>
      {waiting.map(({ code, name }) => (
        <TextField
          key={code}
          name={listAt(code)}
          label={`${name}名单`}
          rows={4}
          max={4000}
          hint="已列出乡镇登记的单位，一行一家；不查的删去，全部留空的乡镇不抽"
        />
      ))}
    </FormModal>
  );
}

export function DrawNow({ data, onClose }: Props) {
  const draw = useCommand(useTRPC().jointTasks.draw.mutationOptions());
  const [last] = data.draws;
  return (
    <FormModal<{ text: string }>
      title="抽取受检单位"
      submitLabel="抽取"
      open
      onClose={onClose}
      intro={`公布的是“${last?.source ?? ""}”。请照公布的结果填写号码，核对无误再抽取：抽取后不能改，抽中的单位写进各乡镇的任务。`}
      onSubmit={({ text }) => draw.run({ id: data.task.id, number: last?.number ?? 1, text })}
    >
      <TextField name="text" label="号码" required max={200} hint="如 08 12 17 21 26 33 + 04" />
    </FormModal>
  );
}
