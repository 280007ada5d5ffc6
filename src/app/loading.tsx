import { LoadingState } from "@/ui/states/loading-state";

export default function Loading() {
  return <LoadingState />;
}
