import Link from "next/link";
import { setUpLabels } from "../labels";
import { setUpSteps } from "../schema";

/** The first steps in their order, each with the way to it. */
export function SetUpOrder({ township }: { township: string }) {
  return (
    <ol className="numbered">
      {setUpSteps.map((step) => (
        <li key={step}>
          <Link href={`/t/${township}/${setUpLabels[step].page}`}>{setUpLabels[step].what}</Link>
        </li>
      ))}
    </ol>
  );
}
