import { Facts } from "@/ui/detail/facts";
import { signals } from "../rules/signals";

/** What each signal goes by, and how it comes about where nothing is wrong. */
export function SignalGuide() {
  return (
    <details>
      <summary>各种提示怎么算、什么情况下没有问题</summary>
      <Facts
        items={signals.map(({ name, says, found, innocent }) => ({
          label: name,
          value: `${says}。算法：${found}。没有问题的情形：${innocent}。`,
          wide: true,
        }))}
      />
    </details>
  );
}
