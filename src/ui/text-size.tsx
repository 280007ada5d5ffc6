"use client";

import { createContext, useContext } from "react";
import type { TextSize } from "./theme";

type TextSizeChoice = { size: TextSize; choose: (size: TextSize) => void };

export const TextSizeContext = createContext<TextSizeChoice>({ size: "standard", choose: () => undefined });

export function TextSizeSwitch() {
  const { size, choose } = useContext(TextSizeContext);
  const large = size === "large";
  return (
    <button type="button" className="shell-action" onClick={() => choose(large ? "standard" : "large")}>
      {large ? "标准字" : "大字"}
    </button>
  );
}
