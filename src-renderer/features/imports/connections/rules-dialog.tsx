import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../../../client/call';
import { perform } from '../../../client/perform';
import { useChannel } from '../../../client/use-query';
import { Dialog } from '../../../components/ui/dialog';
import { ErrorState, Loading } from '../../../components/ui/states';
import { formatCount } from '../../../lib/format';
import { AttachPanel } from './attach-panel';
import type { Connection } from './connection-words';
import styles from './connections.module.css';
import { keepMapping } from './keep-mapping';
import { WordsPanel } from './words-panel';

interface RulesDialogProps {
  readonly connection: Connection;
  /** @param connection as it is kept now */
  readonly onClose: (connection: Connection) => void;
}

/** Whose the tickets of a connection are and what its words mean, whether or not its server answers. */
export function RulesDialog({ connection, onClose }: RulesDialogProps): ReactNode {
  const { data, error, refetch } = useChannel('connections.rules', { id: connection.id });
  const [kept, setKept] = useState(connection);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState('');
  const work = async (run: () => Promise<void>): Promise<void> => {
    setPending(true);
    setFailure('');
    try {
      await run();
    } catch (refused) {
      setFailure(sentenceOf(refused));
    }
    setPending(false);
  };
  const keep = (part: Partial<Connection['mapping']>): void =>
    void work(async () => {
      setKept(await keepMapping(kept, part));
    });
  const attach = (): void =>
    void work(async () => {
      await perform(
        'connections.attach',
        { id: kept.id },
        { words: ({ updated }) => `${formatCount(updated, 'ticket')} attached by the rules of ${kept.label}.` },
      );
    });
  const empty = data && data.words.length + (data.attach?.rules.length ?? 0) + (data.attach?.waiting.length ?? 0) === 0;
  return (
    <Dialog title={`Rules of “${connection.label}”`} size={860} onClose={() => onClose(kept)}>
      <p className={styles.lead}>
        Of the tickets that are here. Nothing is asked of {connection.host} for it; each change is kept at once.
      </p>
      {failure === '' ? null : (
        <p className="mf-dialog-failure" role="alert">
          {failure}
        </p>
      )}
      {error && !data ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading rows={4} /> : null}
      {empty ? <p className={styles.note}>Nothing of it was read so far. Look at what it brings first.</p> : null}
      {data?.attach ? (
        <AttachPanel label={kept.label} attach={data.attach} busy={pending} rule={(rules) => keep({ attach: rules })} />
      ) : null}
      {data ? (
        <WordsPanel
          label={kept.label}
          words={data.words}
          said={kept.mapping.words}
          busy={pending}
          say={(words) => keep({ words })}
        />
      ) : null}
      <div className={styles.ending}>
        <Button variant="default" onClick={() => onClose(kept)}>
          Close
        </Button>
        {data && data.attaches > 0 ? (
          <Button loading={pending} onClick={attach}>
            Attach {formatCount(data.attaches, 'ticket')} now
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
