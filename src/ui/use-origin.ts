"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const here = () => window.location.origin;
const nowhere = () => "";

/** By which address this page is reached: the server does not know it, and it never changes while the page is open. */
export const useOrigin = (): string => useSyncExternalStore(never, here, nowhere);
