"use client";

import { useQueryClient } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { type SubmitEvent, useState } from "react";
import { forgetAll, useTRPC } from "@/trpc/client";
import { type Ended, EndedSessions } from "./ended-sessions";

const refusals: Record<string, string> = {
  CredentialsSignin: "用户名或密码不对，或账号已被锁定、停用。请核对后再试，或联系账号管理员。",
  TooManyAttempts: "登录尝试过于频繁，请 15 分钟后再试。",
  Merged:
    "这个账号所在的乡镇已经并入其他乡镇，不能再登录；登记过的内容都在。请联系县人大常委会账号管理员，在并入的乡镇开一个新账号。",
  Busy: "服务器正忙或正在重启，这次没有登录。请过几秒再试",
  Unavailable: "系统暂时不能登录，请稍后再试",
};

/** A refusal of ours by its code; of the system's own failures the number to report. */
function sentenceOf(error: string): string {
  const [code = "", id] = error.split(":");
  const said = refusals[code] ?? "连接不上服务器，请检查网络后再试。";
  return id === undefined ? said : `${said}；仍不行时把请求编号 ${id} 告诉管理员。`;
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

/** A whole new page: nothing of whoever was signed in before stays in memory. */
const enter = (): void => window.location.replace("/");

export function SignInForm() {
  const queries = useQueryClient();
  const endedForMe = useTRPC().accounts.endedForMe.queryOptions();
  const [ended, setEnded] = useState<Ended>([]);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    const answer = await signIn("credentials", {
      redirect: false,
      username: textOf(data, "username").trim(),
      password: textOf(data, "password"),
    }).catch(() => undefined);
    if (answer?.ok === true && !answer.error) {
      forgetAll();
      const lost = await queries.query(endedForMe).catch(() => []);
      if (lost.length > 0) setEnded(lost);
      else enter();
      return;
    }
    setBusy(false);
    setRefusal(sentenceOf(answer?.error ?? ""));
  }

  if (ended.length > 0) return <EndedSessions ended={ended} onRead={enter} />;
  return (
    <form className="plain-form" method="post" onSubmit={(event) => void submit(event)}>
      <label>
        用户名
        <input name="username" autoComplete="username" required autoFocus maxLength={100} />
      </label>
      <label>
        密码
        <input name="password" type="password" autoComplete="current-password" required maxLength={400} />
      </label>
      {refusal === null ? null : <p role="alert">{refusal}</p>}
      <button type="submit" className="btn btn-primary" disabled={busy}>
        {busy ? "正在登录…" : "登录"}
      </button>
    </form>
  );
}
