import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { TO_BE_NAMED } from '#domain/assessments/roadmap-owners';
import { sayDay } from '#domain/base/calendar';
import { accepted, type Parsed } from '#domain/base/parsed';
import { typedDay } from '../../../../lib/typed';
import styles from './roadmap-owners.module.css';

interface KeptLineProps {
  readonly label: string;
  /** Where the column already says it, it is only spoken. */
  readonly hiddenLabel?: boolean;
  /** As it is kept; '' = not known. */
  readonly value: string;
  /** Id of a list of names to choose from. */
  readonly names?: string;
  readonly onCommit: (value: string) => void;
}

interface Reading {
  readonly shown: (value: string) => string;
  readonly read: (text: string) => Parsed<string>;
}

/** As in the contract: a name is a line. */
const LONGEST = 500;
const NAME: Reading = { shown: (name) => name, read: (text) => accepted(text.trim()) };
const DAY: Reading = {
  shown: (day) => (day === '' ? '' : sayDay(day)),
  read: (text) => (text.trim() === '' ? accepted('') : typedDay(text)),
};

/** A line that is kept on Enter or when the field is left; Escape takes the edit back, and an emptied one is to be named again. */
function KeptLine(props: KeptLineProps & Reading): ReactNode {
  const { label, hiddenLabel = false, value, names, onCommit, shown, read } = props;
  const [text, setText] = useState(shown(value));
  const [problem, setProblem] = useState('');
  const back = (): void => {
    setText(shown(value));
    setProblem('');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value is what takes the place of the typed text
  useEffect(back, [value]);
  const commit = (): void => {
    const said = read(text);
    setProblem(said.ok ? '' : said.message);
    if (!said.ok) return;
    setText(shown(said.value));
    if (said.value !== value) onCommit(said.value);
  };
  return (
    <>
      <TextInput
        className={styles.line ?? ''}
        size="xs"
        {...(hiddenLabel ? { 'aria-label': label } : { label })}
        {...(names === undefined ? {} : { list: names })}
        placeholder={TO_BE_NAMED}
        maxLength={LONGEST}
        autoComplete="off"
        title={text}
        value={text}
        error={problem || null}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
          if (event.key === 'Escape') back();
        }}
      />
      {/* A field cuts a long name off; paper has room for a second line. */}
      <span className={styles.printed} aria-hidden="true">
        {hiddenLabel ? '' : `${label}: `}
        {shown(value) || TO_BE_NAMED}
      </span>
    </>
  );
}

/** Who; names that were given before are offered. */
export const NameLine = (props: KeptLineProps): ReactNode => <KeptLine {...props} {...NAME} />;

/** A day, in the ways that people write one. */
export const DayLine = (props: KeptLineProps): ReactNode => <KeptLine {...props} {...DAY} />;
