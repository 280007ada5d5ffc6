"use client";

import { useState } from "react";
import type { ImportPlan, RowAnswer, RowQuestion } from "@/lib/sheets";
import type { Router } from "@/trpc/affects";
import { useRefresh } from "@/trpc/use-refresh";
import {
  type Agreed,
  checkImport,
  type FinalResult,
  type ImportProgress,
  type ImportResult,
  sendImport,
} from "./send-import";

/** One file with the key its import goes under, however often it is sent. */
type Chosen = { file: File; key: string };

type State =
  | { step: "choose" }
  | { step: "sending"; chosen: Chosen; progress: ImportProgress | null }
  | { step: "plan"; chosen: Chosen; plan: ImportPlan }
  | { step: "asked"; chosen: Chosen; agreed: Agreed; questions: RowQuestion[] }
  | { step: "answered"; chosen: Chosen; result: FinalResult; resend: () => void };

export type ImportProcedure = `${Router}.${string}`;
type Wanted = { procedure: ImportProcedure; township: string | null };

/** From a file to what came of it: read, agreed to, asked about, written. */
export function useImport({ procedure, township }: Wanted) {
  const refresh = useRefresh();
  const [state, setState] = useState<State>({ step: "choose" });

  const answered = async (
    chosen: Chosen,
    result: Exclude<ImportResult, { kind: "asked" }>,
    resend: () => void,
  ) => {
    if (result.kind === "plan") {
      setState({ step: "plan", chosen, plan: result.plan });
      return;
    }
    setState({ step: "answered", chosen, result, resend });
    if (result.kind === "created") await refresh(procedure.split(".")[0] as Router);
  };
  const check = async (file: File, chosen: Chosen = { file, key: crypto.randomUUID() }) => {
    setState({ step: "sending", chosen, progress: null });
    const result = await checkImport({ procedure, township, ...chosen });
    await answered(chosen, result, () => void check(file, chosen));
  };
  const write = async (chosen: Chosen, agreed: Agreed, answers: readonly RowAnswer[] = []) => {
    setState({ step: "sending", chosen, progress: null });
    const onProgress = (progress: ImportProgress) => setState({ step: "sending", chosen, progress });
    const sending = { procedure, township, ...chosen };
    const result = await sendImport(sending, { ...agreed, answers }, onProgress);
    // What was asked about some rows is answered beside what was agreed to for the file.
    if (result.kind === "asked") setState({ step: "asked", chosen, agreed, questions: result.questions });
    else await answered(chosen, result, () => void write(chosen, agreed, answers));
  };
  return { state, check, write, again: () => setState({ step: "choose" }) };
}
