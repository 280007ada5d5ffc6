import { StatusTag } from "@/ui/detail/status-tag";
import type { Tone } from "@/ui/tone";
import {
  type AdoptionState,
  adoptionStateLabels,
  type Life,
  lifeLabels,
  type PracticeState,
  practiceStateLabels,
} from "../labels";

const stateTones: Record<PracticeState, Tone> = {
  draft: "neutral",
  confirmed: "info",
  returned: "warn",
  published: "good",
};
const lifeTones: Record<Life, Tone> = {
  published: "info",
  adopted: "info",
  helped: "good",
  retired: "neutral",
};
const adoptionTones: Record<AdoptionState, Tone> = {
  ...{ planned: "neutral", running: "info", confirmed: "good", notHelped: "warn", stopped: "neutral" },
};

export const PracticeTag = ({ state }: { state: PracticeState }) => (
  <StatusTag tone={stateTones[state]}>{practiceStateLabels[state]}</StatusTag>
);
export const LifeTag = ({ life }: { life: Life }) => (
  <StatusTag tone={lifeTones[life]}>{lifeLabels[life]}</StatusTag>
);
export const AdoptionTag = ({ state }: { state: AdoptionState }) => (
  <StatusTag tone={adoptionTones[state]}>{adoptionStateLabels[state]}</StatusTag>
);
