"use client";

import { Button, Input, Modal } from "antd";
import { useState } from "react";

/** What most changes after the freeze are; whoever has another reason writes it. */
const usual = ["续办：封存后正常办理", "补录封存前漏记的事项", "更正录入差错"] as const;

type Props = { sentence: string; answer: (reason: string | null) => void };

/** Stands over the form that asked: nothing that was typed there is lost. */
export function ReasonModal({ sentence, answer }: Props) {
  const [reason, setReason] = useState("");
  const written = reason.trim();
  return (
    <Modal
      open
      title="该年考核已封存，请写明修改理由"
      okText="写明理由并保存"
      cancelText="不保存"
      okButtonProps={{ disabled: written === "" }}
      onOk={() => answer(written)}
      onCancel={() => answer(null)}
    >
      <div className="stack">
        <p>{sentence}</p>
        <div className="row" role="group" aria-label="常用理由">
          {usual.map((text) => (
            <Button key={text} onClick={() => setReason(text)}>
              {text}
            </Button>
          ))}
        </div>
        <Input.TextArea
          aria-label="修改理由"
          placeholder="修改理由（200 字以内，县、乡都能看到，请不要写个人隐私）"
          maxLength={200}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Modal>
  );
}
