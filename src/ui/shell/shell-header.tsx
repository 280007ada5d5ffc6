"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { usePathname, useSearchParams } from "next/navigation";
import { StatusTag } from "../detail/status-tag";
import { TextSizeSwitch } from "../text-size";
import { useWords } from "../use-words";
import type { MenuItem } from "./current-item";
import { PhoneMenu } from "./phone-menu";
import { useShortcuts } from "./use-shortcuts";
import { UserMenu, type ShellUser } from "./user-menu";

export type ShellKind = "township" | "county" | "operator";

export type ShellHeaderProps = {
  kind: ShellKind;
  base: string;
  tenantName: string;
  countyName: string;
  demo: boolean;
  menu: readonly MenuItem[];
  user: ShellUser;
  /** how much somebody is to hear of, and the way to it */
  bell?: ReactNode;
  passwordHref: string;
  /** 记一笔, for whoever may enter something */
  quickHref?: string | undefined;
};

function Whose({ kind, tenantName, countyName, demo }: ShellHeaderProps) {
  return (
    <div className="shell-whose">
      <span className="shell-tenant">
        {kind === "township" ? <span className="shell-county">{countyName} · </span> : null}
        {tenantName}
      </span>
      {demo ? (
        <StatusTag tone="warn">
          演示<span className="shell-long">数据</span>
        </StatusTag>
      ) : null}
    </div>
  );
}

function SearchBox({ base }: { base: string }) {
  const address = `${base}/search`;
  const asked = useSearchParams().get("q") ?? "";
  const path = usePathname();
  const words = path === address ? asked : "";
  const { box, heard, left } = useWords(words, path);
  return (
    <form role="search" action={address} className="shell-search">
      <input
        ref={box}
        defaultValue={words}
        id="site-search"
        name="q"
        type="search"
        aria-label="搜索"
        aria-keyshortcuts="/"
        placeholder="搜索代表、建议、会议…（按 / ）"
        maxLength={100}
        autoComplete="off"
        onInput={heard}
        onBlur={left}
      />
    </form>
  );
}

export function ShellHeader(props: ShellHeaderProps) {
  useShortcuts();
  const { base, kind, menu, user, bell, passwordHref, quickHref } = props;
  const business = kind !== "operator";
  const links = (
    <>
      <TextSizeSwitch />
      {business ? (
        <Link className="shell-action" href={`${base}/help`}>
          帮助
        </Link>
      ) : null}
    </>
  );
  return (
    <header className="shell-head no-print">
      <PhoneMenu items={menu} foot={links} />
      <Link className="shell-product" href={base}>
        县乡人大工作平台
      </Link>
      <Whose {...props} />
      <div className="shell-tools">
        {business ? <SearchBox base={base} /> : null}
        {quickHref === undefined ? null : (
          <Link className="shell-action shell-quick" href={quickHref} data-shortcut="quick">
            记一笔
          </Link>
        )}
        {bell}
        <span className="shell-wide">{links}</span>
        <UserMenu user={user} passwordHref={passwordHref} />
      </div>
    </header>
  );
}
