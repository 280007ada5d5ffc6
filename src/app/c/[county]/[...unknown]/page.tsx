import { notFound } from "next/navigation";

/** An address nobody knows is told so within the menu, too. */
export default function UnknownPage() {
  notFound();
}
