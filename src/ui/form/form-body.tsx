"use client";

import { Alert, Form } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { problemOf, type Problem } from "../states/problem";
import { ProblemText } from "../states/problem-text";
import { FormFoot } from "./form-foot";
import { useDraft, useLeaveWarning } from "./use-draft";

export type FormBodyProps<Values extends object> = {
  /** Sends the values; when it throws, the form shows the sentence, the request id and the field errors. */
  onSubmit: (values: Values) => Promise<unknown>;
  /** Several are told one after another: a second button saves with `onSubmit` of its own and empties the form for the next. */
  again?: { label: string; onSubmit: (values: Values) => Promise<unknown> } | undefined;
  initialValues?: Partial<Values>;
  /** Keeps what is typed under this name, the tenant and the user; e.g. "suggestion:new". */
  draftKey?: string;
  submitLabel?: string;
  /** A red button: what is saved takes something away. */
  danger?: boolean;
  onCancel?: () => void;
  /** Fields: TextField, DayField, PersonSelect … */
  children: ReactNode;
};

function ProblemAlert({ problem }: { problem: Problem }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Without braces the promise that newer browsers answer with would be taken for the effect's clean-up.
    place.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  return (
    <div ref={place} className="form-alert">
      <Alert type="error" showIcon role="alert" title={<ProblemText problem={problem} />} />
    </div>
  );
}

/** One form: draft, errors beside the field, Enter saves. FormModal, FormDrawer and FormPage put it in its place. */
export function FormBody<Values extends object>(props: FormBodyProps<Values>) {
  const {
    onSubmit,
    again,
    initialValues,
    draftKey,
    submitLabel = "保存",
    danger = false,
    onCancel,
    children,
  } = props;
  const [form] = Form.useForm<Values>();
  const draft = useDraft(draftKey);
  const [restored, setRestored] = useState(draft.restored !== null);
  const [dirty, setDirty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const next = useRef(false);
  const [saved, setSaved] = useState(0);
  const { restored: words } = draft;
  // Laid over the initial values rather than mixed into them, so that 清空重填 comes back to those.
  useEffect(() => {
    if (words) form.setFieldsValue(words as never);
  }, [form, words]);
  useLeaveWarning(dirty && !busy, draft.kept);

  const startAfresh = () => {
    draft.forget();
    setRestored(false);
    setDirty(false);
    form.resetFields();
  };
  const submit = async (values: Values) => {
    const once = next.current ? again : undefined;
    next.current = false;
    setBusy(true);
    setProblem(null);
    try {
      await (once?.onSubmit ?? onSubmit)(values);
      if (once === undefined) {
        setDirty(false);
        draft.forget();
      } else {
        startAfresh();
        setSaved((many) => many + 1);
      }
    } catch (error) {
      const found = problemOf(error);
      setProblem(found);
      for (const [name, sentence] of Object.entries(found.fieldErrors)) {
        form.setFields([{ name: name.split(".") as never, errors: [sentence] }]);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={(label, { required }) => (
        <>
          {label}
          {required ? <span className="form-required">必填</span> : null}
        </>
      )}
      {...(initialValues ? { initialValues } : {})}
      scrollToFirstError={{ focus: true, block: "center", scrollMode: "always" }}
      onValuesChange={(_, values: Values) => {
        setDirty(true);
        draft.keep(values);
      }}
      onFinish={(values) => void submit(values)}
      onFinishFailed={() => {
        next.current = false;
      }}
    >
      {restored ? (
        <p className="form-restored">
          已恢复上次没有保存的内容。
          <button type="button" className="btn btn-quiet" onClick={startAfresh}>
            清空重填
          </button>
        </p>
      ) : null}
      {children}
      {problem ? <ProblemAlert problem={problem} /> : null}
      <FormFoot
        saved={dirty ? 0 : saved}
        draft={dirty && draft.kept}
        onCancel={onCancel}
        again={again?.label}
        onAgain={() => {
          next.current = true;
          form.submit();
        }}
        save={{ label: submitLabel, busy, danger }}
      />
    </Form>
  );
}
