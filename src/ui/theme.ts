import type { ThemeConfig } from "antd";

export type TextSize = "standard" | "large";

/** Read by the root layout and written by the 大字 switch; no personal data, so a plain cookie. */
export const textSizeCookie = "ui-size";

export function textSizeOf(cookie: string | undefined): TextSize {
  return cookie === "large" ? "large" : "standard";
}

/** antd's tokens next to the CSS variables of globals.css: the same colours and measures, told twice. */
export function themeOf(size: TextSize): ThemeConfig {
  const large = size === "large";
  return {
    token: {
      colorPrimary: "#24527a",
      colorLink: "#24527a",
      colorError: "#b3261e",
      colorErrorBg: "#fdeceb",
      colorErrorBorder: "#eab8b4",
      colorSuccess: "#1f6b3b",
      colorSuccessBg: "#e6f3ea",
      colorWarning: "#7a5200",
      colorText: "#1c2733",
      colorTextSecondary: "#556270",
      colorTextDescription: "#556270",
      colorTextPlaceholder: "#6b7480",
      colorBorder: "#c3ccd6",
      colorBgLayout: "#f5f7fa",
      borderRadius: 4,
      fontSize: large ? 18 : 15,
      controlHeight: large ? 48 : 36,
      fontFamily: "inherit",
    },
  };
}
