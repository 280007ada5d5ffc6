"use client";

import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { type SubmitEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { type Problem, problemOf } from "@/ui/states/problem";
import { ProblemLine } from "@/ui/states/problem-text";
import { passwordIsStrong, passwordRule } from "../rules";

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

type Refusal = { problem: Problem; field: string | null };

const said = (sentence: string): Problem => problemOf(new Error(sentence));

/** Changing a password ends every open session, so the form signs in anew with the new one. */
export function PasswordForm({ username }: { username: string }) {
  const change = useMutation(useTRPC().accounts.changePassword.mutationOptions());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const marked = (field: string) =>
    refusal?.field === field ? { "aria-invalid": true, "aria-describedby": "refusal" } : {};

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const next = textOf(data, "next");
    const strong = passwordIsStrong(next, username);
    if (!strong.allowed) {
      setRefusal({ problem: said(strong.reason), field: "next" });
      return;
    }
    if (next !== textOf(data, "again")) {
      setRefusal({ problem: said("两次填写的新密码不一样，请重新填写。"), field: "again" });
      return;
    }
    try {
      await change.mutateAsync({ current: textOf(data, "current"), next });
    } catch (error) {
      const problem = problemOf(error);
      setRefusal({ problem, field: Object.keys(problem.fieldErrors)[0] ?? null });
      return;
    }
    await signIn("credentials", { redirect: false, username, password: next }).catch(() => undefined);
    window.location.replace("/");
  }

  return (
    <form className="plain-form" method="post" onSubmit={(event) => void submit(event)}>
      <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
      <label>
        现在的密码
        <input
          name="current"
          type="password"
          autoComplete="current-password"
          required
          maxLength={400}
          {...marked("current")}
        />
      </label>
      <label>
        新密码
        <small className="soft" id="password-rule">
          {passwordRule}
        </small>
        <input
          name="next"
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={200}
          {...marked("next")}
        />
      </label>
      <label>
        再填一次新密码
        <input
          name="again"
          type="password"
          autoComplete="new-password"
          required
          maxLength={200}
          {...marked("again")}
        />
      </label>
      <ProblemLine problem={refusal?.problem ?? null} id="refusal" />
      <button type="submit" className="btn btn-primary" disabled={change.isPending}>
        保存新密码
      </button>
    </form>
  );
}
