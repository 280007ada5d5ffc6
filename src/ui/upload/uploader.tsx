"use client";

import { useId, useState } from "react";
import { type Problem, problemOf } from "../states/problem";
import { ProblemText } from "../states/problem-text";
import { fileRefusal } from "./file-size";
import { sendFile, type SentFile } from "./send-file";

type UploaderProps = {
  uploadUrl: string;
  onUploaded: (file: SentFile) => void;
  /** For the file dialog, e.g. ".pdf,.docx,image/*"; the server decides. */
  accept?: string;
  label?: string;
};

type Failure = { before: string; problem: Problem | null };

/** Sends the chosen files one after the other, so that a slow line finishes the first one first. */
export function Uploader({ uploadUrl, onUploaded, accept, label = "添加附件" }: UploaderProps) {
  const id = useId();
  const [sending, setSending] = useState<string | null>(null);
  const [failures, setFailures] = useState<readonly Failure[]>([]);

  const sendOne = async (file: File): Promise<Failure | null> => {
    const refusal = fileRefusal(file);
    if (refusal) return { before: refusal, problem: null };
    setSending(file.name);
    try {
      onUploaded(await sendFile(uploadUrl, file));
      return null;
    } catch (error) {
      return { before: `「${file.name}」没有传上：`, problem: problemOf(error) };
    }
  };
  const sendAll = async (files: readonly File[]) => {
    const failed: Failure[] = [];
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
        {failures.map(({ before, problem }) => (
          <p key={before} className="uploader-failure">
            {before}
            {problem === null ? null : <ProblemText problem={problem} />}
          </p>
        ))}
      </div>
    </div>
  );
}
