"use client";

import { FormModal } from "./form-modal";
import { TextField } from "./fields";

type VoidModalProps = {
  /** Kind and name, so that nobody voids the wrong one: 建议「关于…的建议」. */
  object: string;
  open: boolean;
  onClose: () => void;
  onVoid: (reason: string) => Promise<unknown>;
  /** 作废 by default; 撤回, 删除附件 … read the same way. */
  verb?: string;
  /** What follows, e.g. 台账与指标将不再计入。 */
  consequence?: string | undefined;
};

/** Nothing is deleted for good: the record stays, struck out, with who, when and why. */
export function VoidModal({ object, open, onClose, onVoid, verb = "作废", consequence }: VoidModalProps) {
  return (
    <FormModal<{ reason: string }>
      title={`${verb}${object}`}
      open={open}
      onClose={onClose}
      submitLabel={verb}
      danger
      intro={consequence ?? `${verb}后不再计入台账与指标，记录和原因会一直保留。`}
      onSubmit={({ reason }) => onVoid(reason)}
    >
      <TextField name="reason" label="原因" required rows={3} max={200} />
    </FormModal>
  );
}
