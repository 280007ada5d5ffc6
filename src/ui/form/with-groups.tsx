"use client";

import { type ClipboardEvent, type ReactNode, useState } from "react";
import { fromList, groupsOf, isWhole, withGroup } from "./many-people";
import type { NamedOption } from "./pinyin-match";

/** What antd's Form.Item hands to its child. */
export type Control = {
  id?: string;
  value?: string | string[];
  onChange?: (value: string | string[]) => void;
};

type WithGroupsProps = Control & {
  options: readonly NamedOption[];
  disabled: boolean;
  /** The select itself; it gets what the form handed over. */
  children: (control: Control) => ReactNode;
};

/** Many people at once: a whole group with one click, or a list of names pasted from elsewhere, however it is separated. */
export function WithGroups({ options, disabled, children, ...control }: WithGroupsProps) {
  const [missed, setMissed] = useState<readonly string[]>([]);
  const { value, onChange } = control;
  const chosen = Array.isArray(value) ? value : [];
  const groups = disabled ? [] : groupsOf(options);
  const paste = (event: ClipboardEvent) => {
    const list = fromList(
      options.filter(({ gone }) => gone === undefined),
      event.clipboardData.getData("text"),
    );
    if (list === null || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    setMissed(list.missed);
    onChange?.([...new Set([...chosen, ...list.ids])]);
  };
  return (
    <div onPasteCapture={paste}>
      {children(control)}
      {missed.length > 0 ? (
        <p role="alert" className="form-missed">
          没有选上：{missed.join("、")}。请核对写法；名册里没有的，先登记再选。
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
              onClick={() => onChange?.(withGroup(group, chosen))}
            >
              {group.name}（{group.ids.length} 人）
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
