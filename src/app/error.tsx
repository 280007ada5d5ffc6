"use client";

import { ErrorState } from "@/ui/states/error-state";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <ErrorState title="这一页没有打开" error={error} requestId={error.digest} onRetry={reset} />;
}
