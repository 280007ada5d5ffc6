"use client";

import { ActButton } from "@/ui/link-button";
import "./accounts.css";

export type FirstPassword = { username: string; password: string | null };

/** Shown once, to be handed over in person; nothing keeps it. */
export function FirstPasswordNote({ of, onClose }: { of: FirstPassword; onClose: () => void }) {
  return (
    <div className="panel row first-password" role="status">
      {of.password === null ? (
        <span>这次提交已经办过，初始密码只显示一次。需要时请重置密码。</span>
      ) : (
        <span>
          账号 <strong>{of.username}</strong> 的初始密码：<code>{of.password}</code>
          <br />
          只显示这一次，请当面交给本人；首次登录须修改。
        </span>
      )}
      <ActButton onClick={onClose}>知道了</ActButton>
    </div>
  );
}
