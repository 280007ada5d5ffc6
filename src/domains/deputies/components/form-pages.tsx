"use client";

import dynamic from "next/dynamic";
import { LoadingState } from "@/ui/states/loading-state";

const loading = () => <LoadingState />;
const NewDeputy = dynamic(() => import("./new-deputy").then((module) => module.NewDeputy), {
  ssr: false,
  loading,
});
const EditDeputy = dynamic(() => import("./edit-deputy").then((module) => module.EditDeputy), {
  ssr: false,
  loading,
});

/** Forms are heavy and keep their drafts in the browser, so that their pages load them there only. */
export function NewDeputyPage(props: { township: string }) {
  return <NewDeputy {...props} />;
}

export function EditDeputyPage(props: { township: string; id: string }) {
  return <EditDeputy {...props} />;
}
