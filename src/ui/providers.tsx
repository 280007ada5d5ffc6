"use client";

import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useState, type ReactNode } from "react";
import { TextSizeContext } from "./text-size";
import { textSizeCookie, themeOf, type TextSize } from "./theme";

dayjs.locale("zh-cn");

const yearInSeconds = 31_536_000;

function remember(size: TextSize) {
  document.cookie = `${textSizeCookie}=${size}; path=/; max-age=${yearInSeconds}; samesite=lax`;
  document.documentElement.dataset["size"] = size;
}

/** antd with our words and look. AppShell brings it along; a page outside the shell that uses antd wraps itself. */
export function Providers({
  size: initial = "standard",
  children,
}: {
  size?: TextSize;
  children: ReactNode;
}) {
  const [size, setSize] = useState(initial);
  const choose = (next: TextSize) => {
    remember(next);
    setSize(next);
  };
  return (
    <TextSizeContext value={{ size, choose }}>
      <ConfigProvider locale={zhCN} theme={themeOf(size)} button={{ autoInsertSpace: false }}>
        <App component={false}>{children}</App>
      </ConfigProvider>
    </TextSizeContext>
  );
}
