import type { Metadata } from "next";
import Link from "next/link";
import { homeOf } from "@/app/home-of";
import { PasswordForm } from "@/domains/accounts/components/password-form";
import { ApiProvider } from "@/trpc/client";
import { requireSession } from "@/trpc/server";
import "../../sign-in/sign-in.css";

export const metadata: Metadata = { title: "修改密码" };

export default async function PasswordPage() {
  const session = await requireSession();
  return (
    <main className="sign-in">
      <section className="sign-in-card panel">
        <h1>修改密码</h1>
        <p className="soft">
          {session.mustChangePassword
            ? "首次登录（或密码刚被重置），请先设一个只有您知道的密码。"
            : "修改后，所有已登录的设备都要用新密码重新登录。"}
        </p>
        <ApiProvider>
          <PasswordForm username={session.username} />
        </ApiProvider>
        {session.mustChangePassword ? null : <Link href={homeOf(session)}>返回</Link>}
      </section>
    </main>
  );
}
