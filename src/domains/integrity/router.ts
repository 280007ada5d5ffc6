import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { answeringCommand, countyCommand, countyQuery, positionQuery } from "@/server/trpc/procedures";
import { answer, decide, isThere } from "./commands";
import { map, own, signals } from "./data/pages";
import { answerInput, decideInput, mapInput, ownInput, signalsInput } from "./schema";

export const integrityRouter = router({
  map: countyQuery("integrity:readCounty").input(mapInput).query(query(map)),
  signals: countyQuery("integrity:readCounty").input(signalsInput).query(query(signals)),
  decide: countyCommand("integrity:decide").input(decideInput).mutation(command(decide)),
  own: positionQuery("integrity:readOwn").input(ownInput).query(query(own)),
  answer: answeringCommand("integrity:answer", isThere).input(answerInput).mutation(command(answer)),
});
