import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { send, sentenceOf } from '../../../client/call';
import { Dialog } from '../../../components/ui/dialog';
import { type Connection, consentLines, factsOf } from './connection-words';
import styles from './connections.module.css';

interface ConsentDialogProps {
  readonly connection: Connection;
  /** Somebody agreed. */
  readonly onAgreed: (connection: Connection) => void;
  readonly onClose: () => void;
}

/** Before the first request: what leaves this computer, to whom, and when. The first focus lies on what loses nothing. */
export function ConsentDialog({ connection, onAgreed, onClose }: ConsentDialogProps): ReactNode {
  const [failure, setFailure] = useState('');
  const [pending, setPending] = useState(false);
  const atPath = factsOf(connection).at === 'path';
  const agree = async (): Promise<void> => {
    setPending(true);
    try {
      await send('connections.agree', { id: connection.id, origin: connection.origin, shown: connection.shown });
      onAgreed(connection);
    } catch (error) {
      setFailure(sentenceOf(error));
      setPending(false);
    }
  };
  return (
    <Dialog title={atPath ? 'This is read on your computer' : 'This leaves your computer'} size={560} onClose={onClose}>
      <p className={styles.lead}>
        {atPath
          ? 'The path came with the portfolio. You agree for this computer and this path only.'
          : 'Before the first request. You agree for this computer and this host only.'}
      </p>
      <dl className={styles.consent}>
        {consentLines(connection).map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-to={label === 'To' ? true : undefined}>{text}</dd>
          </div>
        ))}
      </dl>
      {failure === '' ? null : (
        <p className="mf-dialog-failure" role="alert">
          {failure}
        </p>
      )}
      <div className={styles.ending}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Not now
        </Button>
        <Button loading={pending} onClick={() => void agree()}>
          {atPath ? 'Agree and look at it' : 'Agree and test the connection'}
        </Button>
      </div>
    </Dialog>
  );
}
