import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { useChannel } from '../../client/use-query';
import { notifyFailure } from '../../components/ui/notify';
import { Panel } from '../../components/ui/panel';
import type { ReportOptions } from './report-options';
import styles from './reports.module.css';

interface Props {
  readonly options: ReportOptions;
  readonly change: (options: ReportOptions) => void;
}

const LENGTHS = [
  { value: 'board', label: 'Board paper' },
  { value: 'steering', label: 'Steering deck' },
];

const LENGTH_WORDS: Readonly<Record<ReportOptions['length'], string>> = {
  board: 'The answer first, one message a slide: about eight slides or parts with a plan, five without.',
  steering: 'Everything that is known: after the decision every section with all of its rows.',
};

/** How long the deck is, and in whose dress. */
export function DeckOptionsPanel({ options, change }: Props): ReactNode {
  const choose = async (): Promise<void> => {
    try {
      const template = await host.pickFile('template');
      if (template) change({ ...options, template });
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  return (
    <Panel
      title="How much, and in whose dress"
      hint="Length and list hold for deck, PDF and page, the line for the brief too. A template of your own carries the slides: its masters, fonts and colours."
    >
      <div className={styles.options}>
        <div className={styles.choice}>
          <SegmentedControl
            aria-label="Length of deck, PDF and page"
            data={LENGTHS}
            value={options.length}
            onChange={(value) => change({ ...options, length: value === 'steering' ? 'steering' : 'board' })}
          />
          <p className="mf-muted">{LENGTH_WORDS[options.length]}</p>
          <Checkbox
            label="With a list of all models at the end"
            checked={options.models}
            onChange={(event) => change({ ...options, models: event.currentTarget.checked })}
          />
        </div>
        <TextInput
          label="Line at the foot"
          placeholder="Confidential, for the board"
          maxLength={120}
          value={options.line}
          onChange={(event) => change({ ...options, line: event.currentTarget.value })}
        />
        <div className={styles.choice}>
          <span className={styles.label}>Template</span>
          <div className={styles.buttons}>
            <Button variant="default" onClick={() => void choose()}>
              {options.template ? 'Choose another' : 'Choose a template'}
            </Button>
            {options.template && (
              <Button variant="subtle" onClick={() => change({ ...options, template: null })}>
                Take our own look
              </Button>
            )}
          </div>
          {options.template ? (
            <TemplateWords file={options.template.token} />
          ) : (
            <p className="mf-muted">Our own look. A PPTX or POTX of yours replaces it.</p>
          )}
        </div>
      </div>
    </Panel>
  );
}

/** What the template would be used for, before anything is made. */
function TemplateWords({ file }: { readonly file: string }): ReactNode {
  const { data, error } = useChannel('reports.template', { file });
  if (error) return <p role="alert">{sentenceOf(error)}</p>;
  if (!data) return <p className="mf-muted">Reading the template …</p>;
  const { fileName, layouts, uses, notes } = data;
  const name = (layout: string): string => (layout === '' ? 'one without a name' : `“${layout}”`);
  return (
    <>
      <p>
        {fileName}: of {layouts} {layouts === 1 ? 'layout' : 'layouts'} {name(uses.chart)} carries charts,{' '}
        {name(uses.table)} tables, {name(uses.text)} words, and {name(uses.cover)} is the cover.
      </p>
      {notes.map((note) => (
        <p key={note} className="mf-muted">
          {note}
        </p>
      ))}
    </>
  );
}
