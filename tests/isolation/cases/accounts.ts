import { newKey } from "../../support/tenants";
import type { IsolationCases } from "./case";

export const cases: IsolationCases = {
  "accounts.me": { input: () => ({}) },
  "accounts.endedForMe": { input: () => ({}) },
  "accounts.changePassword": { input: () => ({ current: "wrong", next: "Quiet-Harbour-2031" }) },
  "accounts.list": { input: () => ({}) },
  "accounts.townships": { input: () => ({}) },
  "accounts.create": {
    input: (at) => ({
      idempotencyKey: newKey(),
      username: `iso-${newKey().slice(0, 8)}`,
      displayName: "测试员",
      role: "townshipStaff",
      townshipId: at.township.id,
    }),
  },
  "accounts.edit": {
    input: (at) => ({
      idempotencyKey: newKey(),
      id: at.records["account"],
      version: 1,
      displayName: "改名",
      role: "townshipStaff",
      townshipId: at.township.id,
      status: "active",
    }),
  },
  "accounts.resetPassword": {
    input: (at) => ({ idempotencyKey: newKey(), id: at.records["account"], version: 1 }),
  },
  "accounts.counties": { input: () => ({}) },
  "accounts.createCounty": { input: () => ({ code: "999999", name: "不应出现县", province: "zhejiang" }) },
  "accounts.createCountyAdmin": {
    input: (at) => ({
      countyId: at.county.id,
      username: `iso-${newKey().slice(0, 8)}`,
      displayName: "测试员",
    }),
  },
};
