import Link from "next/link";
import type { ReactNode } from "react";

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
  onClick: () => void;
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
  const look = primary ? "btn btn-primary" : danger ? "btn btn-danger" : "btn";
  return (
    <button
      type="button"
      className={look}
      disabled={disabled}
      onClick={onClick}
      data-shortcut={shortcutNew ? "n" : undefined}
      aria-keyshortcuts={shortcutNew ? "n" : undefined}
    >
      {children}
    </button>
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
