import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { writeNumber } from '#domain/base/typed-number';
import type { CostLine, LevelKey } from '#domain/scenarios/plan/inputs';
import { notationOf, typedMajor, typedNumber } from '../../../lib/typed';
import { levelName } from '../page/level-words';
import styles from '../page/scenario.module.css';

const NUMBERS = [
  ['start', 'Begins in month', 1, 121, 'whole'],
  ['months', 'Spread over months', 0, 120, 'whole'],
  ['oneOff', 'Once', 0, 1e12, 'money'],
  ['yearly', 'A year', 0, 1e12, 'money'],
] as const;

type Texts = Readonly<Record<'label' | 'level' | (typeof NUMBERS)[number][0], string>>;

const EMPTY: Texts = { label: '', level: 'L2', start: '1', months: '0', oneOff: '0', yearly: '0' };

function textsOf(line: CostLine): Texts {
  const { label, levels, startMonth, months, oneOff, yearly } = line;
  const { mark } = notationOf();
  return {
    label,
    level: levels.join(' '),
    start: String(startMonth + 1),
    months: String(months),
    oneOff: writeNumber(oneOff, mark),
    yearly: writeNumber(yearly, mark),
  };
}

/** What was typed as a cost line, or the sentence of the first field that is not possible. */
export function lineOf(
  id: string,
  texts: Texts,
  { levels, currency }: { readonly levels: readonly LevelKey[]; readonly currency: string },
  notation = notationOf(),
): CostLine | string {
  const label = texts.label.trim();
  if (label === '') return 'Write what the cost is for.';
  const read = new Map<string, number>();
  for (const [key, name, min, max, kind] of NUMBERS) {
    const number =
      kind === 'money'
        ? typedMajor(texts[key], currency, { min, max }, notation)
        : typedNumber(texts[key], { min, max, whole: true }, notation);
    if (!number.ok) return `${name}: ${number.message}`;
    read.set(key, number.value);
  }
  const at = (key: string): number => read.get(key) ?? 0;
  if (at('oneOff') === 0 && at('yearly') === 0) return 'Write what it costs once, a year, or both.';
  const paid = levels.filter((key) => texts.level.split(' ').includes(key));
  if (paid.length === 0) return 'Choose the level that pays for it.';
  return {
    id,
    label,
    levels: paid,
    startMonth: at('start') - 1,
    months: at('months'),
    oneOff: at('oneOff'),
    yearly: at('yearly'),
  };
}

interface CostLineFormProps {
  /** The line that is changed; `null`: a new one. */
  readonly line: CostLine | null;
  readonly levels: readonly LevelKey[];
  readonly currency: string;
  readonly keep: (line: CostLine) => void;
  readonly cancel: () => void;
}

/** A cost of somebody's own: once, a year, or both, from a month on. */
export function CostLineForm({ line, levels, currency, keep, cancel }: CostLineFormProps): ReactNode {
  const [texts, setTexts] = useState<Texts>(line === null ? EMPTY : textsOf(line));
  const [problem, setProblem] = useState('');
  const put = (key: keyof Texts, text: string): void => setTexts({ ...texts, [key]: text });
  const choices = [...new Set([...levels, levels.join(' '), levels.slice(1).join(' '), texts.level])];
  return (
    <form
      className={styles.lineForm}
      aria-label={line === null ? 'A new cost line' : `Change ${line.label}`}
      onSubmit={(event) => {
        event.preventDefault();
        const read = lineOf(line?.id ?? `own:${crypto.randomUUID()}`, texts, { levels, currency });
        if (typeof read === 'string') setProblem(read);
        else keep(read);
      }}
    >
      <TextInput
        className={styles.lineLabel}
        label="What it is for"
        maxLength={200}
        value={texts.label}
        onChange={(event) => put('label', event.currentTarget.value)}
      />
      <NativeSelect
        label="Paid by"
        value={texts.level}
        data={choices.map((value) => ({
          value,
          label: value
            .split(' ')
            .map((key) => levelName(key as LevelKey)) // choices are keys of levels, joined
            .join(', '),
        }))}
        onChange={(event) => put('level', event.currentTarget.value)}
      />
      {NUMBERS.map(([key, name, , , kind]) => (
        <TextInput
          key={key}
          label={kind === 'money' ? `${name}, ${currency}` : name}
          inputMode="decimal"
          value={texts[key]}
          onChange={(event) => put(key, event.currentTarget.value)}
        />
      ))}
      <div className={styles.lineButtons}>
        <Button size="xs" type="submit">
          {line === null ? 'Add the line' : 'Keep the change'}
        </Button>
        <Button size="xs" variant="default" onClick={cancel}>
          Cancel
        </Button>
        {problem === '' ? null : <span role="alert">{problem}</span>}
      </div>
    </form>
  );
}
