import { askingReason } from "@/trpc/asking-fetch";
import { Refused, refusalOf } from "../states/problem";

export type SentFile = { id: string; filename: string; size: number; mime: string };

function isSentFile(answer: unknown): answer is SentFile {
  return typeof answer === "object" && answer !== null && "id" in answer && "filename" in answer;
}

/**
 * POSTs one file as multipart `file`.
 * @throws Refused with the server's Chinese sentence
 */
export async function sendFile(uploadUrl: string, file: File): Promise<SentFile> {
  const body = new FormData();
  body.set("file", file);
  const { ok, status, answer } = await askingReason(
    async (headers) => {
      const response = await fetch(uploadUrl, { method: "POST", body, headers });
      const { ok: taken, status: told } = response;
      return { ok: taken, status: told, answer: (await response.json().catch(() => null)) as unknown };
    },
    (sent) => sent.answer,
  );
  if (ok && isSentFile(answer)) return answer;
  const said: unknown =
    typeof answer === "object" && answer !== null && "error" in answer ? answer.error : null;
  throw new Refused(refusalOf(status, said));
}
