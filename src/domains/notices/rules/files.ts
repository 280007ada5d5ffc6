import { allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { NoticeState } from "./receipts";

/** So many files one notice may have. */
const mostFiles = 20;

/** Files are put to a draft: whoever received a notice received it with all its files. */
export const mayHang = (state: NoticeState, count: number): Decision =>
  firstDenial(
    state === "draft" ? allow : deny("通知已经发出，附件不能再增减；要换附件的，请撤回后另发一件。"),
    count < mostFiles ? allow : deny(`一件通知最多 ${mostFiles} 个附件，请合并后再传。`),
  );
