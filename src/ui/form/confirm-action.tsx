"use client";

import { App } from "antd";
import { useState, type ReactNode } from "react";
import { problemOf } from "../states/problem";

type ConfirmActionProps = {
  /** The question with the object's name: 发布「2026 年考核方案」? */
  question: string;
  consequence?: ReactNode;
  okLabel: string;
  danger?: boolean;
  primary?: boolean;
  disabled?: boolean;
  onConfirm: () => Promise<unknown>;
  children: ReactNode;
};

/** A button that asks before it acts, and stays open with the reason when the server refuses. */
export function ConfirmAction(props: ConfirmActionProps) {
  const {
    question,
    consequence,
    okLabel,
    danger = false,
    primary = false,
    disabled,
    onConfirm,
    children,
  } = props;
  const { modal, message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } catch (error) {
      const { message: sentence, requestId } = problemOf(error);
      void message.error(requestId ? `${sentence}（请求编号 ${requestId}）` : sentence, 8);
    } finally {
      setBusy(false);
    }
  };
  const ask = () =>
    void modal.confirm({
      title: question,
      content: consequence,
      okText: okLabel,
      okButtonProps: { danger },
      onOk: act,
    });
  return (
    <button
      type="button"
      className={primary ? "btn btn-primary" : danger ? "btn btn-danger" : "btn"}
      disabled={disabled === true || busy}
      onClick={ask}
    >
      {children}
    </button>
  );
}
