import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { ImportField } from '#contract/imports/import-field';
import type { Output } from '#contract/index';
import { likelyValues, type ValueSaid as TagValue } from '#domain/connections/first-tags';
import { formatNumber } from '../../../lib/format';
import { targetSpec } from '../inventory/field-specs';
import styles from './connections.module.css';

type Tag = Output<'connections.test'>['tags'][number];

interface TagValuesProps {
  readonly tag: Tag;
  readonly field: ImportField;
  readonly values: readonly TagValue[];
  /** What somebody said of the tag before, which is no guess. */
  readonly kept?: readonly TagValue[];
  /** @param to `null`: as it stands */
  readonly put: (from: string, to: string | null) => void;
}

const AS_IT_STANDS = '(as it stands)';

/** Fields of which a house may say another word for the same: those of certain values, and the unit. */
export const hasValues = (field: ImportField): boolean => field === 'unit' || targetSpec(field).choices !== undefined;

/** What each value of a tag becomes, before anything is taken. */
export function TagValues({ tag, field, values, kept = [], put }: TagValuesProps): ReactNode {
  const id = useId();
  const { choices, label } = targetSpec(field);
  const said = new Map(values.map(({ from, to }) => [fold(from), to]));
  const open = choices ? tag.values.filter(({ text }) => !said.has(fold(text)) && !isChoice(choices, text)).length : 0;
  const guesses = guessed(tag, field, values, kept);
  return (
    <details className={styles.values} open={open + guesses.size > 0}>
      <summary>
        {choices && open > 0
          ? `${formatNumber(open)} of ${formatNumber(tag.values.length)} values not mapped: left out, and listed as a problem`
          : `${formatNumber(tag.values.length)} ${tag.values.length === 1 ? 'value' : 'values'}${guesses.size > 0 ? `, ${formatNumber(guesses.size)} of them guessed from the word` : ''}`}
      </summary>
      <table className="mf-table" aria-label={`Values of ${tag.tag}`}>
        <thead>
          <tr>
            <th scope="col">Value there</th>
            <th scope="col" className="mf-number">
              Models
            </th>
            <th scope="col">{label} here</th>
          </tr>
        </thead>
        <tbody>
          {tag.values.map(({ text, models }) => (
            <tr key={text}>
              <td className={styles.name}>{text}</td>
              <td className="mf-number">{formatNumber(models)}</td>
              <td>
                {choices ? (
                  <NativeSelect
                    aria-label={`${tag.tag} ${text} becomes`}
                    value={said.get(fold(text)) ?? AS_IT_STANDS}
                    data={[
                      { value: AS_IT_STANDS, label: isChoice(choices, text) ? 'as it stands' : 'not mapped' },
                      { value: '', label: 'left empty' },
                      ...choices,
                    ]}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      put(text, value === AS_IT_STANDS ? null : value);
                    }}
                  />
                ) : (
                  <TextInput
                    id={`${id} ${text}`}
                    aria-label={`${tag.tag} ${text} becomes`}
                    placeholder={text}
                    value={said.get(fold(text)) ?? ''}
                    onChange={(event) => put(text, event.currentTarget.value === '' ? null : event.currentTarget.value)}
                  />
                )}
                {guesses.has(fold(text)) ? <span className="mf-muted">guessed</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const fold = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

const isChoice = (choices: readonly { readonly value: string; readonly label: string }[], text: string): boolean =>
  choices.some(({ value, label }) => fold(value) === fold(text) || fold(label) === fold(text));

/** Values that are what their word suggests and that nobody has kept so, folded. */
export function guessed(
  tag: Pick<Tag, 'values'>,
  field: ImportField,
  values: readonly TagValue[],
  kept: readonly TagValue[],
): ReadonlySet<string> {
  const likely = new Map(likelyValues(tag, field).map(({ from, to }) => [fold(from), to]));
  const before = new Set(kept.map(({ from }) => fold(from)));
  return new Set(
    values
      .map(({ from, to }) => (likely.get(fold(from)) === to ? fold(from) : ''))
      .filter((from) => from && !before.has(from)),
  );
}

/** The same with one value said otherwise. */
export const withValue = (values: readonly TagValue[], from: string, to: string | null): TagValue[] => {
  const others = values.filter((one) => fold(one.from) !== fold(from));
  return to === null ? others : [...others, { from, to }];
};
