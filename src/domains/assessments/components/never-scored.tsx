import { neverScored } from "@/domains/figures/rules/further-metrics";
import { Panel } from "@/ui/panel";

/** So that nobody looks for what is left out on purpose. */
export function NeverScored() {
  return (
    <Panel title="不设口径、不计分的">
      <ul>
        {neverScored.map(([what, why]) => (
          <li key={what}>
            <b>{what}</b>：{why}。
          </li>
        ))}
      </ul>
    </Panel>
  );
}
