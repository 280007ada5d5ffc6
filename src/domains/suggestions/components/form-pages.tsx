"use client";

import dynamic from "next/dynamic";
import { LoadingState } from "@/ui/states/loading-state";

/** Forms bring antd with them: a page of their own loads them after the frame. */
export const NewSuggestionPage = dynamic(
  () => import("./new-suggestion").then((module) => module.NewSuggestion),
  {
    ssr: false,
    loading: () => <LoadingState />,
  },
);
export const NewClosedPage = dynamic(() => import("./new-closed").then((module) => module.NewClosed), {
  ssr: false,
  loading: () => <LoadingState />,
});
export const EditSuggestionPage = dynamic(
  () => import("./edit-suggestion").then((module) => module.EditSuggestion),
  {
    ssr: false,
    loading: () => <LoadingState />,
  },
);
