"use client";

import { ErrorState } from "@/ui/states/error-state";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for the root layout when that itself fails. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="state-page">
          <ErrorState
            title="系统暂时不能用"
            body="已录入的内容没有丢失。请稍后再试；仍不行请联系管理员。"
            requestId={error.digest}
            onRetry={reset}
          />
        </main>
      </body>
    </html>
  );
}
