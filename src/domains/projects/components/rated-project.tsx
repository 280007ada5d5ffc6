import Link from "next/link";
import { Facts } from "@/ui/detail/facts";
import { Panel } from "@/ui/panel";
import type { RatingOf } from "../data/ratings";

/** What a rating is of, and what its votes come to. */
export function RatedProject({ township, record }: { township: string; record: RatingOf }) {
  const { projectId, projectName } = record;
  const value =
    projectId === null ? (
      "本年票决的全部项目"
    ) : (
      <Link href={`/t/${township}/projects/${projectId}`}>{projectName}</Link>
    );
  return (
    <Panel title="测评的项目">
      <Facts items={[{ label: "项目", value, wide: true }]} />
    </Panel>
  );
}
