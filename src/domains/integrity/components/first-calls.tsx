import { Panel } from "@/ui/panel";
import { useUrlState } from "@/ui/list/use-url-state";
import type { SignalMap } from "../data/pages";
import { CallList, type CallShown } from "./call-list";

/** Where the lines of a cell stand on the page. */
export const linesAnchor = "signals";

/** Which few of all open signals deserve a call now; what weighs less is folded below them. */
export function FirstCalls({ data: { calls, firstCalls, total } }: { data: SignalMap }) {
  const { hrefWith } = useUrlState();
  const hrefOf = ({ signal, township }: CallShown) =>
    `${hrefWith({ cell: `${signal}.${township.code}`, page: null })}#${linesAnchor}`;
  const [first, rest] = [calls.slice(0, firstCalls), calls.slice(firstCalls)];
  if (first.length === 0) return null;
  return (
    <Panel
      title={rest.length === 0 ? "要问的事" : `先问这 ${first.length} 件`}
      note={`${total.open} 条待核查的提示归为 ${calls.length} 件`}
    >
      <p className="soft">
        同一乡镇的同一种提示归为一件，涉及的记录相同的并在一起；对得分影响大的在前（成立时最多扣的分，加上这些记录现在撑着的分）。
      </p>
      <CallList label="先问的事" calls={first} hrefOf={hrefOf} />
      {rest.length === 0 ? null : (
        <details>
          <summary>其余 {rest.length} 件</summary>
          <CallList label="其余要问的事" calls={rest} hrefOf={hrefOf} />
        </details>
      )}
    </Panel>
  );
}
