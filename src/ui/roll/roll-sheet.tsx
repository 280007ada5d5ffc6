"use client";

import { useState, type KeyboardEvent } from "react";
import { isComposing } from "../composing";
import { useLeaveWarning } from "../form/use-draft";
import { problemOf, type Problem } from "../states/problem";
import { ProblemText } from "../states/problem-text";
import {
  countsOf,
  nextStatus,
  type RollMarks,
  type RollPerson,
  shownOf,
  statusOf,
  withMark,
  withoutReason,
  withReason,
} from "./roll";
import { RollRow } from "./roll-row";

type RollSheetProps = {
  people: readonly RollPerson[];
  initial: RollMarks;
  /** Sends the marks; when it throws, the sheet stays and says why. */
  onSave: (marks: RollMarks) => Promise<unknown>;
};

/**
 * The roll of a meeting: everybody present until marked otherwise. Typing letters of a name and pressing Enter marks
 * the first one found, so that a long roll is done without the mouse.
 */
export function RollSheet({ people, initial, onSave }: RollSheetProps) {
  const [opened] = useState(initial);
  const [marks, setMarks] = useState(opened);
  const [typed, setTyped] = useState("");
  const [onlyMarked, setOnlyMarked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useLeaveWarning(marks !== opened && !busy, false);
  const shown = shownOf(people, marks, typed, onlyMarked);
  const first = shown[0];
  const counts = countsOf(people, marks);

  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") setTyped("");
    if (event.key !== "Enter" || !first || typed.trim() === "") return;
    event.preventDefault();
    setMarks(withMark(marks, first.id, nextStatus(statusOf(marks, first.id))));
    event.currentTarget.select();
  };
  const save = async () => {
    const missing = withoutReason(people, marks);
    if (missing.length > 0) {
      setTyped("");
      const names = missing.map((person) => person.name).join("、");
      setProblem({ message: `请填写请假事由：${names}`, fieldErrors: {} });
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await onSave(marks);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <section className="panel roll" aria-label="点名">
      <div className="roll-tools">
        <input
          className="field filter-search"
          type="search"
          aria-label="按姓名、拼音首字母或选区查找"
          placeholder="姓名或拼音首字母，回车改状态"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <label className="roll-only">
          <input type="checkbox" checked={onlyMarked} onChange={() => setOnlyMarked(!onlyMarked)} />
          只看未出席
        </label>
        {typed.trim() !== "" && first ? <span className="soft">回车：{first.name}改为下一状态</span> : null}
      </div>
      {shown.length === 0 ? <p className="soft">没有符合的人。</p> : null}
      <ul className="roll-list">
        {shown.map((person) => (
          <RollRow
            key={person.id}
            person={person}
            marks={marks}
            missing={problem !== null && marks[person.id]?.reason.trim() === ""}
            onStatus={(status) => setMarks(withMark(marks, person.id, status))}
            onReason={(reason) => setMarks(withReason(marks, person.id, reason))}
          />
        ))}
      </ul>
      <div className="roll-foot">
        <p aria-live="polite">
          应到 <strong>{counts.expected}</strong> 人，出席 <strong>{counts.present}</strong> 人，请假{" "}
          <strong>{counts.leave}</strong> 人，缺席 <strong>{counts.absent}</strong> 人
        </p>
        <button type="button" className="btn btn-primary" disabled={busy} onClick={() => void save()}>
          {busy ? "正在保存…" : "保存出席"}
        </button>
        {problem ? (
          <p role="alert" className="roll-problem">
            <ProblemText problem={problem} />
          </p>
        ) : null}
      </div>
    </section>
  );
}
