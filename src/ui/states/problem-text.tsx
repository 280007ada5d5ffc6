import type { Problem } from "./problem";

/** Signing in beside the page, which stays as it stands. */
export function SignInBeside({ before = "", after }: { before?: string; after: string }) {
  return (
    <>
      {before}请先
      <a href="/sign-in" target="_blank">
        在新窗口登录
      </a>
      {after}
    </>
  );
}

/**
 * What went wrong, with the number to report. Whoever was signed out meanwhile signs in beside what was typed: it stays as it
 * stands, also where no draft is kept of it.
 */
export function ProblemText({ problem }: { problem: Problem }) {
  const { message, requestId, signedOut = false } = problem;
  return (
    <>
      {message} {requestId ? <small>请求编号 {requestId}</small> : null}
      {signedOut ? <SignInBeside before="填写的内容还在这里，" after="，再回到这里重按一次。" /> : null}
    </>
  );
}

/** The same as a line of its own, read out when it appears; nothing where nothing went wrong. */
export function ProblemLine({ problem, id }: { problem: Problem | null; id?: string }) {
  return problem === null ? null : (
    <p role="alert" className="problem-line" id={id}>
      <ProblemText problem={problem} />
    </p>
  );
}
