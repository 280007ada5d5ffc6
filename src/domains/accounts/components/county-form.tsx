"use client";

import { FormModal } from "@/ui/form/form-modal";
import { ChoiceField, TextField } from "@/ui/form/fields";
import type { CountyRow } from "../data";
import type { CreateCountyInput } from "../schema";

const provinces = [
  { value: "zhejiang", label: "浙江省" },
  { value: "chongqing", label: "重庆市" },
  { value: "shandong", label: "山东省" },
  { value: "national", label: "其他省（只按国家法律）" },
];

type CountyFormProps = { onClose: () => void; onSubmit: (values: CreateCountyInput) => Promise<unknown> };

export function CountyForm({ onClose, onSubmit }: CountyFormProps) {
  return (
    <FormModal<CreateCountyInput> title="开设县级单位" open onClose={onClose} onSubmit={onSubmit}>
      <TextField name="code" label="行政区划代码" required max={6} hint="6 位数字，如：330921" />
      <TextField name="name" label="县名" required max={40} hint="如：岱山县" />
      <ChoiceField name="province" label="适用的省级规定" required options={provinces} />
    </FormModal>
  );
}

type AdminValues = { username: string; displayName: string };
type CountyAdminFormProps = {
  county: CountyRow;
  onClose: () => void;
  onSubmit: (values: AdminValues) => Promise<unknown>;
};

export function CountyAdminForm({ county, onClose, onSubmit }: CountyAdminFormProps) {
  return (
    <FormModal<AdminValues>
      title={`为「${county.name}」开设账号管理员`}
      open
      onClose={onClose}
      onSubmit={onSubmit}
    >
      <TextField name="username" label="用户名" required max={40} hint="字母、数字、点或横线" />
      <TextField name="displayName" label="姓名" required max={40} />
    </FormModal>
  );
}
