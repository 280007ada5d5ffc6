"use client";

import { useRef, type ReactNode } from "react";
import type { MenuItem } from "./current-item";
import { ShellMenu } from "./shell-menu";

/** A native dialog: it traps the focus, closes on Esc and needs no library. */
export function PhoneMenu({ items, foot }: { items: readonly MenuItem[]; foot: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <div className="shell-phone">
      <button
        type="button"
        className="shell-burger"
        aria-label="打开菜单"
        onClick={() => dialog.current?.showModal()}
      >
        <span aria-hidden>☰</span>
      </button>
      <dialog
        ref={dialog}
        className="shell-drawer"
        aria-label="菜单"
        onClick={(event) => {
          if (event.target === event.currentTarget) close();
        }}
      >
        <div className="shell-drawer-body">
          <button type="button" className="btn btn-quiet" onClick={close}>
            关闭
          </button>
          <ShellMenu items={items} onFollow={close} />
          <div className="shell-drawer-foot">{foot}</div>
        </div>
      </dialog>
    </div>
  );
}
