"use client";

import { CopyBox } from "@/ui/copy-box";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { Issued } from "./token-form";

/** The one time that the secret is seen: whoever loses it asks for another. */
export function IssuedPanel({ issued, onDone }: { issued: Issued; onDone: () => void }) {
  return (
    <Panel title={`「${issued.name}」的令牌`} className="no-print">
      <div className="stack">
        {issued.secret === null ? (
          <p role="alert">令牌已经签发，但只能显示一次，这次没有显示出来。请停用它，另发一个。</p>
        ) : (
          <>
            <p>
              <strong>令牌只显示这一次，</strong>
              请现在复制，当面或用加密的方式交给对方系统的负责人；不要发到工作群里，也不要写进网址。
            </p>
            <CopyBox label="令牌" value={issued.secret} what="令牌" />
          </>
        )}
        <div className="row">
          <ActButton onClick={onDone}>已经交给对方，收起</ActButton>
        </div>
      </div>
    </Panel>
  );
}
