import { TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { settledDay } from '#domain/base/moving-day';
import { useChannel } from '../../client/use-query';
import { FacetValues } from '../../components/table/facet-values';
import css from '../../components/table/filter-bar.module.css';
import { FilterPopover, MoreFilters, YesNoFilter } from '../../components/table/filter-popovers';
import { utcToday } from '../../lib/utc-today';
import {
  chosenValues,
  FACETS,
  type FacetKey,
  type FacetSpec,
  FLAGS,
  QUICK_FACETS,
  toggleValue,
  withoutField,
} from './filter-words';
import type { IncidentFilter } from './incident-types';
import type { RegisterState } from './register-state';

interface FiltersProps {
  readonly state: RegisterState;
  readonly onFilter: (filter: IncidentFilter) => void;
}

/** The values of a field with their counts, fetched when they are looked at. */
function OneFacet({ spec, state, onFilter }: FiltersProps & { readonly spec: FacetSpec }): ReactNode {
  const { filter, search } = state;
  const { data } = useChannel('incidents.counts', { of: spec.key, search: search.trim(), filter });
  const counted = data?.values;
  const labels = useMemo(() => new Map(counted?.map(({ value, label }) => [value, label])), [counted]);
  const words = useMemo(
    () => ({ ...spec, words: (value: string) => (spec.named && labels.get(value)) || spec.words(value) }),
    [spec, labels],
  );
  const counts = useMemo(() => () => counted ?? [], [counted]);
  if (counted === undefined) return <p className="mf-muted">Counting…</p>;
  return (
    <FacetValues
      spec={words}
      counts={counts}
      chosen={chosenValues(filter, spec.key)}
      onToggle={(value) => onFilter(toggleValue(filter, spec.key, value))}
    />
  );
}

function QuickFacet({ spec, ...bar }: FiltersProps & { readonly spec: FacetSpec }): ReactNode {
  const chosen = chosenValues(bar.state.filter, spec.key).length;
  return (
    <FilterPopover label={spec.label} active={chosen} name={`Filter by ${spec.label}`}>
      <OneFacet spec={spec} {...bar} />
    </FilterPopover>
  );
}

type Pane = FacetKey | keyof typeof FLAGS | 'opened';

function FlagPane({ flag, state, onFilter }: FiltersProps & { readonly flag: keyof typeof FLAGS }): ReactNode {
  const { filter } = state;
  const without = withoutField(filter, flag);
  return (
    <YesNoFilter
      name={flag}
      {...FLAGS[flag]}
      value={filter[flag]}
      onChange={(value) => onFilter(value === undefined ? without : { ...without, [flag]: value })}
    />
  );
}

function OpenedPane({ state, onFilter }: FiltersProps): ReactNode {
  const { filter } = state;
  const day = (key: 'openedFrom' | 'openedTo', label: string): ReactNode => (
    <TextInput
      type="date"
      label={label}
      value={settledDay(filter[key] ?? '', utcToday()).slice(0, 10)}
      onChange={({ currentTarget: { value } }) =>
        onFilter(value === '' ? withoutField(filter, key) : { ...filter, [key]: value })
      }
    />
  );
  return (
    <div className={css.values}>
      {day('openedFrom', 'Opened on or after (UTC)')}
      {day('openedTo', 'Opened on or before (UTC)')}
    </div>
  );
}

const LISTED = FACETS.filter(({ key }) => !QUICK_FACETS.includes(key));
const isFlag = (pane: Pane): pane is keyof typeof FLAGS => Object.hasOwn(FLAGS, pane);

function OtherFilters(bar: FiltersProps): ReactNode {
  const [pane, setPane] = useState<Pane>('detectedBy');
  const { filter } = bar.state;
  const spec = LISTED.find(({ key }) => key === pane);
  const flags = Object.keys(FLAGS).filter(isFlagName);
  const active = [...LISTED.map(({ key }) => key), ...flags, 'openedFrom' as const, 'openedTo' as const].filter(
    (key) => filter[key] !== undefined,
  ).length;
  const panes = [
    ...LISTED,
    ...flags.map((flag) => ({ key: flag, label: FLAGS[flag].label })),
    { key: 'opened' as const, label: 'Opened' },
  ];
  return (
    <MoreFilters<Pane> panes={panes} open={pane} onOpen={setPane} active={active}>
      {spec ? <OneFacet key={spec.key} spec={spec} {...bar} /> : null}
      {isFlag(pane) ? <FlagPane key={pane} flag={pane} {...bar} /> : null}
      {pane === 'opened' ? <OpenedPane {...bar} /> : null}
    </MoreFilters>
  );
}

const isFlagName = (name: string): name is keyof typeof FLAGS => Object.hasOwn(FLAGS, name);

/** The filters as small popovers, each value with its count among what the other filters leave. */
export function IncidentFilters(props: FiltersProps): ReactNode {
  return (
    <>
      {FACETS.filter(({ key }) => QUICK_FACETS.includes(key)).map((spec) => (
        <QuickFacet key={spec.key} spec={spec} {...props} />
      ))}
      <OtherFilters {...props} />
    </>
  );
}
