import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { writeNumber } from '#domain/base/typed-number';
import { UPDATE_FREQUENCIES, UPDATE_FREQUENCY_LABELS } from '#domain/vocabulary';
import { Panel } from '../../../components/ui/panel';
import { formatCount } from '../../../lib/format';
import { notationOf } from '../../../lib/typed';
import type { Demand } from './assessment-types';
import styles from './start.module.css';
import { planWords, type StartDraft, type StartReading } from './start-form';

interface DemandPanelProps {
  readonly draft: StartDraft;
  readonly reading: StartReading;
  readonly demand: Demand;
  readonly settings: Settings;
  readonly unit: string;
  readonly units: readonly string[];
  readonly onUnit: (unit: string) => void;
  readonly onChange: (patch: Partial<StartDraft>) => void;
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
  /** An emptied field takes back the value that it had of itself. */
  readonly onEmpty?: () => void;
  readonly description?: string;
}

function NumberField({ label, value, problem, onChange, onEmpty, description }: NumberFieldProps): ReactNode {
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={value}
      error={problem ?? null}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => event.currentTarget.value.trim() === '' && onEmpty?.()}
    />
  );
}

/** A pace by its name, for those who do not think in updates a year. */
function PaceSelect({
  label,
  value,
  settings,
  onChange,
}: {
  readonly label: string;
  /** `null`: not known. */
  readonly value: number | null;
  readonly settings: Settings;
  readonly onChange: (text: string) => void;
}): ReactNode {
  const named = UPDATE_FREQUENCIES.find((frequency) => settings.updatesPerYear[frequency] === value) ?? '';
  return (
    <NativeSelect
      aria-label={label}
      value={named}
      data={[
        { value: '', label: value === null ? 'Not known' : 'Own number', disabled: named !== '' },
        ...UPDATE_FREQUENCIES.map((frequency) => ({ value: frequency, label: UPDATE_FREQUENCY_LABELS[frequency] })),
      ]}
      onChange={(event) => {
        const frequency = UPDATE_FREQUENCIES.find((each) => each === event.currentTarget.value);
        if (frequency) onChange(writeNumber(settings.updatesPerYear[frequency], notationOf().mark));
      }}
    />
  );
}

const shown = (value: number): string => writeNumber(Math.round(value * 10) / 10, notationOf().mark);

/** Says where the value in the field comes from. */
const originOf = (typed: string | null, own: string): string =>
  typed === null || typed.trim() === '' ? own : 'typed; empty = portfolio';

/** How many there are, and how many more there will be. */
function CountFields({ draft, reading, demand, onChange }: DemandPanelProps): ReactNode {
  return (
    <div className={styles.pair}>
      <NumberField
        label="Models in production"
        value={draft.models ?? String(demand.models)}
        problem={reading.problems.models}
        description={originOf(draft.models, 'from the portfolio')}
        onChange={(models) => onChange({ models })}
        onEmpty={() => onChange({ models: null })}
      />
      <NumberField
        label="To come in 24 months"
        value={draft.growth}
        problem={reading.problems.growth}
        description={planWords(reading.inputs)}
        onChange={(growth) => onChange({ growth })}
        onEmpty={() => onChange({ growth: '0' })}
      />
    </div>
  );
}

/** How often each of them is updated, today's and those to come. */
function PaceFields({ draft, reading, demand, settings, onChange }: DemandPanelProps): ReactNode {
  const { inputs, problems } = reading;
  const unknown = reading.paceUnknown;
  return (
    <>
      <div className={styles.pace}>
        <NumberField
          label="Updates a year of each"
          value={draft.updates ?? (unknown.today ? '' : shown(demand.updatesPerYear))}
          problem={problems.updates}
          description={originOf(draft.updates, unknown.today ? 'not known' : 'mean of the portfolio')}
          onChange={(updates) => onChange({ updates })}
          onEmpty={() => onChange({ updates: null })}
        />
        <PaceSelect
          label="Update frequency by its name"
          value={unknown.today ? null : inputs.updatesPerYear}
          settings={settings}
          onChange={(updates) => onChange({ updates })}
        />
      </div>
      <div className={styles.pace}>
        <NumberField
          label="Of each new model"
          value={draft.growthUpdates ?? (unknown.growth ? '' : shown(inputs.growthUpdatesPerYear))}
          problem={problems.growthUpdates}
          description={draft.growthUpdates === null ? 'as today' : 'typed; empty = as today'}
          onChange={(growthUpdates) => onChange({ growthUpdates })}
          onEmpty={() => onChange({ growthUpdates: null })}
        />
        <PaceSelect
          label="Update frequency of the new models by its name"
          value={unknown.growth ? null : inputs.growthUpdatesPerYear}
          settings={settings}
          onChange={(growthUpdates) => onChange({ growthUpdates })}
        />
      </div>
    </>
  );
}

function HighRisk({ draft, reading, demand, onChange }: DemandPanelProps): ReactNode {
  const prefilled = draft.highRisk === null && demand.tier1InProduction > 0;
  return (
    <div>
      <p className={styles.label} id="high-risk">
        High-risk or regulated models
      </p>
      <SegmentedControl
        aria-labelledby="high-risk"
        data={[
          { value: 'yes', label: 'Yes, or planned' },
          { value: 'no', label: 'No' },
        ]}
        value={reading.inputs.highRisk ? 'yes' : 'no'}
        onChange={(value) => onChange({ highRisk: value === 'yes' })}
      />
      <p className={styles.hint}>
        {prefilled
          ? `${formatCount(demand.tier1InProduction, 'tier 1 model')} ${demand.tier1InProduction === 1 ? 'is' : 'are'} in production.`
          : 'It raises the target of model governance by one, not the level.'}
      </p>
    </div>
  );
}

/** What the level is recommended for: the portfolio's own numbers, or typed ones. */
export function DemandPanel(props: DemandPanelProps): ReactNode {
  const { unit, units, onUnit } = props;
  return (
    <Panel title="What there is, and what is planned">
      <div className={styles.fields}>
        <NativeSelect
          label="About"
          value={unit}
          data={[{ value: '', label: 'The whole organisation' }, ...units.map((value) => ({ value, label: value }))]}
          onChange={(event) => onUnit(event.currentTarget.value)}
        />
        <CountFields {...props} />
        <PaceFields {...props} />
        <HighRisk {...props} />
      </div>
    </Panel>
  );
}
