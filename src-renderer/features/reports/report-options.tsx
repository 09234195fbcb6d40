import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChosenFile } from '../../../src-preload/bridge';
import { Panel } from '../../components/ui/panel';
import styles from './reports.module.css';

export interface ReportOptions {
  readonly locale: string;
  readonly paper: 'A4' | 'Letter';
  readonly names: boolean;
  readonly owners: boolean;
  readonly money: boolean;
  readonly length: 'board' | 'steering';
  readonly models: boolean;
  readonly line: string;
  /** A file of the reader's; `null`: our own look. */
  readonly template: ChosenFile | null;
}

const LOCALES = [
  'en-GB',
  'en-US',
  'de-DE',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'sv-SE',
  'ja-JP',
  'ko-KR',
  'zh-CN',
] as const;

/** Browsers in containers name languages that no list has (`en-US@posix`). */
function knownLocale(language: string): string {
  const plain = language.replace(/[@.].*$/, '').replaceAll('_', '-');
  try {
    return new Intl.Locale(plain).toString();
  } catch {
    return 'en-GB';
  }
}

/** As this computer writes numbers; paper as its country has it. */
export function firstOptions(language: string): ReportOptions {
  const letter = /-(US|CA|MX|PH|CL|CO)$/.test(language);
  const deck = { length: 'board', models: false, line: '', template: null } as const;
  return {
    locale: knownLocale(language),
    paper: letter ? 'Letter' : 'A4',
    names: false,
    owners: false,
    money: false,
    ...deck,
  };
}

/** `German (Germany)`, with a number as an example. */
function localeLabel(locale: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
  return `${name}: ${new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(1234.5)}`;
}

interface Props {
  readonly options: ReportOptions;
  readonly change: (options: ReportOptions) => void;
}

/** What holds for every report that is made here. */
export function ReportOptionsPanel({ options, change }: Props): ReactNode {
  const locales = [...new Set([options.locale, ...LOCALES])].map((value) => ({ value, label: localeLabel(value) }));
  return (
    <Panel
      title="For whom"
      hint="The sentences are English; numbers, dates and money are written as the reader writes them."
    >
      <div className={styles.options}>
        <Select
          label="Numbers and dates"
          data={locales}
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
            label="People: owners are left out"
            checked={options.owners}
            onChange={(event) => change({ ...options, owners: event.currentTarget.checked })}
          />
          <Checkbox
            label="Money: given in bands"
            checked={options.money}
            onChange={(event) => change({ ...options, money: event.currentTarget.checked })}
          />
        </fieldset>
      </div>
    </Panel>
  );
}
