"use client";

import { useId, useState } from "react";
import { csvOfPasted } from "@/lib/pasted";
import { ActButton } from "../link-button";
import type { ImportProgress } from "./send-import";

export function Progress({ file, progress }: { file: File; progress: ImportProgress | null }) {
  return (
    <div role="status" className="stack">
      <p>
        {progress === null
          ? `正在读取并核对「${file.name}」…`
          : `正在写入：${progress.done} / ${progress.total} 行。请不要关闭页面。`}
      </p>
      <progress
        className="import-progress"
        aria-label="导入进度"
        {...(progress === null ? {} : { value: progress.done, max: progress.total })}
      />
    </div>
  );
}

export function FileChoice({ busy, onChoose }: { busy: boolean; onChoose: (file: File) => void }) {
  const id = useId();
  return (
    <div className="uploader">
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv"
        className="visually-hidden"
        disabled={busy}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) onChoose(file);
        }}
      />
      <label htmlFor={id} className="btn btn-primary">
        选择文件
      </label>
      <small>.xlsx 或 .csv，不超过 10 MB、10,000 行</small>
    </div>
  );
}

/** What a pasted table is called where files are named. */
export const pastedName = "粘贴的表格.csv";

/** A table without a file: copied from a spreadsheet or a document, and read as a file would be. */
export function PastedTable({ busy, onChoose }: { busy: boolean; onChoose: (file: File) => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const csv = csvOfPasted(text);
  const read = () => {
    if (csv !== null) onChoose(new File([csv], pastedName, { type: "text/csv" }));
  };
  return (
    <details>
      <summary>没有文件，直接粘贴表格</summary>
      <div className="stack">
        <label htmlFor={id}>从 Excel 或 Word 复制，连表头一起粘贴在这里；一行一条，第一行是列名。</label>
        <textarea
          id={id}
          className="field import-pasted"
          rows={6}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span>
          <ActButton disabled={busy || csv === null} onClick={read}>
            读取粘贴的表格
          </ActButton>
        </span>
      </div>
    </details>
  );
}
