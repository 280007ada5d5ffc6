"use client";

import { useId, useState } from "react";
import { problemOf } from "../states/problem";
import { fileRefusal } from "./file-size";
import { sendFile, type SentFile } from "./send-file";

type UploaderProps = {
  uploadUrl: string;
  onUploaded: (file: SentFile) => void;
  /** For the file dialog, e.g. ".pdf,.docx,image/*"; the server decides. */
  accept?: string;
  label?: string;
};

/** Sends the chosen files one after the other, so that a slow line finishes the first one first. */
export function Uploader({ uploadUrl, onUploaded, accept, label = "添加附件" }: UploaderProps) {
  const id = useId();
  const [sending, setSending] = useState<string | null>(null);
  const [failures, setFailures] = useState<readonly string[]>([]);

  const sendOne = async (file: File): Promise<string | null> => {
    const refusal = fileRefusal(file);
    if (refusal) return refusal;
    setSending(file.name);
    try {
      onUploaded(await sendFile(uploadUrl, file));
      return null;
    } catch (error) {
      return `「${file.name}」没有传上：${problemOf(error).message}`;
    }
  };
  const sendAll = async (files: readonly File[]) => {
    const failed: string[] = [];
    for (const file of files) {
      const failure = await sendOne(file);
      if (failure) failed.push(failure);
    }
    setFailures(failed);
    setSending(null);
  };
  return (
    <div className="uploader no-print">
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        className="visually-hidden"
        disabled={sending !== null}
        onChange={(event) => {
          void sendAll([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <label htmlFor={id} className="btn">
        {sending === null ? label : `正在上传 ${sending}…`}
      </label>
      <small>每个文件不超过 20 MB</small>
      <div role="alert">
        {failures.map((failure) => (
          <p key={failure} className="uploader-failure">
            {failure}
          </p>
        ))}
      </div>
    </div>
  );
}
