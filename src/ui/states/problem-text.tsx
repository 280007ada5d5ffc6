import type { Problem } from "./problem";

/**
 * What went wrong, with the number to report. Whoever was signed out meanwhile signs in beside what was typed: it stays as it
 * stands, also where no draft is kept of it.
 */
export function ProblemText({ problem }: { problem: Problem }) {
  const { message, requestId, signedOut = false } = problem;
  return (
    <>
      {message} {requestId ? <small>请求编号 {requestId}</small> : null}
      {signedOut ? (
        <>
          填写的内容还在这里，请先
          <a href="/sign-in" target="_blank">
            在新窗口登录
          </a>
          ，再回到这里重按一次。
        </>
      ) : null}
    </>
  );
}
