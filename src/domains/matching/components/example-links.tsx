import Link from "next/link";
import type { Example } from "../data/practices";

/** The practices that are published about it; nothing where there are none yet. */
export function ExampleLinks({ base, practices }: { base: string; practices: readonly Example[] }) {
  if (practices.length === 0) return null;
  return (
    <div>
      做法：
      {practices.map(({ id, title, by }) => (
        <Link key={id} href={`${base}/practices/${id}`}>
          {`「${title}」（${by}）`}
        </Link>
      ))}
    </div>
  );
}
