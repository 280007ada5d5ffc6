import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";

/** A township that has entered nothing yet: what to enter first, and why in this order. */
export function FirstSteps({ township }: { township: string }) {
  const base = `/t/${township}`;
  return (
    <Panel title="先录这三样" note="录好以后，会议、建议和监督活动就能直接选人选单位">
      <div className="row">
        <LinkButton href={`${base}/deputies`} primary>
          1. 代表名册
        </LinkButton>
        <LinkButton href={`${base}/suggestions/units`}>2. 承办单位</LinkButton>
        <LinkButton href={`${base}/sessions/new`}>3. 最近一次人代会</LinkButton>
      </div>
    </Panel>
  );
}
