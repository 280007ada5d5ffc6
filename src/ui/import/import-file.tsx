"use client";

import { useId } from "react";
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
