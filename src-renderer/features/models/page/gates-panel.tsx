import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { formatDate } from '../../../lib/format';
import { ExceptionDialog } from './exception-dialog';
import styles from './gates.module.css';
import type { Model } from './model-types';

type Line = Output<'governance.gates'>['lines'][number];

const STATE_WORDS: Readonly<Record<Line['state'], string>> = {
  met: 'there',
  missing: 'missing',
  excepted: 'exception',
  unknown: 'not known',
};

function GateRow({ line, except }: { readonly line: Line; readonly except: () => void }): ReactNode {
  return (
    <li className={styles.line} data-state={line.state}>
      <span className={styles.state}>{STATE_WORDS[line.state]}</span>
      <strong>{line.label}</strong>
      {line.state === 'missing' ? (
        <Button className={styles.except} size="compact-xs" variant="subtle" onClick={except}>
          Note an exception…
        </Button>
      ) : null}
      <span className={styles.words}>{line.words}</span>
    </li>
  );
}

/** Of a model in production: that its gate does not stand, and what the journal says of it. */
function Standing({ kind, since, words }: NonNullable<Output<'governance.gates'>['standing']>): ReactNode {
  const when = since === null ? '' : ` since ${formatDate(since)}`;
  return (
    <p className={styles.standing} data-kind={kind}>
      <strong>
        {kind === 'fallen'
          ? `It went live through a gate that no longer stands${when}`
          : 'It is in production and does not show what the gate asks'}
      </strong>
      : {words.join('; ')}.
    </p>
  );
}

/** What is asked of the model on its way into production beside an approval, and what it shows today; Settings say of whom. */
export function GatesPanel({ model }: { readonly model: Model }): ReactNode {
  const { data } = useChannel('governance.gates', { modelId: model.id }, { keepPrevious: false });
  const [excepting, setExcepting] = useState<Line | null>(null);
  if (data === undefined || (data.lines.length === 0 && data.standing === null)) return null;
  const { standing } = data;
  const open = data.lines.filter(({ state }) => state === 'missing' || state === 'unknown').length;
  const still = data.inProduction ? 'It is in production; ' : 'Before it goes live: ';
  return (
    <Panel
      title="Gates"
      hint={
        data.lines.length === 0
          ? undefined
          : `${still}${open === 0 ? 'all that is asked is there' : `${open} of ${data.lines.length} not there`}`
      }
    >
      {standing === null ? null : <Standing {...standing} />}
      <ul className={styles.lines}>
        {data.lines.map((line) => (
          <GateRow key={line.requirement} line={line} except={() => setExcepting(line)} />
        ))}
      </ul>
      {excepting && <ExceptionDialog model={model} line={excepting} onClose={() => setExcepting(null)} />}
    </Panel>
  );
}
