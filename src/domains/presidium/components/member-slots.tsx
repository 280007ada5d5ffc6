"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { Screens } from "@/domains/records/components/slots";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { TextField } from "@/ui/form/fields";
import { ActButton } from "@/ui/link-button";

const MembersForm = dynamic(() => import("./members-form").then((module) => module.MembersForm), {
  ssr: false,
});

function Several({ township }: { township: string }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may("presidium:write")) return null;
  return (
    <>
      <ActButton onClick={() => setOpen(true)}>一次登记多人</ActButton>
      {open ? <MembersForm township={township} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** A deputy's name is the roster's: whoever chose the deputy need not type it. */
function Name({ township }: { township: string }) {
  const form = Form.useFormInstance();
  const deputyId: unknown = Form.useWatch("deputyId", form);
  const { data = [] } = useQuery(useTRPC().deputies.options.queryOptions({ township }));
  const name = data.find(({ id }) => id === deputyId)?.name;
  useEffect(() => {
    if (name !== undefined) form.setFieldValue("name", name);
  }, [form, name]);
  return <TextField name="name" label="姓名" required max={40} disabled={name !== undefined} />;
}

export const memberScreens: Screens = {
  list: {
    note: "主席一名、副主席一至二名，不得兼任政府职务（地方组织法第18条）",
    actions: Several,
    empty: {
      title: "还没有登记主席团成员",
      body: "可以从代表名册里一次选多名成员；主席、副主席和秘书逐人登记。开会时即可逐人登记出席。",
    },
  },
  form: { initial: () => ({ post: "member" }), fields: { name: Name } },
  detail: { consequence: "录错的才作废；离任的请修改，填写离任日期。" },
};
