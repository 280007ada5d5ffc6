import { LoadingState } from "@/ui/states/loading-state";

// Below the layout on purpose: a boundary above it would turn the layout's redirects and 404s into status 200.
export default function Loading() {
  return <LoadingState />;
}
