import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { ownForms } from '#domain/base/forms';
import type { ChosenFile } from '../../../src-preload/bridge';
import { Panel } from '../../components/ui/panel';
import { localeChoices } from '../../lib/locales';
import styles from './reports.module.css';

export interface ReportOptions {
  readonly locale: string;
  readonly paper: 'A4' | 'Letter';
  readonly names: boolean;
  readonly owners: boolean;
  readonly money: boolean;
  /** `null`: not said; then they are withheld as soon as names or people are. */
  readonly texts: boolean | null;
  readonly length: 'board' | 'steering';
  readonly models: boolean;
  readonly line: string;
  /** Who a deck is from; '' = nobody is named. */
  readonly company: string;
  /** Layouts of the template by their number; those left out are guessed. */
  readonly layouts: {
    readonly cover?: number;
    readonly chart?: number;
    readonly table?: number;
    readonly text?: number;
  };
  /** A file of the reader's; `null`: our own look. */
  readonly template: ChosenFile | null;
}

/** Whether what somebody typed is withheld: it may hold any name. */
export const withholdsTexts = ({ texts, names, owners }: ReportOptions): boolean => texts ?? (names || owners);

/** What stays in the house, as channels take it. */
export const redactOf = (options: ReportOptions) => {
  const { names, owners, money } = options;
  return { names, owners, money, texts: withholdsTexts(options) };
};

/** In the forms that this person reads; paper as their country has it. */
export function firstOptions(): ReportOptions {
  const { locale } = ownForms();
  const letter = /-(US|CA|MX|PH|CL|CO)$/.test(locale);
  const deck = { length: 'board', models: false, line: '', company: '', template: null, layouts: {} } as const;
  return {
    locale,
    paper: letter ? 'Letter' : 'A4',
    names: false,
    owners: false,
    money: false,
    texts: null,
    ...deck,
  };
}

interface Props {
  readonly options: ReportOptions;
  readonly change: (options: ReportOptions) => void;
}

/** What holds for every report that is made here. */
export function ReportOptionsPanel({ options, change }: Props): ReactNode {
  return (
    <Panel
      title="For whom"
      hint="The sentences are English; numbers, dates and money are written as the reader writes them."
    >
      <div className={styles.options}>
        <Select
          label="Numbers and dates"
          data={localeChoices(options.locale)}
          value={options.locale}
          allowDeselect={false}
          searchable
          onChange={(locale) => locale && change({ ...options, locale })}
        />
        <Select
          label="Paper of the PDF"
          data={['A4', 'Letter']}
          value={options.paper}
          allowDeselect={false}
          onChange={(paper) => change({ ...options, paper: paper === 'Letter' ? 'Letter' : 'A4' })}
        />
        <fieldset className={styles.redact}>
          <legend>What stays in the house</legend>
          <Checkbox
            label="Model names: called Model 01, Model 02 …"
            checked={options.names}
            onChange={(event) => change({ ...options, names: event.currentTarget.checked })}
          />
          <Checkbox
            label="People: called “named”"
            checked={options.owners}
            onChange={(event) => change({ ...options, owners: event.currentTarget.checked })}
          />
          <Checkbox
            label="Money: given in bands"
            checked={options.money}
            onChange={(event) => change({ ...options, money: event.currentTarget.checked })}
          />
          <Checkbox
            label="Typed texts: notes, titles, names of plans"
            description="They may hold any name: withheld whole or shown whole."
            checked={withholdsTexts(options)}
            onChange={(event) => change({ ...options, texts: event.currentTarget.checked })}
          />
        </fieldset>
      </div>
    </Panel>
  );
}
