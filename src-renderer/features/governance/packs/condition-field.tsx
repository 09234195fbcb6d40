import { Button, MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import {
  type ConditionRow,
  conditionOf,
  type FlatCondition,
  flatOf,
  isBare,
  type ReadPlace,
  readPlaces,
  takesMany,
} from '#domain/governance/condition-rows';
import { conditionWords, OPERATOR_WORDS } from '#domain/governance/pack-words';
import { type Condition, OPERATORS, type Operator } from '#domain/governance/rule-pack';
import { CodeField } from './code-field';
import type { Pack } from './pack-page-words';
import styles from './packs.module.css';
import { readTyped, writtenAs } from './typed-parts';

interface ConditionFieldProps {
  readonly label: string;
  /** As in the file of the text; '' = always, where that may be left out. */
  readonly value: string;
  readonly put: (value: string) => void;
  readonly pack: Pack;
  readonly optional?: boolean;
}

/** A condition as rows, one comparison each; one that is nested is written as in the file. */
export function ConditionField({ label, value, put, pack, optional = false }: ConditionFieldProps): ReactNode {
  const [asCode, setAsCode] = useState(false);
  const flat = asCode ? null : flatIn(label, value);
  const toggle = (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() => setAsCode(!asCode)}
      aria-label={`${label}: ${asCode ? 'as rows' : 'as in the file'}`}
    >
      {asCode ? 'As rows' : 'As in the file'}
    </Button>
  );
  if (flat === null)
    return (
      <div>
        <CodeField
          label={label}
          value={value}
          put={put}
          optional={optional}
          words={(typed) => conditionWords(typed as Condition, pack)}
        />
        {flatIn(label, value) === null ? null : toggle}
      </div>
    );
  const write = (next: FlatCondition): void =>
    put(next.rows.length === 0 && optional ? '' : writtenAs(conditionOf(next)));
  return (
    <fieldset className={styles.sources}>
      <legend>{label}</legend>
      <Rows label={label} flat={flat} places={readPlaces(pack)} write={write} />
      <span>{toggle}</span>
    </fieldset>
  );
}

/** What was typed as rows; `null` where it has none, or is half typed. */
function flatIn(label: string, value: string): FlatCondition | null {
  if (value.trim() === '') return { join: 'all', rows: [] };
  const read = readTyped<Condition>(label, value);
  if (typeof read === 'string') return null;
  try {
    return flatOf(read.value);
  } catch {
    return null;
  }
}

interface RowsProps {
  readonly label: string;
  readonly flat: FlatCondition;
  readonly places: readonly ReadPlace[];
  readonly write: (next: FlatCondition) => void;
}

function Rows({ label, flat: { join, rows }, places, write }: RowsProps): ReactNode {
  const change = (at: number, row: ConditionRow): void =>
    write({ join, rows: rows.map((one, place) => (place === at ? row : one)) });
  return (
    <>
      {rows.length > 1 ? (
        <NativeSelect
          aria-label={`${label}: all or any`}
          value={join}
          data={[
            { value: 'all', label: 'All of these hold' },
            { value: 'any', label: 'One of these holds' },
          ]}
          onChange={(event) => write({ join: event.currentTarget.value as 'all' | 'any', rows })}
        />
      ) : null}
      {rows.length === 0 ? <span className="mf-muted">Always</span> : null}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands in its place
        <div key={at} className={styles.row}>
          <Row label={`${label} ${at + 1}`} row={row} places={places} put={(next) => change(at, next)} />
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Remove ${label} ${at + 1}`}
            onClick={() => write({ join, rows: rows.filter((_, place) => place !== at) })}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`${label}: add a condition`}
        onClick={() => write({ join, rows: [...rows, { of: 'model.tier', is: 'eq', values: ['1'] }] })}
      >
        Add a condition
      </Button>
    </>
  );
}

interface RowProps {
  readonly label: string;
  readonly row: ConditionRow;
  readonly places: readonly ReadPlace[];
  readonly put: (row: ConditionRow) => void;
}

function Row({ label, row, places, put }: RowProps): ReactNode {
  const place = places.find(({ value }) => value === row.of);
  const first = (of: string): readonly string[] => {
    const own = places.find(({ value }) => value === of)?.choices?.[0]?.value;
    return own === undefined ? [''] : [own];
  };
  return (
    <>
      <NativeSelect
        aria-label={`${label}: what is read`}
        value={row.of}
        data={places.map(({ value, label: words }) => ({ value, label: words }))}
        onChange={(event) => put({ ...row, of: event.currentTarget.value, values: first(event.currentTarget.value) })}
      />
      <NativeSelect
        aria-label={`${label}: how it is compared`}
        value={row.is}
        data={OPERATORS.map((value) => ({ value, label: OPERATOR_WORDS[value] }))}
        onChange={(event) => {
          const is = event.currentTarget.value as Operator;
          put({
            ...row,
            is,
            values: isBare(is)
              ? []
              : row.values.length === 0
                ? first(row.of)
                : takesMany(is)
                  ? row.values
                  : row.values.slice(0, 1),
          });
        }}
      />
      {isBare(row.is) ? (
        <span />
      ) : (
        <Values label={`${label}: with what`} row={row} choices={place?.choices ?? null} put={put} />
      )}
    </>
  );
}

interface ValuesProps extends Pick<RowProps, 'label' | 'row' | 'put'> {
  readonly choices: ReadPlace['choices'];
}

function Values({ label, row, choices, put }: ValuesProps): ReactNode {
  const many = (values: readonly string[]): void => put({ ...row, values });
  if (takesMany(row.is))
    return choices === null ? (
      <TagsInput aria-label={label} value={row.values.filter((value) => value !== '')} onChange={many} />
    ) : (
      <MultiSelect aria-label={label} data={[...choices]} value={[...row.values]} onChange={many} />
    );
  const [value = ''] = row.values;
  return choices === null ? (
    <TextInput aria-label={label} value={value} onChange={(event) => many([event.currentTarget.value])} />
  ) : (
    <NativeSelect
      aria-label={label}
      value={value}
      data={[...choices]}
      onChange={(event) => many([event.currentTarget.value])}
    />
  );
}
