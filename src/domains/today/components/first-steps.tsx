import { StatusTag } from "@/ui/detail/status-tag";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { setUpLabels } from "../labels";
import { type SetUpStep, setUpSteps } from "../schema";

type Props = { township: string; entered: Readonly<Record<SetUpStep, number>> };

/** Whether the township has begun everything that the steps lead to. */
export const isSetUp = (entered: Props["entered"]): boolean => setUpSteps.every((step) => entered[step] > 0);

/** What to enter first, in the order in which each step needs the one before; all done, one line says so. */
export function FirstSteps({ township, entered }: Props) {
  const next = setUpSteps.find((step) => entered[step] === 0);
  const done = setUpSteps.filter((step) => entered[step] > 0).length;
  if (next === undefined) return <p className="soft">起步的 {done} 样都已录好。</p>;
  return (
    <Panel
      title={`先录这几样：已录 ${done}/${setUpSteps.length}`}
      note="前几样录好以后，会议、建议和监督活动就能直接选人选单位；后几样各录一次就算起步"
    >
      <ol className="first-steps">
        {setUpSteps.map((step, index) => {
          const { what, page, unit } = setUpLabels[step];
          const count = entered[step];
          return (
            <li key={step}>
              <LinkButton
                href={`/t/${township}/${count > 0 ? page.replace(/\/new$/, "") : page}`}
                primary={step === next}
              >
                {index + 1}. {what}
              </LinkButton>
              {count > 0 ? (
                <StatusTag tone="good">
                  已录 {count} {unit}
                </StatusTag>
              ) : (
                <span className="soft">{step === next ? "现在录这一样" : "还没有录"}</span>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
