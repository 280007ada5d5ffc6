import { z } from "zod";
import { recordInput } from "@/domains/attachments/schema";
import { codesOf } from "@/lib/choices";
import { pageRows, printedRows } from "@/lib/listing";
import { metricCodes } from "@/lib/metric-codes";
import {
  byIdInput,
  countyChange,
  day,
  draftLines,
  id,
  inCounty,
  inTownship,
  lines,
  optional,
  optionalDay,
  optionalLines,
  page,
  reasonInput,
  searchText,
  text,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import { topicLabels } from "./labels";

const topic = z.enum(codesOf(topicLabels));
const metric = z.enum(metricCodes);

const evidence = z.array(recordInput).max(20, "佐证记录最多20条");

const said = {
  topic,
  title: text(60, "标题"),
  problem: lines(2000, "要解决的问题"),
  steps: lines(4000, "做法步骤"),
  conditions: optionalLines(1000, "适用条件"),
  cost: optionalLines(1000, "人力和经费"),
  lawBasis: optionalLines(1000, "法律和制度依据"),
  metrics: z.array(metric).max(5, "关联的指标最多5项").default([]),
  evidence: evidence.default([]),
};

export const ownInput = inTownship({});
export const practiceInput = byIdInput;
export const writeInput = townshipChange(said);
export const editInput = townshipChange({ id, version, ...said });
export const actInput = townshipChange({ id, version });
export const discardInput = reasonInput;
export const retireOwnInput = townshipChange({ id, version, reason: lines(200, "停止推广的原因") });

const filters = {
  q: searchText,
  topic: optional(topic),
  class: optional(z.int().min(1).max(3)),
  metric: optional(metric),
  retired: z.boolean().default(false),
  page,
  pageSize: z.int().min(1).max(printedRows).default(pageRows),
};
export const libraryInput = inTownship(filters);
export const countyLibraryInput = inCounty(filters);

export const editionInput = byIdInput;
/** @property practice whose editions, uses and words are read beside its page */
export const aroundInput = inTownship({ practice: id });
export const countyEditionInput = inCounty({ id });
export const alikeInput = inTownship({
  id: optional(id),
  title: searchText,
  problem: draftLines(8000, "问题").default(""),
  steps: draftLines(16_000, "步骤").default(""),
});

export const askInput = townshipChange({ id, words: lines(1000, "提问") });
/** @property asker whose question is answered; without one it is a word to the county */
export const answerInput = townshipChange({ id, askerId: optional(id), words: lines(1000, "回答") });
export const countyWordInput = countyChange({ id, askerId: optional(id), words: lines(1000, "意见") });

export const reviewInput = inCounty({});
export const reviewOneInput = inCounty({ id });
export const publishInput = countyChange({ id, version });
export const returnInput = countyChange({ id, version, reason: lines(500, "退回的原因") });
export const retireInput = countyChange({ id, version, reason: lines(200, "停止推广的原因") });

const plan = {
  steps: lines(4000, "本乡镇的步骤"),
  owner: text(60, "责任人"),
  beginsOn: day("开始日期"),
  untilOn: optionalDay("计划结束日期"),
  metric: optional(metric),
};
export const adoptInput = townshipChange({ id, ...plan });
export const adoptionsInput = inTownship({});
export const adoptionInput = byIdInput;
export const changeAdoptionInput = townshipChange({ id, version, ...plan });
export const stopInput = townshipChange({ id, version, reason: lines(200, "停止的原因") });
export const sayHelpedInput = townshipChange({
  ...{ id, version, helped: z.boolean() },
  benefit: lines(1000, "效果"),
});
export const unsayInput = townshipChange({ id, version, reason: lines(200, "撤回的原因") });

export type PracticeSaid = Omit<z.output<typeof writeInput>, "township" | "idempotencyKey">;
export type WriteInput = z.output<typeof writeInput>;
export type EditInput = z.output<typeof editInput>;
export type ActInput = z.output<typeof actInput>;
export type DiscardInput = z.output<typeof discardInput>;
export type RetireOwnInput = z.output<typeof retireOwnInput>;
export type LibraryFilters = Omit<z.output<typeof libraryInput>, "township">;
export type AlikeInput = z.output<typeof alikeInput>;
export type AskInput = z.output<typeof askInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type CountyWordInput = z.output<typeof countyWordInput>;
export type PublishInput = z.output<typeof publishInput>;
export type ReturnInput = z.output<typeof returnInput>;
export type RetireInput = z.output<typeof retireInput>;
export type AdoptInput = z.output<typeof adoptInput>;
export type ChangeAdoptionInput = z.output<typeof changeAdoptionInput>;
export type StopInput = z.output<typeof stopInput>;
export type SayHelpedInput = z.output<typeof sayHelpedInput>;
export type UnsayInput = z.output<typeof unsayInput>;
