import { DeputyDetail } from "@/domains/deputies/components/deputy-detail";
import { ParticipationPanel } from "@/domains/participation/components/participation-panel";
import { DutyProgress } from "@/domains/standards/components/duty-progress";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.deputies.byId.queryOptions(await params), ({ name }) => name);
}

export default async function DeputyPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(
    api.deputies.byId.queryOptions({ township, id }),
    api.participation.ofDeputy.queryOptions({ township, id }),
    api.standards.ofDeputy.queryOptions({ township, id }),
  );
  return (
    <Hydrate>
      <DeputyDetail
        township={township}
        id={id}
        participation={
          <>
            <DutyProgress township={township} id={id} />
            <ParticipationPanel township={township} id={id} />
          </>
        }
      />
    </Hydrate>
  );
}
