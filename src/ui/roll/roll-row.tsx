"use client";

import { leaveReasons, type RollMarks, type RollPerson, type RollStatus, statusOf } from "./roll";

const words: Record<RollStatus, string> = { present: "出席", leave: "请假", absent: "缺席" };
const statuses = ["present", "leave", "absent"] as const;

type RollRowProps = {
  person: RollPerson;
  marks: RollMarks;
  missing: boolean;
  onStatus: (status: RollStatus) => void;
  onReason: (reason: string) => void;
};

/** One person: three large choices, arrow keys move between them; leave offers its usual reasons and a line for others. */
export function RollRow({ person, marks, missing, onStatus, onReason }: RollRowProps) {
  const status = statusOf(marks, person.id);
  const reason = marks[person.id]?.reason ?? "";
  return (
    <li className={`roll-row roll-${status}`}>
      <fieldset>
        <legend>
          <strong>{person.name}</strong>
          {person.hint ? <small>{person.hint}</small> : null}
        </legend>
        <div className="roll-choices">
          {statuses.map((choice) => (
            <label key={choice} className="roll-choice">
              <input
                type="radio"
                name={`roll-${person.id}`}
                checked={status === choice}
                onChange={() => onStatus(choice)}
              />
              <span>{words[choice]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {person.onLeave ? <small className="soft">{person.onLeave.says}</small> : null}
      {status === "leave" ? (
        <div className="chips">
          {leaveReasons.map((choice) => (
            <button
              key={choice}
              type="button"
              className="chip"
              aria-pressed={reason === choice}
              aria-label={`${person.name}：${choice}`}
              onClick={() => onReason(reason === choice ? "" : choice)}
            >
              {choice}
            </button>
          ))}
          <input
            className="field roll-reason"
            aria-label={`${person.name}的请假事由`}
            aria-invalid={missing}
            placeholder="或填写其他事由"
            value={reason}
            onChange={(event) => onReason(event.currentTarget.value)}
          />
        </div>
      ) : null}
    </li>
  );
}
