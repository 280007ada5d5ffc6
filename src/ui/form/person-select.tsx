"use client";

import { AutoComplete, Form, Select } from "antd";
import { useParams } from "next/navigation";
import { itemOf, type FieldProps } from "./field-rules";
import { NothingToPick, type SetUp } from "./nothing-to-pick";
import { type Control, WithGroups } from "./with-groups";
import { closedTo } from "./many-people";
import { byPinyin, matchesName, type NamedOption } from "./pinyin-match";

type NamedSelectProps = FieldProps & {
  options: readonly NamedOption[];
  multiple?: boolean;
  loading?: boolean;
  /** It is asked who was there: whoever was on leave that day cannot be chosen, and it says so. */
  there?: boolean;
};

type Shown = { value: string; label: string; disabled: boolean; option: NamedOption };

function NamedSelect({
  options,
  multiple = false,
  loading = false,
  there = false,
  placeholder,
  setUp,
  disabled,
  ...field
}: NamedSelectProps & { placeholder: string; setUp: SetUp }) {
  const empty = options.length === 0 && !loading;
  const nothing = <NothingToPick {...setUp} />;
  const shown: Shown[] = options.map((option) => {
    const { id, name, gone } = option;
    const why = closedTo(option, there);
    const away = why !== null && gone === undefined;
    return { value: id, label: why === null ? name : `${name}（${why}）`, disabled: away, option };
  });
  // Form.Item hands its value to its own child: to the select, or to what surrounds it.
  const choice = (control: Control) => (
    <Select<string | string[], Shown>
      {...control}
      {...(multiple ? { mode: "multiple" as const } : {})}
      options={shown}
      showSearch={{
        filterOption: (typed, entry) => entry !== undefined && matchesName(entry.option, typed),
      }}
      optionRender={(entry) => (
        <span>
          {entry.data.label} <span className="soft">{entry.data.option.hint}</span>
        </span>
      )}
      allowClear={!field.required}
      loading={loading}
      disabled={disabled ?? false}
      placeholder={placeholder}
      notFoundContent={empty ? nothing : "没有这个名字"}
    />
  );
  return (
    <Form.Item {...itemOf(empty ? { ...field, hint: nothing } : field, "选择")}>
      {multiple ? (
        <WithGroups options={options} there={there} disabled={disabled ?? false}>
          {(control) => choice(control)}
        </WithGroups>
      ) : (
        choice({})
      )}
    </Form.Item>
  );
}

/** Where the township of this page keeps a register. */
function useRegister(path: string): string {
  const { township } = useParams<{ township: string }>();
  return `/t/${township}${path}`;
}

const nameOrLetters = "姓名或拼音首字母，如 zwm";

/** Deputies in office by characters, pinyin or initials. The value is an id, or ids with `multiple`. */
export function PersonSelect(props: NamedSelectProps) {
  const setUp = { what: "在任的代表", href: useRegister("/deputies") };
  const options = byPinyin(props.options);
  return <NamedSelect {...props} options={options} placeholder={nameOrLetters} setUp={setUp} />;
}

type NameFieldProps = FieldProps & { options: readonly NamedOption[]; max: number };

/** A name that may be that of a deputy and need not be: those in office are offered, and whatever is typed is taken. */
export function NameField({ options, max, disabled = false, ...field }: NameFieldProps) {
  const item = itemOf(field, "填写");
  const offered = byPinyin(options).map((option) => ({ value: option.name, key: option.id, option }));
  return (
    <Form.Item {...item} rules={[...(item.rules ?? []), { max, message: `${field.label}最多 ${max} 个字` }]}>
      <AutoComplete<string, (typeof offered)[number]>
        options={offered}
        showSearch={{
          filterOption: (typed, entry) => entry !== undefined && matchesName(entry.option, typed),
        }}
        defaultActiveFirstOption={false}
        disabled={disabled}
        placeholder={nameOrLetters}
      />
    </Form.Item>
  );
}

/** A record of some kind by its name. */
export function RecordSelect(props: NamedSelectProps & { setUp: SetUp }) {
  return <NamedSelect {...props} placeholder="请选择" />;
}

/** Handling units: the same search. */
export function UnitSelect(props: NamedSelectProps) {
  const setUp = { what: "登记承办单位", href: useRegister("/suggestions/units/new") };
  return <NamedSelect {...props} placeholder="单位名称或拼音首字母" setUp={setUp} />;
}

/** The county's townships by name. */
export function TownshipSelect(props: NamedSelectProps) {
  const { county } = useParams<{ county: string }>();
  const setUp = { what: "乡镇", href: `/c/${county}/townships` };
  return <NamedSelect {...props} placeholder="乡镇名称" setUp={setUp} />;
}
