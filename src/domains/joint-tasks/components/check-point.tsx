"use client";

import { StatusTag } from "@/ui/detail/status-tag";
import { mayBeAnswer } from "../rules/answers";
import { type Entry, isUnsent, type Typed, typedOn } from "./outbox";
import { CheckDiffers } from "./check-differs";
import { CheckFields } from "./check-fields";
import type { useOutbox } from "./check-outbox";
import type { Check } from "./check-type";
import { CheckPhoto } from "./check-photo";
import { SeenText } from "./seen-text";

type Saved = Check["answers"][number];
type Props = {
  township: string;
  partId: string;
  point: Check["points"][number];
  saved: Saved | undefined;
  entry: Entry | undefined;
  /** an entry with nothing typed yet */
  blank: Omit<Entry, "typed">;
  writable: boolean;
  outbox: ReturnType<typeof useOutbox>;
  next: (() => void) | null;
};

const nothing: Typed = { answer: null, severity: null, note: null, place: null };

const typedOf = (entry: Entry | undefined, saved: Saved | undefined): Typed => {
  if (entry !== undefined) return entry.typed;
  if (saved === undefined) return nothing;
  const { answer, severity, note, place } = saved;
  return { answer, severity, note, place };
};

function faultOf({ answer, ...typed }: Typed): string | null {
  if (answer === null) return "请选择合格、有问题或不适用。";
  const decision = mayBeAnswer({ answer, ...typed });
  return decision.allowed ? null : decision.reason;
}

/** How far the answer is, in words. */
function Standing({ entry, saved }: Pick<Props, "entry" | "saved">) {
  if (isUnsent(entry)) return <StatusTag tone="warn">未发送</StatusTag>;
  if (entry !== undefined) return <StatusTag tone="warn">还没有保存</StatusTag>;
  return saved === undefined ? <StatusTag>未填</StatusTag> : <StatusTag tone="good">已保存</StatusTag>;
}

/** What stands at the point by now: of whom, what of it is unclear, and what became of a problem. */
function There({ township, saved, entry, outbox }: Props) {
  const finding = saved?.finding ?? null;
  return (
    <>
      <p>
        <Standing entry={entry} saved={saved} />{" "}
        {saved === undefined ? null : <SeenText seen={saved} by={saved.byName} />}
      </p>
      {entry?.there === undefined ? null : (
        <CheckDiffers township={township} entry={entry} there={entry.there} outbox={outbox} />
      )}
      {entry?.refused === undefined ? null : (
        <p role="alert" className="check-refused">
          {entry.refused}
        </p>
      )}
      {finding === null ? null : (
        <a className="btn" href={`/t/${township}/supervision/findings/${finding.id}`}>
          {`已登记为问题${finding.number}，去那里修改`}
        </a>
      )}
    </>
  );
}

/** What is typed, kept in the browser with every letter, and the button that sends it. */
function Typing({ saved, entry, blank, outbox, next }: Props) {
  const typed = typedOf(entry, saved);
  const fault = faultOf(typed);
  const save = () => {
    outbox.keep(entry ?? { ...blank, typed });
    next?.();
  };
  return (
    <>
      <CheckFields
        typed={typed}
        onChange={(change) => outbox.type(typedOn(entry ?? blank, { ...typed, ...change }))}
      />
      <button
        type="button"
        className="btn btn-primary check-save"
        disabled={fault !== null || entry === undefined}
        onClick={save}
      >
        {next === null ? "保存" : "保存，看下一条"}
      </button>
      {fault === null || entry === undefined ? null : <p className="soft">{fault}</p>}
    </>
  );
}

const mayType = ({ writable, saved, entry }: Props): boolean =>
  writable && entry?.there === undefined && (entry !== undefined || (saved?.finding ?? null) === null);

/** One point of the list: what is asked, what was seen, and the way to the next. */
export function CheckPoint(props: Props) {
  const { township, partId, point, saved, entry, writable, next } = props;
  const finding = saved?.finding ?? null;
  const record = finding === null ? `jointPart/${partId}` : `finding/${finding.id}`;
  return (
    <div className="check-point">
      <p className="check-asked">
        {point.text}
        {point.article === null ? null : <small>（{point.article}）</small>}
      </p>
      <There {...props} />
      {mayType(props) ? <Typing {...props} /> : null}
      {next !== null && entry === undefined && saved !== undefined ? (
        <button type="button" className="btn check-save" onClick={next}>
          看下一条
        </button>
      ) : null}
      {saved === undefined || !writable ? null : (
        <CheckPhoto url={`/api/files/${township}/${record}`} name={`检查要点${point.code}`} />
      )}
    </div>
  );
}
