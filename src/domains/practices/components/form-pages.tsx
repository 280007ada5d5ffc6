"use client";

import dynamic from "next/dynamic";
import { LoadingState } from "@/ui/states/loading-state";

const loading = () => <LoadingState />;

/** Forms keep drafts on the machine, which the server knows nothing of: they are drawn in the browser alone. */
export const NewPracticePage = dynamic(() => import("./practice-form").then((module) => module.NewPractice), {
  ssr: false,
  loading,
});
export const EditPracticePage = dynamic(
  () => import("./practice-form").then((module) => module.EditPractice),
  {
    ssr: false,
    loading,
  },
);
