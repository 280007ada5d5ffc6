"use client";

import { type ClipboardEvent, type ReactNode, useState } from "react";
import { fromList, groupsOf, isWhole, type PeopleGroup, withGroup } from "./many-people";
import type { NamedOption } from "./pinyin-match";

/** What antd's Form.Item hands to its child. */
export type Control = {
  id?: string;
  value?: string | string[];
  onChange?: (value: string | string[]) => void;
};

/** Of a list or a group, who was not chosen: unknown names, and people with why they cannot be. */
type Left = { missed: readonly string[]; away: readonly string[] };

type WithGroupsProps = Control & {
  options: readonly NamedOption[];
  disabled: boolean;
  /** Whoever was away cannot be chosen. */
  there: boolean;
  /** The select itself; it gets what the form handed over. */
  children: (control: Control) => ReactNode;
};

/** Many people at once: a whole group with one click, or a list of names pasted from elsewhere, however it is separated. */
export function WithGroups({ options, disabled, there, children, ...control }: WithGroupsProps) {
  const [left, setLeft] = useState<Left>({ missed: [], away: [] });
  const { value, onChange } = control;
  const chosen = Array.isArray(value) ? value : [];
  const groups = disabled ? [] : groupsOf(options, there);
  const paste = (event: ClipboardEvent) => {
    const list = fromList(options, event.clipboardData.getData("text"), there);
    if (list === null || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    setLeft(list);
    onChange?.([...new Set([...chosen, ...list.ids])]);
  };
  const take = (group: PeopleGroup) => {
    setLeft({ missed: [], away: isWhole(group, chosen) ? [] : group.away });
    onChange?.(withGroup(group, chosen));
  };
  return (
    <div onPasteCapture={paste}>
      {children(control)}
      {left.missed.length > 0 ? (
        <p role="alert" className="form-missed">
          没有选上：{left.missed.join("、")}。请核对写法；名册里没有的，先登记再选。
        </p>
      ) : null}
      {left.away.length > 0 ? (
        <p role="alert" className="form-missed">
          没有选上：{left.away.join("、")}。提前回来的，先在代表页撤销请假再选。
        </p>
      ) : null}
      {groups.length > 0 ? (
        <div className="chips" role="group" aria-label="整组选择">
          <small>整组：</small>
          {groups.map((group) => (
            <button
              key={group.name}
              type="button"
              className="chip"
              aria-pressed={isWhole(group, chosen)}
              onClick={() => take(group)}
            >
              {group.name}（{group.ids.length} 人）
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
