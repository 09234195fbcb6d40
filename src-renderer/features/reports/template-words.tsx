import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { sentenceOf } from '../../client/call';
import { useChannel } from '../../client/use-query';
import type { ReportOptions } from './report-options';
import styles from './reports.module.css';
import { SvgPicture } from './svg-picture';

interface Props {
  readonly file: string;
  readonly options: ReportOptions;
  readonly change: (options: ReportOptions) => void;
}

type Template = Output<'reports.template'>;
type Use = keyof Template['guessed'];

const USES: readonly (readonly [use: Use, label: string])[] = [
  ['cover', 'Cover'],
  ['chart', 'Slides with a chart'],
  ['table', 'Slides with a table'],
  ['text', 'Slides of words'],
];

/** What the template would be used for, before anything is made; each guess can be replaced. */
export function TemplateWords({ file, options, change }: Props): ReactNode {
  const { data, error } = useChannel('reports.template', { file });
  if (error) return <p role="alert">{sentenceOf(error)}</p>;
  if (!data) return <p className="mf-muted">Reading the template …</p>;
  const { fileName, layouts, notes } = data;
  return (
    <>
      <p>
        {fileName} has {layouts} {layouts === 1 ? 'layout' : 'layouts'}. These were chosen by what they hold:
      </p>
      <div className={styles.layouts}>
        {USES.map(([use, label]) => (
          <LayoutChoice
            key={use}
            label={label}
            template={data}
            guess={data.guessed[use]}
            chosen={options.layouts[use] ?? null}
            choose={(number) => change({ ...options, layouts: { ...options.layouts, [use]: number } })}
          />
        ))}
      </div>
      {notes.map((note) => (
        <p key={note} className="mf-muted">
          {note}
        </p>
      ))}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly template: Template;
  readonly guess: number;
  readonly chosen: number | null;
  readonly choose: (number: number) => void;
}

function LayoutChoice({ label, template, guess, chosen, choose }: ChoiceProps): ReactNode {
  const { choices } = template;
  const number = chosen ?? guess;
  const shown = choices.find((one) => one.number === number);
  const nameOf = (one: Template['choices'][number]): string =>
    `${one.number} ${one.name === '' ? 'without a name' : one.name}${one.number === guess ? ' (guessed)' : ''}`;
  return (
    <div className={styles.layout}>
      {shown && <SvgPicture svg={shown.picture} alt={`Places of layout ${shown.number}`} className={styles.thumb} />}
      <Select
        label={label}
        size="xs"
        data={choices.map((one) => ({ value: String(one.number), label: nameOf(one) }))}
        value={String(number)}
        allowDeselect={false}
        searchable
        onChange={(value) => value && choose(Number(value))}
      />
    </div>
  );
}
