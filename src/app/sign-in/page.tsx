import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { homeOf } from "@/app/home-of";
import { SignInForm } from "@/domains/accounts/components/sign-in-form";
import { ApiProvider } from "@/trpc/client";
import { currentSession } from "@/trpc/server";
import "./sign-in.css";

export const metadata: Metadata = { title: "登录" };

export default async function SignInPage() {
  const session = await currentSession();
  if (session !== null) redirect(homeOf(session));
  return (
    <main className="sign-in">
      <section className="sign-in-card panel">
        <h1>县乡人大工作平台</h1>
        <p className="soft">一处录入，台账、比较与考核随之生成。</p>
        <ApiProvider>
          <SignInForm />
        </ApiProvider>
        <p className="soft sign-in-help">
          忘记密码或账号被锁定：请联系本县账号管理员重置。连续输错 5 次会锁定 15 分钟。
        </p>
      </section>
    </main>
  );
}
