"use client";

import { signOut } from "next-auth/react";
import Link from "next/link";
import { forgetDrafts } from "../form/draft";

export type ShellUser = { displayName: string; roleLabel: string };

type UserMenuProps = { user: ShellUser; passwordHref: string };

function leave() {
  // Drafts may name people; they must not outlive the session on a shared computer.
  forgetDrafts(window.localStorage);
  void signOut({ callbackUrl: "/sign-in" });
}

/** A disclosure rather than a menu widget: works before scripts load, with keyboard and touch alike. */
export function UserMenu({ user, passwordHref }: UserMenuProps) {
  return (
    <details
      className="shell-user"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary className="shell-action">
        <span className="shell-long">{user.roleLabel}</span>
        <span className="shell-short">账号</span>
      </summary>
      <div className="shell-user-card">
        <strong>{user.displayName}</strong>
        <small>{user.roleLabel}</small>
        <Link className="btn" href={passwordHref}>
          修改密码
        </Link>
        <button type="button" className="btn" onClick={leave}>
          退出登录
        </button>
      </div>
    </details>
  );
}
