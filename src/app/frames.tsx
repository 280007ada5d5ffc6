import type { ReactNode } from "react";
import { SignedIn } from "@/app/signed-in";
import { RecordMoves } from "@/domains/assessments/components/record-moves";
import { tenantKindOf } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import type { SessionOnRequest } from "@/server/auth/session";
import { BesideRecords } from "@/ui/detail/beside-record";
import { townshipOf } from "./titles";
import { accountsMenu, countyMenu, listsUnder, platformMenu, townshipMenu } from "./menus";

type FrameProps = { session: SessionOnRequest; children: ReactNode };

const under = (base: string, menu: typeof countyMenu) =>
  menu.map(([key, label, path]) => ({
    key,
    label,
    href: `${base}${path}`,
    also: listsUnder(path).map((list) => `${base}${list}`),
  }));

/** A merged township is open to its county alone. */
function readingNotice({ name, mergedOn }: { name: string; mergedOn: string | null }): string {
  const merged = mergedOn === null ? "" : `${name}已于 ${mergedOn} 并入他镇，这里是它的历史记录。`;
  return `${merged}您正以县人大身份查看${name}的记录，只能查看，不能修改。`;
}

/** The frame of a township's pages; the county reads in it too and is told that it may only read. */
export async function TownshipFrame({ session, code, children }: FrameProps & { code: string }) {
  const township = await townshipOf(code);
  const fromCounty = tenantKindOf(session.role) === "county";
  const base = `/t/${code}`;
  const back = { key: "county", label: "← 回到县级", href: `/c/${session.countyCode ?? ""}` };
  return (
    <SignedIn
      session={session}
      kind="township"
      base={base}
      tenantName={`${township.name}人大`}
      quickHref={may(session.role, "supervision:write") ? `${base}/new` : undefined}
      menu={fromCounty ? [back, ...under(base, townshipMenu)] : under(base, townshipMenu)}
      readOnlyNotice={fromCounty ? readingNotice(township) : undefined}
    >
      <BesideRecords panel={<RecordMoves />}>{children}</BesideRecords>
    </SignedIn>
  );
}

export function CountyFrame({ session, children }: FrameProps) {
  const base = `/c/${session.countyCode ?? ""}`;
  const accountsOnly = session.role === "countyAccountAdmin";
  return (
    <SignedIn
      session={session}
      // An account administrator reads no business data, so there is nothing to search for.
      kind={accountsOnly ? "operator" : "county"}
      base={base}
      tenantName={`${session.countyName ?? ""}人大常委会`}
      menu={under(base, accountsOnly ? accountsMenu : countyMenu)}
    >
      {children}
    </SignedIn>
  );
}

export function PlatformFrame({ session, children }: FrameProps) {
  return (
    <SignedIn
      session={session}
      kind="operator"
      base="/platform"
      tenantName="平台运维"
      menu={under("/platform", platformMenu)}
    >
      {children}
    </SignedIn>
  );
}

/** The frame of whoever is signed in, for pages that belong to no area. */
export function OwnFrame({ session, children }: FrameProps) {
  if (session.role === "operator") return <PlatformFrame session={session}>{children}</PlatformFrame>;
  if (session.townshipCode === null) return <CountyFrame session={session}>{children}</CountyFrame>;
  return (
    <TownshipFrame session={session} code={session.townshipCode}>
      {children}
    </TownshipFrame>
  );
}
