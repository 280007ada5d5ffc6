import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipQuery } from "@/server/trpc/procedures";
import { appoint, end } from "./commands";
import { contacts, ownContacts } from "./data";
import { appointInput, contactsInput, endInput, ownContactsInput } from "./schema";

/** Who of the county looks after which township (R94). */
export const liaisonRouter = router({
  contacts: countyQuery("tenancy:readCounty").input(contactsInput).query(query(contacts)),
  own: townshipQuery("tenancy:read").input(ownContactsInput).query(query(ownContacts)),
  appoint: countyCommand("tenancy:manage").input(appointInput).mutation(command(appoint)),
  end: countyCommand("tenancy:manage").input(endInput).mutation(command(end)),
});
