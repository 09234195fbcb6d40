import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { call, sentenceOf, waitsForPassphrase } from '../../client/call';
import { perform } from '../../client/perform';
import { useFileActions } from '../../client/use-file-actions';
import { notify, notifyFailure } from '../../components/ui/notify';
import { PageHeader } from '../../components/ui/page-header';
import { Loading } from '../../components/ui/states';
import { type DamagedFile, useRecovery } from '../../stores/recovery';
import { EntriesTable } from './entries-table';
import { type Found, headlineOf, type Repaired, repairedWords, sublineOf } from './recovery-words';
import { Ways } from './ways';
import './recovery.css';

const namedBy = ({ file, recent }: DamagedFile) => ({
  ...(file !== undefined && { file }),
  ...(recent !== undefined && { recent }),
});

/** Looked for once: the answer is about a file that nobody changes meanwhile. */
function useFound(of: DamagedFile): { readonly found: Found | null; readonly failed: string } {
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState('');
  useEffect(() => {
    let gone = false;
    call('recovery.examine', namedBy(of)).then(
      (answer) => !gone && setFound(answer),
      (error: unknown) => !gone && setFailed(sentenceOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [of]);
  return { found, failed };
}

/** A portfolio that is damaged: what can be had back, in which ways, and what each of them loses. */
export function RecoverPage({ of }: { readonly of: DamagedFile }): ReactNode {
  const { close } = useRecovery();
  const { enter } = useFileActions();
  const navigate = useNavigate();
  const { found, failed } = useFound(of);
  const [pending, setPending] = useState<'repair' | 'backup' | null>(null);
  const [repaired, setRepaired] = useState<Repaired | null>(null);

  const guarded = async (way: 'repair' | 'backup', work: () => Promise<void>): Promise<void> => {
    setPending(way);
    try {
      await work();
    } catch (error) {
      if (!waitsForPassphrase(error)) notifyFailure(sentenceOf(error));
    } finally {
      setPending(null);
    }
  };
  const leave = async (message: string): Promise<void> => {
    close();
    await enter();
    notify({ message });
  };
  const repair = (): Promise<void> =>
    guarded('repair', async () => {
      const made = await perform('recovery.repair', namedBy(of));
      if (made.lostTotal > 0 || made.resultsHoles || made.salvaged !== null) setRepaired(made);
      else await leave(`${made.opened.fileName} is open. ${repairedWords(made)}`);
    });
  const openBackup = (id: string): Promise<void> =>
    guarded('backup', async () => {
      const opened = await perform('recovery.openBackup', { ...namedBy(of), id });
      await leave(`${opened.fileName} is open. The damaged file lies beside it, as it was.`);
    });

  if (repaired !== null)
    return (
      <div className="mf-recover">
        <PageHeader
          headline={`${repaired.opened.fileName} is made and open`}
          subline={repairedWords(repaired)}
          actions={
            <Button onClick={() => void leave(`${repaired.opened.fileName} is open.`)}>Go to the portfolio</Button>
          }
        />
        {repaired.lost.length > 0 && (
          <EntriesTable
            title={repaired.unproved === null ? 'To be done again' : 'Changes that are not proved any more'}
            entries={repaired.lost.toReversed()}
            total={repaired.lostTotal}
          />
        )}
      </div>
    );
  return (
    <div className="mf-recover">
      <PageHeader
        headline={found === null ? failed || 'Looking for what can be read' : headlineOf(found)}
        subline={found === null ? of.said : sublineOf(found)}
        actions={
          <Button
            variant="default"
            disabled={pending !== null}
            onClick={() => {
              close();
              void navigate({ to: '/welcome' });
            }}
          >
            Leave it
          </Button>
        }
      />
      {found === null && failed === '' && <Loading rows={6} label="Looking for what can be read" />}
      {found !== null && (
        <>
          <Ways
            found={found}
            pending={pending}
            onRepair={() => void repair()}
            onBackup={() => found.backup && void openBackup(found.backup.id)}
          />
          <EntriesTable
            title={found.backup === null ? 'Changes that can be read' : 'What changed since the backup'}
            entries={found.since.entries}
            total={found.since.total}
          />
        </>
      )}
    </div>
  );
}
