import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipQuery } from "@/server/trpc/procedures";
import { townshipInput } from "@/server/trpc/inputs";
import { addTownship, editTownship, importTownships, mergeTownship, setClassRule } from "./commands";
import { countySettings, listTownships, ownTownship } from "./data";
import {
  addTownshipInput,
  classRuleInput,
  editTownshipInput,
  importTownshipsInput,
  mergeTownshipInput,
  settingsInput,
  townshipsInput,
} from "./schema";

export const tenancyRouter = router({
  township: townshipQuery("tenancy:read").input(townshipInput).query(query(ownTownship)),
  townships: countyQuery("tenancy:readCounty").input(townshipsInput).query(query(listTownships)),
  addTownship: countyCommand("tenancy:manage").input(addTownshipInput).mutation(command(addTownship)),
  importTownships: countyCommand("tenancy:manage")
    .input(importTownshipsInput)
    .mutation(command(importTownships)),
  editTownship: countyCommand("tenancy:manage").input(editTownshipInput).mutation(command(editTownship)),
  mergeTownship: countyCommand("tenancy:manage").input(mergeTownshipInput).mutation(command(mergeTownship)),
  settings: countyQuery("tenancy:readCounty").input(settingsInput).query(query(countySettings)),
  setClassRule: countyCommand("tenancy:manage").input(classRuleInput).mutation(command(setClassRule)),
});
