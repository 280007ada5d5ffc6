"use client";

import { startTransition, useId, useOptimistic, useState } from "react";
import { yearFilter } from "./filters";
import { SearchField } from "./search-field";
import { useUrlState } from "./use-url-state";

export type Filter = {
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** There is no "all": this option counts when none is chosen. */
  preset?: string | undefined;
};

type FilterBarProps = {
  /** Placeholder that says what is searched, e.g. "标题、代表、编号"; without it there is no search box. */
  search?: string;
  filters?: readonly Filter[];
} & (
  | {
      /** Newest first; it may hold years to come. */
      years: readonly number[];
      /** the year that the page shows when the address names none */
      shown: number;
    }
  | { years?: undefined; shown?: undefined }
);

/** So many selects fit beside the search on a phone. */
const fewSelects = 2;

/** Native selects: they weigh nothing and are what phones and screen readers know best. */
function FilterSelect({ filter }: { filter: Filter }) {
  const { filters, change, pending } = useUrlState();
  // What was picked stays picked while the rows are on their way.
  const [value, setValue] = useOptimistic(filters[filter.key] ?? filter.preset ?? "");
  const pick = (picked: string) =>
    startTransition(() => {
      setValue(picked);
      change({ [filter.key]: picked });
    });
  return (
    <select
      className={filters[filter.key] ? "field filter-on" : "field"}
      aria-label={filter.label}
      value={value}
      aria-busy={pending}
      onChange={(event) => pick(event.currentTarget.value)}
    >
      {filter.preset === undefined ? <option value="">{filter.label}：全部</option> : null}
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** On a phone many selects wait behind 「筛选」, so that the records themselves are on the first screen. */
function FilterSelects({ filters: offered }: { filters: readonly Filter[] }) {
  const { filters } = useUrlState();
  const [open, setOpen] = useState(false);
  const id = useId();
  const folds = offered.length > fewSelects;
  const chosen = offered.filter((filter) => filters[filter.key] !== undefined).length;
  return (
    <>
      {folds ? (
        <button
          type="button"
          className="btn filter-fold"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? "收起筛选" : "筛选"}
          {!open && chosen > 0 ? `（已选 ${chosen} 项）` : ""}
        </button>
      ) : null}
      <div id={id} className={folds && !open ? "filter-selects filter-folded" : "filter-selects"}>
        {offered.map((filter) => (
          <FilterSelect key={filter.key} filter={filter} />
        ))}
      </div>
    </>
  );
}

export function FilterBar({ search, filters: offered = [], years = [], shown }: FilterBarProps) {
  const { q, filters, change } = useUrlState();
  const keys = [...offered.map((filter) => filter.key), "year", "q"];
  const active = q !== "" || keys.some((key) => filters[key] !== undefined);
  const ofYears = { ...yearFilter(years), preset: String(shown) };
  return (
    <div className="filters no-print">
      {search ? <SearchField placeholder={search} /> : null}
      <FilterSelects filters={years.length > 0 ? [ofYears, ...offered] : offered} />
      {active ? (
        <button
          type="button"
          className="btn btn-quiet"
          onClick={() => change(Object.fromEntries(keys.map((key) => [key, null])))}
        >
          清除筛选
        </button>
      ) : null}
    </div>
  );
}
