import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Input } from '#contract/index';
import { sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { perform } from '../../client/perform';
import { useChannel } from '../../client/use-query';
import { notifyFailure } from '../../components/ui/notify';
import type { ReportOptions } from './report-options';
import styles from './reports.module.css';

interface Props {
  readonly options: ReportOptions;
  readonly change: (options: ReportOptions) => void;
}

/** Who the deck is from, its logo and the line at its foot: kept on this computer for the next one. */
export function DressFields({ options, change }: Props): ReactNode {
  const { data } = useChannel('reports.dress', {});
  const keep = (dress: Input<'reports.setDress'>): void => {
    // What is kept is seen in its field: no word more.
    perform('reports.setDress', dress, { quiet: true }).catch((error: unknown) => notifyFailure(sentenceOf(error)));
  };
  const chooseLogo = async (): Promise<void> => {
    try {
      const logo = await host.pickFile('logo');
      if (logo) keep({ logo: logo.token });
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  const logo = data?.logo ?? null;
  return (
    <div className={styles.choice}>
      <TextInput
        label="Line at the foot"
        placeholder="Confidential, for the board"
        maxLength={120}
        value={options.line}
        onChange={(event) => change({ ...options, line: event.currentTarget.value })}
        onBlur={() => keep({ line: options.line })}
      />
      <TextInput
        label="From, on the slides"
        placeholder="Your company"
        maxLength={80}
        value={options.company}
        onChange={(event) => change({ ...options, company: event.currentTarget.value })}
        onBlur={() => keep({ company: options.company })}
      />
      <span className={styles.label}>Logo on the slides</span>
      {logo && <img className={styles.logo} src={logo.picture} alt={`The logo, from ${logo.fileName}`} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => void chooseLogo()}>
          {logo ? 'Choose another logo' : 'Choose a logo'}
        </Button>
        {logo && (
          <Button variant="subtle" onClick={() => keep({ logo: null })}>
            Take it off
          </Button>
        )}
      </div>
      <p className="mf-muted">Kept on this computer for the next deck. A PNG or JPEG; its proportions stay.</p>
    </div>
  );
}
