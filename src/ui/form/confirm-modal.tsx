"use client";

import { Modal } from "antd";
import { type ReactNode, useState } from "react";
import { problemOf, type Problem } from "@/ui/states/problem";
import { ProblemLine } from "@/ui/states/problem-text";

type ConfirmModalProps = {
  /** The question. */
  title: string;
  okText: string;
  cancelText: string;
  pending: boolean;
  /** Closes when it succeeds; a refusal stays in sight. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
  /** What follows from it. */
  children: ReactNode;
};

/** Asked before a step that one click should not take. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { title, okText, cancelText, pending, onConfirm, onClose, children } = props;
  const [refusal, setRefusal] = useState<Problem | null>(null);

  async function confirm() {
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setRefusal(problemOf(error));
    }
  }

  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={cancelText}
      confirmLoading={pending}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      {children}
      <ProblemLine problem={refusal} />
    </Modal>
  );
}
