import { notFound } from "next/navigation";

export const metadata = { title: "没有找到这一页" };

/** An address nobody knows is told so within the menu, too. */
export default function UnknownPage() {
  notFound();
}
