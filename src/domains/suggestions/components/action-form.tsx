"use client";

import type { ComponentType } from "react";
import type { ActionKey } from "../rules/next-actions";
import { DecideDeferralForm, RequestDeferralForm } from "./deferral-forms";
import { CheckForm, MergeForm, SubmitForm } from "./check-forms";
import {
  AddPromiseForm,
  CallBackForm,
  CloseForm,
  FulfilPromiseForm,
  VerifyPromiseForm,
} from "./closing-forms";
import { JudgeReasonForm, MarkNotRatedForm, RateForm } from "./rating-forms";
import type { StepProps } from "./step-form";
import {
  AcceptForm,
  AssignForm,
  KeepAssignmentForm,
  ReassignForm,
  RequestReturnForm,
} from "./unit-step-forms";
import { ConfirmForm, ConsultForm, HoldPresidiumForm, ReplyForm } from "./working-forms";

/** Editing is a page of its own; every other step is a dialog. */
const forms: Record<Exclude<ActionKey, "edit">, ComponentType<StepProps>> = {
  submit: SubmitForm,
  check: CheckForm,
  merge: MergeForm,
  assign: AssignForm,
  accept: AcceptForm,
  requestReturn: RequestReturnForm,
  reassign: ReassignForm,
  keepAssignment: KeepAssignmentForm,
  holdPresidium: HoldPresidiumForm,
  consult: ConsultForm,
  confirm: ConfirmForm,
  reply: ReplyForm,
  requestDeferral: RequestDeferralForm,
  decideDeferral: DecideDeferralForm,
  rate: RateForm,
  markNotRated: MarkNotRatedForm,
  judgeReason: JudgeReasonForm,
  close: CloseForm,
  addPromise: AddPromiseForm,
  fulfilPromise: FulfilPromiseForm,
  verifyPromise: VerifyPromiseForm,
  callBack: CallBackForm,
};

export function ActionForm({ action, ...props }: StepProps & { action: ActionKey }) {
  if (action === "edit") return null;
  const Form = forms[action];
  return <Form {...props} />;
}
