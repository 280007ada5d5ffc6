"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { ProblemLine } from "./states/problem-text";
import { useAttempt } from "./states/use-attempt";

type LinkButtonProps = {
  href: string;
  primary?: boolean | undefined;
  /** The page's "new" button: the key `n` presses it. */
  shortcutNew?: boolean;
  children: ReactNode;
};

export function LinkButton({ href, primary = false, shortcutNew = false, children }: LinkButtonProps) {
  return (
    <Link
      href={href}
      className={primary ? "btn btn-primary" : "btn"}
      data-shortcut={shortcutNew ? "n" : undefined}
      aria-keyshortcuts={shortcutNew ? "n" : undefined}
    >
      {children}
    </Link>
  );
}

type ActButtonProps = {
  /** What is pressed for; of a command its promise, so that a refusal is told beside the button. */
  onClick: () => unknown;
  primary?: boolean | undefined;
  danger?: boolean | undefined;
  shortcutNew?: boolean;
  disabled?: boolean | undefined;
  children: ReactNode;
};

/** The light twin of antd's Button, for pages that need no other antd code. */
export function ActButton({
  onClick,
  primary,
  danger,
  shortcutNew = false,
  disabled,
  children,
}: ActButtonProps) {
  const { attempt, busy, problem } = useAttempt();
  const look = primary ? "btn btn-primary" : danger ? "btn btn-danger" : "btn";
  return (
    <>
      <button
        type="button"
        className={look}
        disabled={disabled === true || busy}
        onClick={() => attempt(onClick)}
        data-shortcut={shortcutNew ? "n" : undefined}
        aria-keyshortcuts={shortcutNew ? "n" : undefined}
      >
        {children}
      </button>
      <ProblemLine problem={problem} />
    </>
  );
}

/** For what should never have been entered. What has ended, or will not be done, has ways of its own. */
export function VoidButton({ onClick }: { onClick: () => void }) {
  return (
    <ActButton danger onClick={onClick}>
      录错了，作废
    </ActButton>
  );
}
