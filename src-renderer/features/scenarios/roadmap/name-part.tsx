import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { typedMajor } from '../../../lib/typed';
import styles from '../options/options.module.css';
import type { Scenario } from '../page/scenario-types';
import { keepScenario } from '../page/use-scenario-draft';

type Level = Scenario['named'][number]['level'];

/** Keeps the whole list of named parts; answers whether it was kept. */
export function useNamed({ id, named }: Scenario): {
  readonly pending: boolean;
  readonly add: (part: Scenario['named'][number]) => Promise<boolean>;
  readonly remove: (level: Level, label: string) => Promise<boolean>;
} {
  const { run, pending } = useCommand('scenarios.update');
  const keep = async (list: Scenario['named']): Promise<boolean> => {
    const after = await run({ id, patch: { named: list } });
    if (after !== null) await keepScenario(after);
    return after !== null;
  };
  const without = (level: Level, label: string) => named.filter((one) => one.level !== level || one.label !== label);
  return {
    pending,
    // The same name again is the same part with another amount.
    add: (part) => keep([...without(part.level, part.label), part]),
    remove: (level, label) => keep(without(level, label)),
  };
}

const MOST = 1e15;

/** Names what a part of a level's investment pays for; it is no cost of its own. */
export function NamePart({ scenario, level }: { readonly scenario: Scenario; readonly level: Level }): ReactNode {
  const { add, pending } = useNamed(scenario);
  const { currency } = scenario;
  const [label, setLabel] = useState('');
  const [amount, setAmount] = useState('');
  const [problem, setProblem] = useState('');
  const save = async (): Promise<void> => {
    const read = typedMajor(amount, currency, { min: 0, max: MOST });
    if (!read.ok) {
      setProblem(read.message);
      return;
    }
    if (label.trim() === '' || read.value === 0) {
      setProblem(label.trim() === '' ? 'Write what it pays for.' : 'Enter an amount above 0.');
      return;
    }
    setProblem('');
    if (!(await add({ level, label: label.trim(), amount: read.value }))) return;
    setLabel('');
    setAmount('');
  };
  const words = `Level ${level.slice(1)}`;
  return (
    <form
      className={styles.asks}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        className={styles.ask ?? ''}
        size="xs"
        label={`${words} also pays for`}
        placeholder="Licences"
        maxLength={200}
        value={label}
        error={problem || null}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <TextInput
        className={styles.ask ?? ''}
        size="xs"
        label={`Amount, ${currency}`}
        inputMode="decimal"
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <Button className={styles.askButton ?? ''} type="submit" size="xs" variant="default" loading={pending}>
        Name it
      </Button>
    </form>
  );
}
