import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { bandProblem } from '#domain/drift/bands';
import { isEvaluation } from '#domain/drift/vocabulary';
import type { Tier } from '#domain/vocabulary';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { formatFigure, formatNumber } from '../../../lib/format';
import styles from './monitoring.module.css';
import type { DriftSeries, FalseAlarms } from './monitoring-types';

type Scope = 'model' | 'tier' | 'portfolio';

const FROM: Readonly<Record<DriftSeries['bandsFrom'], string>> = {
  model: 'set for this model alone',
  tier: 'set for its tier',
  portfolio: 'set for the whole portfolio',
  default: 'the default',
};

interface BandsPanelProps {
  readonly model: { readonly id: string; readonly name: string; readonly tier: Tier | null };
  readonly series: DriftSeries;
}

/** The band that judges this figure, for whom it holds, and what it costs in false alarms. */
export function BandsPanel({ model, series }: BandsPanelProps): ReactNode {
  const { data: alarms } = useChannel('drift.falseAlarms', {});
  const { bands, label, bandsFrom, direction } = series;
  const side = direction === 'lower' ? 'or less' : 'or more';
  const now = bands
    ? `Watch from ${formatFigure(bands.watch)} ${side}, act from ${formatFigure(bands.act)} ${side}: ${FROM[bandsFrom]}.`
    : 'This figure has no band, so nothing is judged by it.';
  return (
    <Panel
      title={isEvaluation(series.metric) ? `When ${label} is too low` : `When ${label} counts as drift`}
      hint={now}
    >
      <BandForm key={`${series.id} ${bands?.watch} ${bands?.act}`} model={model} series={series} />
      <p className="mf-muted">{sayCost(alarms, series)}</p>
    </Panel>
  );
}

function sayCost(alarms: FalseAlarms | undefined, { metric, label }: DriftSeries): string {
  const found = alarms?.metrics.find((one) => one.metric === metric);
  if (!found || found.watch === null || found.act === null)
    return `How many false alarms ${label} raises a month cannot be said: rows or bins are not known, or it has no such rule.`;
  const say = (n: number): string => (n > 0 && n < 0.05 ? `fewer than ${formatNumber(0.1, 1)}` : formatNumber(n, 1));
  return `Over the portfolio’s ${formatNumber(found.series)} series and ${formatNumber(found.windows, 1)} windows a month, without any drift expect ${say(found.watch)} at watch, ${say(found.act)} of them at act.`;
}

function BandForm({ model, series }: BandsPanelProps): ReactNode {
  const { run, pending } = useCommand('drift.setBand');
  const { metric, bands, bandsFrom } = series;
  const [watch, setWatch] = useState<number | null>(bands?.watch ?? null);
  const [act, setAct] = useState<number | null>(bands?.act ?? null);
  const [scope, setScope] = useState<Scope>(bandsFrom === 'default' ? 'model' : bandsFrom);
  const complete = watch !== null && act !== null;
  const problem = complete ? bandProblem(metric, { watch, act }) : null;
  const whose = {
    modelId: scope === 'model' ? model.id : null,
    tier: scope === 'tier' ? model.tier : null,
  };
  const scopes = [
    { value: 'model', label: `${model.name} alone` },
    ...(model.tier === null ? [] : [{ value: 'tier', label: `All models of tier ${model.tier}` }]),
    { value: 'portfolio', label: 'The whole portfolio' },
  ];
  const same = watch === (bands?.watch ?? null) && act === (bands?.act ?? null);
  return (
    <div className={styles.bandForm}>
      <NumberInput
        label="Watch from"
        value={watch ?? ''}
        min={0}
        step={0.01}
        onChange={(value) => setWatch(typeof value === 'number' ? value : null)}
      />
      <NumberInput
        label="Act from"
        value={act ?? ''}
        min={0}
        step={0.01}
        onChange={(value) => setAct(typeof value === 'number' ? value : null)}
      />
      <NativeSelect
        label="For"
        value={scope}
        data={scopes}
        onChange={({ currentTarget: { value } }) =>
          setScope(value === 'tier' || value === 'portfolio' ? value : 'model')
        }
      />
      <div className={styles.bandActions}>
        <Button
          loading={pending}
          disabled={!complete || problem !== null || (same && scope === bandsFrom)}
          onClick={() => complete && void run({ metric, ...whose, bands: { watch, act } })}
        >
          Set the band
        </Button>
        {bandsFrom === scope ? (
          <Button variant="default" onClick={() => void run({ metric, ...whose, bands: null })}>
            Take it back
          </Button>
        ) : null}
      </div>
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
