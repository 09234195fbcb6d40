import { Checkbox, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { readTypedNumber } from '#domain/base/typed-number';
import type { Connection } from './connection-words';
import styles from './connections.module.css';

type RunCost = Connection['mapping']['runCost'];

/** What is typed of it; a rate is text until it is a number. */
export interface SaidCost {
  readonly wanted: boolean;
  readonly perUsd: string;
  readonly asOf: string;
}

export const saidOf = (kept: RunCost): SaidCost => ({
  wanted: kept !== null,
  perUsd: kept?.rate ? String(kept.rate.perUsd) : '',
  asOf: kept?.rate?.asOf ?? '',
});

const perUsdOf = (text: string): number | null => {
  const read = readTypedNumber(text, { min: 0, max: 1e6, whole: false, mark: '.' });
  return read.ok && read.value > 0 ? read.value : null;
};

/** What is kept of what was typed; `undefined`: it lacks a rate or its day. */
export function runCostOf({ wanted, perUsd, asOf }: SaidCost, currency: string): RunCost | undefined {
  if (!wanted) return null;
  if (currency === 'USD') return { rate: null };
  const rate = perUsdOf(perUsd);
  return rate === null || asOf === '' ? undefined : { rate: { perUsd: rate, asOf } };
}

interface RunCostFieldsProps {
  readonly said: SaidCost;
  readonly currency: string;
  readonly put: (said: SaidCost) => void;
}

/** Whether what its calls cost is the run cost of a model: nobody but a person knows that nothing else is paid for it. */
export function RunCostFields({ said, currency, put }: RunCostFieldsProps): ReactNode {
  const wrong = said.perUsd !== '' && perUsdOf(said.perUsd) === null;
  return (
    <fieldset className={styles.tags}>
      <legend>What a traced application costs</legend>
      <Checkbox
        label="What its calls cost is its annual run cost"
        description="The sum of the last three whole months as a year, for models that bear the name of the application"
        checked={said.wanted}
        onChange={(event) => put({ ...said, wanted: event.currentTarget.checked })}
      />
      {said.wanted && currency !== 'USD' ? (
        <div className={styles.pair}>
          <TextInput
            label={`1 USD in ${currency}`}
            value={said.perUsd}
            error={wrong ? 'Write a number above 0' : undefined}
            onChange={(event) => put({ ...said, perUsd: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="On"
            value={said.asOf}
            onChange={(event) => put({ ...said, asOf: event.currentTarget.value })}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
