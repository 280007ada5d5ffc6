"use client";

import { useRef, useState } from "react";
import { ActButton } from "./link-button";
import "./copy-box.css";

/** A text to take along. It is selected where the browser lets no page write to the clipboard, as it does without https. */
export function CopyBox({ label, value, what }: { label: string; value: string; what: string }) {
  const box = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  async function copy(): Promise<void> {
    box.current?.select();
    const write = () =>
      navigator.clipboard.writeText(value).then(
        () => true,
        () => false,
      );
    setCopied(window.isSecureContext && (await write()));
  }
  return (
    <div className="row">
      <input ref={box} className="copy-box" readOnly value={value} aria-label={label} />
      <ActButton primary onClick={() => void copy()}>
        复制
      </ActButton>
      <span role="status">
        {copied === null ? "" : copied ? "已复制" : `${what}已选中，请按 Ctrl+C 复制`}
      </span>
    </div>
  );
}
