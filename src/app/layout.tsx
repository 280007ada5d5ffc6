import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { textSizeCookie, textSizeOf } from "@/ui/theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "县乡人大工作平台", template: "%s · 县乡人大工作平台" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#b3261e" };

/** No antd here: one-time-link and phone pages share this root and must stay under 150 kB of JavaScript. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const size = textSizeOf((await cookies()).get(textSizeCookie)?.value);
  return (
    <html lang="zh-CN" data-size={size}>
      <body>{children}</body>
    </html>
  );
}
