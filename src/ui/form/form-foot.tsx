"use client";

import { Button } from "antd";

type SaveProps = { label: string; busy: boolean; danger: boolean };

/** Leaving a box may open what its words ask for: that must not move a button between press and release. */
const hold = (event: React.MouseEvent) => event.preventDefault();

type FormFootProps = {
  /** how many were saved here one after another; 0 as soon as the next one is begun */
  saved: number;
  draft: boolean;
  onCancel: (() => void) | undefined;
  again: string | undefined;
  onAgain: () => void;
  save: SaveProps;
};

/** What became of what was typed, and the buttons below a form. */
export function FormFoot({ saved, draft, onCancel, again, onAgain, save }: FormFootProps) {
  const { label, busy, danger } = save;
  return (
    <div className="form-foot">
      {saved > 0 ? <small role="status">已保存 {saved} 条，请填下一条</small> : null}
      {draft ? <small>草稿已存在本机</small> : null}
      {onCancel ? <Button onClick={onCancel}>取消</Button> : null}
      {again === undefined ? null : (
        <Button loading={busy} onMouseDown={hold} onClick={onAgain}>
          {again}
        </Button>
      )}
      <Button type="primary" danger={danger} htmlType="submit" loading={busy} onMouseDown={hold}>
        {label}
      </Button>
    </div>
  );
}
