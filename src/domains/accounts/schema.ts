import { z } from "zod";
import { roles } from "@/lib/roles";
import {
  countyChange,
  id,
  inCounty,
  nameText,
  optional,
  password,
  searchText,
  text,
  version,
} from "@/server/trpc/inputs";

/** A question that needs no words. */
export const nothingInput = inCounty({}).optional();

const username = z
  .string()
  .trim()
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{2,39}$/, "用户名用3至40位字母、数字、点或横线，以字母或数字开头");
const tenantRole = z.enum(roles.filter((role) => role !== "operator"));

export const accountsInput = inCounty({
  q: searchText,
  status: optional(z.enum(["active", "disabled"])),
});
export const createAccountInput = countyChange({
  username,
  displayName: nameText(40, "姓名"),
  role: tenantRole,
  townshipId: id.nullable(),
});
export const editAccountInput = countyChange({
  id,
  version,
  displayName: nameText(40, "姓名"),
  role: tenantRole,
  townshipId: id.nullable(),
  status: z.enum(["active", "disabled"]),
});
export const resetPasswordInput = countyChange({ id, version });

export const changePasswordInput = z.strictObject({
  current: password("现在的密码"),
  next: password("新密码"),
});

export const createCountyInput = z.strictObject({
  code: z.string().regex(/^\d{6}$/, "县级行政区划代码为6位数字（GB/T 2260）"),
  name: text(40, "县名"),
  province: z.enum(["national", "zhejiang", "chongqing", "shandong"]),
});
export const createCountyAdminInput = z.strictObject({
  countyId: id,
  username,
  displayName: nameText(40, "姓名"),
});

export type AccountsInput = z.infer<typeof accountsInput>;
export type CreateAccountInput = z.infer<typeof createAccountInput>;
export type EditAccountInput = z.infer<typeof editAccountInput>;
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
export type CreateCountyInput = z.infer<typeof createCountyInput>;
export type CreateCountyAdminInput = z.infer<typeof createCountyAdminInput>;
