"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Crumbs, type Crumb } from "../detail/detail-page";
import { goBack } from "../shell/way-back";
import { FormBody, type FormBodyProps } from "./form-body";

type FormPageProps<Values extends object> = Omit<FormBodyProps<Values>, "onCancel"> & {
  crumbs: readonly Crumb[];
  title: string;
  intro?: ReactNode;
};

/** A form on a page of its own; 取消 goes back to where one came from. */
export function FormPage<Values extends object>({ crumbs, title, intro, ...body }: FormPageProps<Values>) {
  const router = useRouter();
  const above = crumbs.findLast(({ href }) => href !== undefined)?.href ?? "/";
  const leave = () => {
    if (!goBack()) router.push(above);
  };
  return (
    <div className="stack form-page">
      <header className="detail-head">
        <Crumbs items={crumbs} />
        <h1>{title}</h1>
        {intro ? <p className="soft">{intro}</p> : null}
      </header>
      <div className="panel">
        <FormBody<Values> {...body} onCancel={leave} />
      </div>
    </div>
  );
}
