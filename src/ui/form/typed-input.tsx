"use client";

import { Input, type InputRef } from "antd";
import {
  type AriaAttributes,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { isComposing } from "../composing";

/** What the form holds: what the text meant, or the text itself where it meant nothing, so that it stays in sight. */
export type Typed = string | number | null;

/** Handed down by the form. */
export type FromForm = AriaAttributes & {
  id?: string;
  value?: Typed | undefined;
  onChange?: (value: Typed) => void;
};

type TypedInputProps = FromForm & {
  /** What a whole text means; `null` when it means nothing. Never asked of half a text. */
  read: (text: string) => Typed;
  /** Is the meaning to be seen before Enter saves it? */
  isGuess?: (text: string) => boolean;
  disabled: boolean;
  inputMode: "numeric" | "decimal" | "text";
  placeholder?: string;
  suffix?: ReactNode;
};

/**
 * A text box for what is not text. It is read when it is left and before the form is sent, never while somebody types;
 * what cannot be read is neither changed nor dropped, so that the form can refuse it.
 */
export function TypedInput({ value = null, onChange, read, isGuess, ...shown }: TypedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const box = useRef<InputRef>(null);
  const leave = () => {
    if (typed === null) return;
    const text = typed.trim();
    const meant = text === "" ? null : (read(text) ?? text);
    setTyped(null);
    if (meant !== value) onChange?.(meant);
  };
  const beforeSending = useEffectEvent(leave);
  useEffect(() => {
    const form = box.current?.input?.form;
    const onSubmit = () => beforeSending();
    // Enter and scripts send a form whose box nobody has left; this hears of it before the form does.
    form?.addEventListener("submit", onSubmit, true);
    return () => form?.removeEventListener("submit", onSubmit, true);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
    if (typed === null || isGuess?.(typed) !== true) return;
    event.preventDefault();
    leave();
  };
  return (
    <Input
      {...shown}
      ref={box}
      autoComplete="off"
      value={typed ?? String(value ?? "")}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}
