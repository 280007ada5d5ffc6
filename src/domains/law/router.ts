import { yearOfWork } from "@/domains/workdays/data";
import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { countyCommand, countyQuery, townshipQuery } from "@/server/trpc/procedures";
import { enterDays, overrideLaw, strikeOwnDay } from "./commands";
import { enterDaysInput, overrideLawInput, ownWorkdaysInput, strikeDayInput, workdaysInput } from "./schema";

/** A county's own rules of law and its working days: they stand above the slices, because the days those have stored move with them. */
export const lawRouter = router({
  override: countyCommand("tenancy:manage").input(overrideLawInput).mutation(command(overrideLaw)),
  workdays: countyQuery("tenancy:readCounty").input(workdaysInput).query(query(yearOfWork)),
  ownWorkdays: townshipQuery("tenancy:read").input(ownWorkdaysInput).query(query(yearOfWork)),
  enterDays: countyCommand("tenancy:manage").input(enterDaysInput).mutation(command(enterDays)),
  strikeDay: countyCommand("tenancy:manage").input(strikeDayInput).mutation(command(strikeOwnDay)),
});
