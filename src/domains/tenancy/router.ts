import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipQuery } from "@/server/trpc/procedures";
import { addTownship, editTownship, mergeTownship } from "./commands";
import { listTownships, ownTownship } from "./data";
import {
  addTownshipInput,
  editTownshipInput,
  mergeTownshipInput,
  townshipInput,
  townshipsInput,
} from "./schema";

export const tenancyRouter = router({
  township: townshipQuery("tenancy:read").input(townshipInput).query(query(ownTownship)),
  townships: countyQuery("tenancy:readCounty").input(townshipsInput).query(query(listTownships)),
  addTownship: countyCommand("tenancy:manage").input(addTownshipInput).mutation(command(addTownship)),
  editTownship: countyCommand("tenancy:manage").input(editTownshipInput).mutation(command(editTownship)),
  mergeTownship: countyCommand("tenancy:manage").input(mergeTownshipInput).mutation(command(mergeTownship)),
});
