"use client";

import { Drawer, Modal } from "antd";
import type { ReactNode } from "react";
import { FormBody, type FormBodyProps } from "./form-body";

type FormModalProps<Values extends object> = Omit<FormBodyProps<Values>, "onCancel"> & {
  title: string;
  open: boolean;
  onClose: () => void;
  /** The law's rule or what the entry will move, in a sentence above the fields. */
  intro?: ReactNode;
  width?: number;
};

/** Few fields. Closes itself once `onSubmit` has succeeded. */
export function FormModal<Values extends object>(props: FormModalProps<Values>) {
  const { title, open, onClose, intro, width = 560, onSubmit, ...body } = props;
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      width={width}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {intro ? <p className="form-intro">{intro}</p> : null}
      <FormBody<Values> {...body} onSubmit={(values) => onSubmit(values).then(onClose)} onCancel={onClose} />
    </Modal>
  );
}

/** Many fields beside the page they belong to. */
export function FormDrawer<Values extends object>(props: FormModalProps<Values>) {
  const { title, open, onClose, intro, width = 640, onSubmit, ...body } = props;
  return (
    <Drawer
      title={title}
      open={open}
      onClose={onClose}
      size={width}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {intro ? <p className="form-intro">{intro}</p> : null}
      <FormBody<Values> {...body} onSubmit={(values) => onSubmit(values).then(onClose)} onCancel={onClose} />
    </Drawer>
  );
}
