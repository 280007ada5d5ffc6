import { minuteInText } from "@/lib/dates";
import { Facts } from "@/ui/detail/facts";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import type { Former } from "../data/rows";
import { type Importance, importanceLabels } from "../labels";

type Props = {
  notice: {
    title: string;
    body: string | null;
    documentNumber: string | null;
    importance: Importance;
    asked: string | null;
    dueOn: string | null;
    sentAt: string | null;
    correctedAt: string | null;
    recalledAt: string | null;
    recallReason: string | null;
    former: readonly Former[];
  };
};

/** Running text: each line a paragraph. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split("\n").map((line, index) => (
        // Lines of one text never change their places.
        <p key={`${index}${line}`}>{line}</p>
      ))}
    </>
  );
}

function Before({ former }: { former: readonly Former[] }) {
  if (former.length === 0) return null;
  return (
    <Panel title="更正经过" note="以上面的正文为准">
      {[...former].reverse().map(({ edition, until, note, title, body }) => (
        <details key={edition}>
          <summary>
            {minuteInText(until)} 更正：{note}（点开看更正前的第 {edition} 版）
          </summary>
          <strong>{title}</strong>
          <Paragraphs text={body} />
        </details>
      ))}
    </Panel>
  );
}

/** A notice as it reads now, and what was corrected of it. */
export function NoticeText({ notice }: Props) {
  const { recallReason, recalledAt, body } = notice;
  return (
    <>
      {recallReason === null ? null : (
        <Panel title="已撤回">
          <p>
            {recalledAt === null ? "" : `${minuteInText(recalledAt)} 撤回：`}
            {recallReason}
          </p>
        </Panel>
      )}
      <Panel title="通知">
        <Facts
          items={[
            { label: "文号", value: notice.documentNumber ?? <Value of="none" /> },
            { label: "重要程度", value: importanceLabels[notice.importance] },
            { label: "发出", value: notice.sentAt === null ? "还没有发出" : minuteInText(notice.sentAt) },
            ...(notice.correctedAt === null
              ? []
              : [{ label: "最近更正", value: minuteInText(notice.correctedAt) }]),
            { label: "要求", value: notice.asked ?? "知悉", wide: true },
            ...(notice.dueOn === null ? [] : [{ label: "办理期限", value: notice.dueOn }]),
          ]}
        />
        {body === null ? (
          <p className="soft">通知已撤回，正文不再显示。</p>
        ) : (
          <div className="running-text">
            <Paragraphs text={body} />
          </div>
        )}
      </Panel>
      <Before former={notice.former} />
    </>
  );
}
