import { Button, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ModelFilter } from '#contract/models/model-filter';
import { settledDay } from '#domain/base/moving-day';
import { ENDS_SOON_DAYS } from '#domain/governance/evidence-standing';
import { OneOfFilter, YesNoFilter } from '../../../components/table/filter-popovers';
import { formatPercent } from '../../../lib/format';
import { utcToday } from '../../../lib/utc-today';
import { DUE_PRESETS } from './due-presets';
import { withoutField } from './filter-edits';

interface PaneProps {
  readonly filter: ModelFilter;
  readonly onFilter: (filter: ModelFilter) => void;
}

function ProductionPane({ filter, onFilter }: PaneProps): ReactNode {
  const without = withoutField(filter, 'inProduction');
  return (
    <YesNoFilter
      name="in-production"
      label="In production"
      yes="In production"
      no="Not in production"
      value={filter.inProduction}
      onChange={(value) => onFilter(value === undefined ? without : { ...without, inProduction: value })}
    />
  );
}

function ChallengerPane({ filter, onFilter }: PaneProps): ReactNode {
  const without = withoutField(filter, 'challenger');
  return (
    <YesNoFilter
      name="challenger"
      label="Challenger"
      yes="A version runs beside the live one"
      no="None does"
      value={filter.challenger}
      onChange={(value) => onFilter(value === undefined ? without : { ...without, challenger: value })}
    />
  );
}

const GATES = [
  { value: 'fallen', words: 'In production, its gate no longer stands' },
  { value: 'lacking', words: 'In production, never showed what is asked' },
] as const;

function GatePane({ filter, onFilter }: PaneProps): ReactNode {
  const without = withoutField(filter, 'gate');
  return (
    <OneOfFilter
      name="gate"
      label="Gate"
      values={GATES}
      value={filter.gate?.[0]}
      onChange={(value) => onFilter(value === undefined ? without : { ...without, gate: [value] })}
    />
  );
}

const EVIDENCE = [
  { value: 'ended', words: 'In production, evidence has ended' },
  { value: 'ends_soon', words: `In production, evidence ends within ${ENDS_SOON_DAYS} days` },
] as const;

function EvidencePane({ filter, onFilter }: PaneProps): ReactNode {
  const without = withoutField(filter, 'evidence');
  return (
    <OneOfFilter
      name="evidence"
      label="Evidence"
      values={EVIDENCE}
      value={filter.evidence?.[0]}
      onChange={(value) => onFilter(value === undefined ? without : { ...without, evidence: [value] })}
    />
  );
}

function IncidentPane({ filter, onFilter }: PaneProps): ReactNode {
  const without = withoutField(filter, 'openIncident');
  return (
    <YesNoFilter
      name="open-incident"
      label="Open incidents"
      yes="With an incident that is not resolved"
      no="Without one"
      value={filter.openIncident}
      onChange={(value) => onFilter(value === undefined ? without : { ...without, openIncident: value })}
    />
  );
}

/** One click for what is asked for every week. */
function Preset({
  label,
  on,
  onClick,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <Button variant={on ? 'filled' : 'default'} size="compact-sm" aria-pressed={on} onClick={onClick}>
      {label}
    </Button>
  );
}

/** Of models in production: others are not measured. */
const RESULT_PRESETS = [
  { label: 'None for 30 days, in production', after: '-30d' },
  { label: 'None for 90 days, in production', after: '-90d' },
] as const;

function ResultPane({ filter, onFilter }: PaneProps): ReactNode {
  const after = filter.noResultAfter ?? '';
  const without = withoutField(filter, 'noResultAfter');
  const show = (day: string): void => onFilter(day === '' ? without : { ...filter, noResultAfter: day });
  return (
    <Stack gap={8} align="start">
      {RESULT_PRESETS.map(({ label, after: day }) => (
        <Preset
          key={label}
          label={label}
          on={after === day}
          onClick={() => onFilter(after === day ? without : { ...filter, noResultAfter: day, inProduction: true })}
        />
      ))}
      <TextInput
        type="date"
        label="No result after"
        value={settledDay(after, utcToday())}
        onChange={(event) => show(event.currentTarget.value)}
      />
    </Stack>
  );
}

const QUALITY_PRESETS = [50, 75, 90, 100] as const;

function QualityPane({ filter, onFilter }: PaneProps): ReactNode {
  const without = withoutField(filter, 'qualityBelow');
  return (
    <Stack gap={8} align="start">
      {QUALITY_PRESETS.map((percent) => {
        const on = filter.qualityBelow === percent;
        return (
          <Preset
            key={percent}
            label={percent === 100 ? 'Anything missing' : `Below ${formatPercent(percent / 100)}`}
            on={on}
            onClick={() => onFilter(on ? without : { ...filter, qualityBelow: percent })}
          />
        );
      })}
    </Stack>
  );
}

function DuePane({ filter, onFilter }: PaneProps): ReactNode {
  const before = filter.reviewDueBefore ?? '';
  const without = withoutField(filter, 'reviewDueBefore');
  const show = (day: string): void => onFilter(day === '' ? without : { ...filter, reviewDueBefore: day });
  return (
    <Stack gap={8} align="start">
      {DUE_PRESETS.map(({ label, before: day }) => (
        <Preset key={label} label={label} on={before === day} onClick={() => show(before === day ? '' : day)} />
      ))}
      <TextInput
        type="date"
        label="Review due on or before"
        // The engine's day, by which Overview counts what is overdue.
        value={settledDay(before, utcToday())}
        onChange={(event) => show(event.currentTarget.value)}
      />
    </Stack>
  );
}

const PANES = {
  production: ProductionPane,
  challenger: ChallengerPane,
  gate: GatePane,
  evidence: EvidencePane,
  due: DuePane,
  incident: IncidentPane,
  result: ResultPane,
  quality: QualityPane,
} as const;

/** Filters that are no list of values. */
export type OwnPane = keyof typeof PANES;
export const isOwnPane = (pane: string): pane is OwnPane => Object.hasOwn(PANES, pane);

/** The parts of a filter that they set. */
export const OWN_KEYS = [
  'inProduction',
  'challenger',
  'gate',
  'evidence',
  'reviewDueBefore',
  'openIncident',
  'noResultAfter',
  'qualityBelow',
] as const;

export function OwnFilter({ pane, ...bar }: PaneProps & { readonly pane: OwnPane }): ReactNode {
  const Pane = PANES[pane];
  return <Pane {...bar} />;
}
