"use client";

import { useId, useState } from "react";
import { useRefresh } from "@/trpc/use-refresh";
import { type Problem, problemOf } from "@/ui/states/problem";
import { ProblemLine } from "@/ui/states/problem-text";
import { fileRefusal } from "@/ui/upload/file-size";
import { sendFile } from "@/ui/upload/send-file";
import { smallPhoto } from "@/ui/upload/small-photo";

type Told = { busy?: boolean; sent?: boolean; failure?: Problem };

/** A photo of what was seen: made small on the telephone, then a file of the finding, or of the township's part. */
export function CheckPhoto({ url, name }: { url: string; name: string }) {
  const id = useId();
  const refresh = useRefresh();
  const [told, setTold] = useState<Told>({});
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const failure = fileRefusal(file);
    if (failure !== null) {
      setTold({ failure: problemOf(new Error(failure)) });
      return;
    }
    setTold({ busy: true });
    try {
      await sendFile(url, await smallPhoto(file, name));
      await refresh("attachments");
      setTold({ sent: true });
    } catch (error) {
      setTold({ failure: problemOf(error) });
    }
  };
  return (
    <div className="check-photo">
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        className="visually-hidden"
        disabled={told.busy === true}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      <label htmlFor={id} className="btn">
        {told.busy === true ? "正在上传…" : "拍照上传（可不拍）"}
      </label>
      {told.sent === true ? <small role="status">照片已上传</small> : null}
      <ProblemLine problem={told.failure ?? null} />
    </div>
  );
}
