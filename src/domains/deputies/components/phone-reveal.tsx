"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { PhoneReveal as Reveal } from "@/ui/detail/phone-reveal";

type Props = { township: string; id: string; name: string; masked: string };

/** A deputy's number, covered until somebody says why. */
export function PhoneReveal({ township, id, ...shown }: Props) {
  const { run } = useCommand(useTRPC().deputies.revealPhone.mutationOptions());
  const may = useMay()("deputies:phone");
  return <Reveal {...shown} told="这位代表" may={may} reveal={(reason) => run({ township, id, reason })} />;
}
