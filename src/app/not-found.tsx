import { requestNumber } from "@/app/request-number";
import { LinkButton } from "@/ui/link-button";
import { EmptyState } from "@/ui/states/empty-state";

export default async function NotFound() {
  return (
    <div className="state-page">
      <EmptyState
        page
        requestId={await requestNumber()}
        title="没有找到这一页"
        body="它可能已被移走，或不属于本单位。请核对网址，或回到首页重新进入。"
        action={<LinkButton href="/">回到首页</LinkButton>}
      />
    </div>
  );
}
