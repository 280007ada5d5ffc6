import { AntdRegistry } from "@ant-design/nextjs-registry";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ReasonAsker } from "../form/reason-asker";
import { Providers } from "../providers";
import { textSizeCookie, textSizeOf } from "../theme";
import { DraftScopeProvider } from "./draft-scope";
import { ShellHeader, type ShellHeaderProps } from "./shell-header";
import { ShellMenu } from "./shell-menu";

type AppShellProps = Omit<ShellHeaderProps, "passwordHref"> & {
  /** Tenant id and user id: keeps form drafts apart on a shared computer. */
  draftScope: string;
  passwordHref?: string;
  /** Shown above every page while nothing can be changed, e.g. "年度已归档，只能查看。" */
  readOnlyNotice?: string | undefined;
  children: ReactNode;
};

/** The frame of every signed-in page: whose data this is, where one can go, what is due. */
export async function AppShell({ draftScope, readOnlyNotice, children, ...head }: AppShellProps) {
  const size = textSizeOf((await cookies()).get(textSizeCookie)?.value);
  return (
    <AntdRegistry>
      <Providers size={size}>
        <DraftScopeProvider scope={draftScope}>
          <a className="skip-link" href="#shell-main">
            跳到正文
          </a>
          <ShellHeader {...head} passwordHref={head.passwordHref ?? "/account/password"} />
          <div className="shell-body">
            <aside className="shell-side no-print" aria-label="导航">
              <ShellMenu items={head.menu} />
            </aside>
            <main id="shell-main" className="shell-main" tabIndex={-1}>
              <p className="print-only">
                {head.kind === "township" ? `${head.countyName} · ` : ""}
                {head.tenantName}
                {head.demo ? "（演示数据）" : ""}
              </p>
              {readOnlyNotice ? (
                <p className="shell-notice no-print" role="status">
                  {readOnlyNotice}
                </p>
              ) : null}
              {children}
            </main>
          </div>
          <ReasonAsker />
        </DraftScopeProvider>
      </Providers>
    </AntdRegistry>
  );
}
