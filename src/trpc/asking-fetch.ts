import { changeReasonHeader } from "@/lib/change-reason";
import { askReason } from "./ask-reason";

type Refused = { code?: unknown; message?: unknown };

/** The refusal in an answer of the routes for files, or in what an import left behind. */
function frozenIn(answer: unknown): string | null {
  const { error = answer } = (typeof answer === "object" && answer !== null ? answer : {}) as {
    error?: unknown;
  };
  const { code, message } = (typeof error === "object" && error !== null ? error : {}) as Refused;
  return code === "FROZEN" && typeof message === "string" ? message : null;
}

/**
 * What goes past the procedures, files and sheets, asks for a reason in the same way: once refused for a frozen year it is
 * sent again with the answer in its headers.
 */
export async function askingReason<Answer>(
  send: (headers: Record<string, string>) => Promise<Answer>,
  said: (answer: Answer) => unknown,
): Promise<Answer> {
  const answer = await send({});
  const sentence = frozenIn(said(answer));
  const reason = sentence === null ? null : await askReason(sentence);
  return reason === null ? answer : send({ [changeReasonHeader]: encodeURIComponent(reason) });
}
