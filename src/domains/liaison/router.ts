import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import {
  countyCommand,
  countyQuery,
  townshipCommand,
  townshipList,
  townshipQuery,
} from "@/server/trpc/procedures";
import { appoint, end } from "./commands/contacts";
import { enterContact, enterOwnContact, setSilence, strikeContact, strikeOwnContact } from "./commands/log";
import { contacts, ownContacts } from "./data/contacts";
import { countyLog, ownLog } from "./data/log";
import { silence } from "./data/silence";
import * as inputs from "./schema";

const county = "liaison:readCounty";

/** Who of the county looks after which township (R94), and when they were last in touch [R95]. */
export const liaisonRouter = router({
  contacts: countyQuery("tenancy:readCounty").input(inputs.contactsInput).query(query(contacts)),
  own: townshipQuery("tenancy:read").input(inputs.ownContactsInput).query(query(ownContacts)),
  appoint: countyCommand("tenancy:manage").input(inputs.appointInput).mutation(command(appoint)),
  end: countyCommand("tenancy:manage").input(inputs.endInput).mutation(command(end)),

  silence: countyQuery(county).input(inputs.silenceInput).query(query(silence)),
  log: countyQuery(county).input(inputs.logInput).query(query(countyLog)),
  enter: countyCommand("liaison:enter").input(inputs.enterInput).mutation(command(enterContact)),
  strike: countyCommand("liaison:enter").input(inputs.strikeInput).mutation(command(strikeContact)),
  setSilence: countyCommand("liaison:enter").input(inputs.setSilenceInput).mutation(command(setSilence)),
  ownLog: townshipList("liaison:read").input(inputs.ownLogInput).query(query(ownLog)),
  enterOwn: townshipCommand("liaison:write").input(inputs.enterOwnInput).mutation(command(enterOwnContact)),
  strikeOwn: townshipCommand("liaison:write")
    .input(inputs.strikeOwnInput)
    .mutation(command(strikeOwnContact)),
});
