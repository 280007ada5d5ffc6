import { FileBox } from "@/domains/attachments/components/file-box";
import { afterName } from "@/domains/figures/labels";
import { spotResultLabels } from "@/domains/figures/rules/spot-results";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { recordHref } from "@/domains/registry";
import { kindNames, valueSaid } from "../labels";
import { seatNames } from "../rules/reviewing";
import { noteKindNames } from "../rules/self-assessing";
import type { ItemShown } from "./shown";

type Props = { item: ItemShown; evidence: string; onOpen: (() => void) | null };

/** What the township said of an indicator, with the record it points at. */
function Note({ note, evidence }: { note: NonNullable<ItemShown["note"]>; evidence: string }) {
  const township = evidence.replace("/t/", "");
  const href = note.record === null ? null : recordHref(township, note.record.type, note.record.id);
  return (
    <>
      <p>
        <strong>乡镇：{noteKindNames[note.kind]}</strong> {note.text}{" "}
        {href === null ? null : <a href={href}>{note.title ?? "查看记录"}</a>}{" "}
        <span className="soft">
          {note.by} {note.on}
        </span>
      </p>
      <FileBox
        {...{ township, recordType: "selfNote", recordId: note.id, files: note.files }}
        writable={false}
      />
    </>
  );
}

/** What the spot check did not find as it is recorded. */
function Failed({ failed }: Pick<ItemShown, "failed">) {
  return failed.map(({ id, name, href, result, reason, by, on }) => (
    <p key={id}>
      <StatusTag tone="bad">抽查{spotResultLabels[result]}</StatusTag>{" "}
      {href === null ? name : <a href={href}>{name}</a>}：{reason}{" "}
      <span className="soft">
        {by} {on}
      </span>
    </p>
  ));
}

/** One's own word, and once both have handed in the others'. */
function Opinions({ item: { kind, own, others } }: { item: ItemShown }) {
  return (
    <>
      {own === null ? null : (
        <p>
          您评定 {valueSaid(kind, own.value)}：{own.reason}
        </p>
      )}
      {others.map(({ seat, value, reason }) => (
        <p key={seat}>
          {seatNames[seat]}评定 {valueSaid(kind, value)}：{reason}
        </p>
      ))}
    </>
  );
}

/** What a reviewer goes by: how the points came about, the rubric, what was confirmed of the signals. */
function Basis({ item: { code, name, sentence, rubric, proposed } }: { item: ItemShown }) {
  return (
    <>
      {sentence === null ? null : <p className="soft">{afterName(sentence, `${code} ${name}`)}</p>}
      {rubric.length === 0 ? null : <p className="soft">评分标准：{rubric.join("；")}</p>}
      {proposed === 0 ? null : (
        <p>
          数据核查已认定 {proposed} 条成立，建议按 {proposed} 次扣分；是否扣分由评审决定。
        </p>
      )}
    </>
  );
}

/** One line of a review: the system's points and how they came about, the township's word, the reviewers'. */
export function ReviewItem({ item, evidence, onOpen }: Props) {
  const { kind, code, name, system, note, own, apart, manual } = item;
  const first = kind !== "indicator" ? "认定" : manual ? "打分" : "改分";
  return (
    <li className="review-item" id={`${kind}-${code}`}>
      <div className="row review-head">
        <strong>{kind === "indicator" ? `${code} ${name}` : `${kindNames[kind]}：${name}`}</strong>
        {kind === "indicator" ? <span className="number">系统 {valueSaid(kind, system)}</span> : null}
        {apart && own === null ? <StatusTag tone="warn">待协调</StatusTag> : null}
        {onOpen === null ? null : (
          <ActButton primary={own === null && (apart || manual)} onClick={onOpen}>
            {own === null ? first : "修改"}
          </ActButton>
        )}
      </div>
      <Basis item={item} />
      <Failed failed={item.failed} />
      {note === null ? null : <Note note={note} evidence={evidence} />}
      <Opinions item={item} />
    </li>
  );
}
