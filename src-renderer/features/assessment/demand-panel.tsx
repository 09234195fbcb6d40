import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#contract/settings';
import { UPDATE_FREQUENCIES, UPDATE_FREQUENCY_LABELS } from '#domain/vocabulary';
import { Panel } from '../../components/ui/panel';
import { formatCount } from '../../lib/format';
import type { Demand } from './assessment-types';
import { planWords, portfolioWords, type StartDraft, type StartReading } from './start-form';
import styles from './start.module.css';

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
  readonly value: number;
  readonly settings: Settings;
  readonly onChange: (text: string) => void;
}): ReactNode {
  const named = UPDATE_FREQUENCIES.find((frequency) => settings.updatesPerYear[frequency] === value) ?? '';
  return (
    <NativeSelect
      aria-label={label}
      value={named}
      data={[
        { value: '', label: 'Own number', disabled: named !== '' },
        ...UPDATE_FREQUENCIES.map((frequency) => ({ value: frequency, label: UPDATE_FREQUENCY_LABELS[frequency] })),
      ]}
      onChange={(event) => {
        const frequency = UPDATE_FREQUENCIES.find((each) => each === event.currentTarget.value);
        if (frequency) onChange(String(settings.updatesPerYear[frequency]));
      }}
    />
  );
}

const shown = (value: number): string => String(Math.round(value * 10) / 10);

/** Says where the value in the field comes from. */
const originOf = (typed: string | null, own: string): string =>
  typed === null || typed.trim() === '' ? own : 'typed; empty it for the portfolio’s own';

function TodayFields({ draft, reading, demand, settings, onChange }: DemandPanelProps): ReactNode {
  const { inputs, problems } = reading;
  const unknown = reading.unknownFrequency > 0 && draft.updates === null;
  return (
    <>
      <NumberField
        label="Models in production"
        value={draft.models ?? String(demand.models)}
        problem={problems.models}
        description={originOf(draft.models, 'from the portfolio')}
        onChange={(models) => onChange({ models })}
        onEmpty={() => onChange({ models: null })}
      />
      <div className={styles.pace}>
        <NumberField
          label="Updates a year of each"
          value={draft.updates ?? (unknown ? '' : shown(demand.updatesPerYear))}
          problem={problems.updates}
          description={originOf(draft.updates, unknown ? 'not known' : 'from the portfolio, on average')}
          onChange={(updates) => onChange({ updates })}
          onEmpty={() => onChange({ updates: null })}
        />
        <PaceSelect
          label="Update frequency by its name"
          value={unknown ? -1 : inputs.updatesPerYear}
          settings={settings}
          onChange={(updates) => onChange({ updates })}
        />
      </div>
    </>
  );
}

function PlanFields({ draft, reading, settings, onChange }: DemandPanelProps): ReactNode {
  const { inputs, problems } = reading;
  return (
    <>
      <NumberField
        label="Models to come in 24 months"
        value={draft.growth}
        problem={problems.growth}
        description={planWords(inputs)}
        onChange={(growth) => onChange({ growth })}
        onEmpty={() => onChange({ growth: '0' })}
      />
      <div className={styles.pace}>
        <NumberField
          label="Updates a year of each new one"
          value={draft.growthUpdates ?? shown(inputs.growthUpdatesPerYear)}
          problem={problems.growthUpdates}
          description={draft.growthUpdates === null ? 'as today' : 'typed; empty it for today’s'}
          onChange={(growthUpdates) => onChange({ growthUpdates })}
          onEmpty={() => onChange({ growthUpdates: null })}
        />
        <PaceSelect
          label="Update frequency of the new ones by its name"
          value={inputs.growthUpdatesPerYear}
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
        A high-risk or regulated model, now or planned
      </p>
      <SegmentedControl
        aria-labelledby="high-risk"
        data={[
          { value: 'yes', label: 'Yes' },
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
  const { demand, unit, units, onUnit } = props;
  return (
    <Panel title="What there is, and what is planned" hint={portfolioWords(demand, unit)}>
      <div className={styles.fields}>
        <NativeSelect
          label="About"
          value={unit}
          data={[{ value: '', label: 'The whole organisation' }, ...units.map((value) => ({ value, label: value }))]}
          onChange={(event) => onUnit(event.currentTarget.value)}
        />
        <TodayFields {...props} />
        <PlanFields {...props} />
        <HighRisk {...props} />
      </div>
    </Panel>
  );
}
