"use client";

import { problemOf } from "@/ui/states/problem";
import { ErrorState } from "@/ui/states/error-state";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const problem = problemOf(error);
  return (
    <ErrorState
      title="这一页没有打开"
      body={problem.message}
      requestId={problem.requestId ?? error.digest}
      onRetry={reset}
    />
  );
}
