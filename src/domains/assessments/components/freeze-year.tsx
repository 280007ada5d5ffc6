"use client";

import { Input } from "antd";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";

type Props = { year: number; townships: number; onClose: () => void };

/** Asked first, as nobody can take it back. */
export function FreezeYear({ year, townships, onClose }: Props) {
  const [note, setNote] = useState("");
  const freeze = useCommand(useTRPC().assessments.freezeYear.mutationOptions());
  return (
    <ConfirmModal
      title={`封存 ${year} 年考核？`}
      okText="封存，不再变动"
      cancelText="暂不封存"
      pending={freeze.isPending}
      onConfirm={() => freeze.run({ year, note })}
      onClose={onClose}
    >
      <div className="stack">
        <ol className="numbered">
          <li>{`${townships} 个乡镇 ${year} 年的得分、位次和每一条证据就此固定，封存后不能撤回，也不能再次封存。`}</li>
          <li>{`以后仍可修改 ${year} 年的记录，但要写明理由；修改会标出「封存后修改」并列入清单，得分不变。`}</li>
          <li>方案、适用的法规数值和乡镇类别一并封存，以后再调整不影响这一年。</li>
          <li>还有漏录的请先补录。封存要几秒到几十秒，乡镇可以照常保存，请等本窗口自己关闭。</li>
        </ol>
        <Input.TextArea
          aria-label="封存说明"
          placeholder="封存说明（可不填），如会议名称和日期"
          maxLength={500}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </ConfirmModal>
  );
}
