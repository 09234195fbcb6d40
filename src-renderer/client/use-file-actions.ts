import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { saysDamaged } from '#domain/base/damaged-file';
import type { ChosenFile } from '../../src-preload/bridge';
import { notify, notifyFailure } from '../components/ui/notify';
import { formatCount } from '../lib/format';
import { likelyCurrency } from '../lib/currencies';
import { fileKind, nameFromFile } from '../lib/file-kind';
import { type DamagedFile, useRecovery } from '../stores/recovery';
import { CallFailed, call, sentenceOf, waitsForPassphrase } from './call';
import { host } from './host';
import { makeSample } from './make-sample';
import { perform } from './perform';
import { channelQuery, queryClient } from './query-client';

/** Copies of the portfolio that was open before are dropped, so that none of it shows in the next one. */
const forgetOldPortfolio = (): Promise<void> =>
  queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'workspace.status' });

const status = () => queryClient.fetchQuery({ ...channelQuery('workspace.status', {}), staleTime: 0 });

/** What a new portfolio is encrypted with. */
export interface NewLock {
  readonly passphrase: string;
  readonly remember: boolean;
}

export interface FileActions {
  readonly open: () => Promise<void>;
  readonly openRecent: (id: string) => Promise<void>;
  /** Answers false when it did not come to a new portfolio, and the person has been told why. */
  readonly create: (name: string, currency: string, lock?: NewLock) => Promise<boolean>;
  /** A new portfolio of one that was written as lines. */
  readonly fromLines: () => Promise<void>;
  /** A fresh sample portfolio in the portfolio folder. */
  readonly openSample: () => Promise<void>;
  readonly importTable: () => Promise<void>;
  readonly takeDropped: (file: File) => Promise<void>;
  /** A table from the clipboard, as text with tabs or as HTML. */
  readonly takePasted: (text: string) => Promise<void>;
  /** The file was taken away or replaced: what is open goes on in a file of its own. */
  readonly keepCopy: () => Promise<void>;
  /** … what lies there now is opened, and what was open is set aside. */
  readonly openReplacement: () => Promise<void>;
  /** The engine has another portfolio open: the page goes into it. */
  readonly enter: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly reveal: () => Promise<void>;
  readonly backUp: () => Promise<void>;
}

/** What can be done with files: shared by the welcome screen, the menu, the palette and drag and drop. */
export function useFileActions(): FileActions {
  const navigate = useNavigate();
  return useMemo(() => {
    const guarded = async (work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        // The dialog that asks for the passphrase says the rest: the engine knows which portfolio waits for it.
        if (waitsForPassphrase(error)) await status();
        else notifyFailure(sentenceOf(error));
        return false;
      }
    };
    const entered = async (): Promise<void> => {
      await forgetOldPortfolio();
      await status();
      await navigate({ to: '/' });
    };
    const keepCopy = async (): Promise<void> => {
      const { fileName } = await perform('workspace.keepCopy', {});
      notify({ message: `Your copy is ${fileName}, and it is open.` });
      await entered();
    };
    const openReplacement = async (): Promise<void> => {
      const { kept } = await perform('workspace.openReplacement', {});
      notify({ message: `What lies there now is open. Yours is kept as ${kept}.` });
      await entered();
    };
    /** A damaged file is not only refused: what can be had back of it is looked for. */
    const orRecover = async (of: Omit<DamagedFile, 'said'>, work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof CallFailed && saysDamaged(error.detail))) throw error;
        useRecovery.getState().show({ ...of, said: sentenceOf(error) });
      }
    };
    const openFile = (file: ChosenFile): Promise<void> =>
      orRecover({ file: file.token }, async () => {
        await perform('workspace.open', { file: file.token });
        await entered();
      });
    /** A table needs a portfolio to go into: without one, one is made that bears the file's name. */
    const importFile = async (file: ChosenFile): Promise<void> => {
      const { portfolio } = await status();
      if (portfolio === null) {
        await perform('workspace.create', {
          name: nameFromFile(file.name),
          currency: likelyCurrency(navigator.language),
        });
        await forgetOldPortfolio();
        await status();
      }
      await navigate({ to: '/import', search: { file: file.token, name: file.name } });
    };
    return {
      open: async () => {
        await guarded(async () => {
          const file = await host.pickFile('portfolio');
          if (file) await openFile(file);
        });
      },
      openRecent: async (id) => {
        await guarded(() =>
          orRecover({ recent: id }, async () => {
            await perform('workspace.openRecent', { id });
            await entered();
          }),
        );
      },
      create: async (name, currency, lock) => {
        const place = await host.pickNewPortfolio(name);
        if (place === null) return false;
        return guarded(async () => {
          const file = place !== 'default' && { file: place.token };
          await perform('workspace.create', { name, currency, ...file, ...lock });
          await entered();
        });
      },
      fromLines: async () => {
        await guarded(async () => {
          const lines = await host.pickFile('table');
          const place = lines && (await host.pickNewPortfolio(nameFromFile(lines.name)));
          if (!lines || !place) return;
          const file = place !== 'default' && { file: place.token };
          const { entries } = await perform('workspace.fromLines', { lines: lines.token, ...file });
          notify({
            message: `The portfolio is as it was written, with ${formatCount(entries, 'entry', 'entries')} of its journal.`,
          });
          await entered();
        });
      },
      enter: entered,
      keepCopy: async () => void (await guarded(keepCopy)),
      openReplacement: async () => void (await guarded(openReplacement)),
      openSample: async () => {
        await guarded(async () => {
          if (await makeSample()) await entered();
        });
      },
      importTable: async () => {
        await guarded(async () => {
          const file = await host.pickFile('table');
          if (file) await importFile(file);
        });
      },
      takeDropped: async (file) => {
        await guarded(async () => {
          const kind = fileKind(file.name);
          if (kind === 'other') {
            notifyFailure(
              `${file.name} is neither a portfolio nor a table or report. Drop a .modelfolio, a spreadsheet (.xlsx, .ods, .xls), a .csv, .json, .zip, .gz or .sqlite file.`,
            );
            return;
          }
          const chosen = await host.takeDroppedFile(file);
          await (kind === 'portfolio' ? openFile(chosen) : importFile(chosen));
        });
      },
      takePasted: async (text) => {
        await guarded(async () => {
          const { file, name } = await perform('imports.pasted', { text });
          await importFile({ token: file, name });
        });
      },
      close: async () => {
        await guarded(async () => {
          await perform('workspace.close', {});
          await forgetOldPortfolio();
          await status();
        });
      },
      reveal: async () => {
        await guarded(async () => {
          if (await host.revealPortfolio()) return;
          const { portfolio } = await status();
          if (portfolio) notify({ message: `The portfolio is the file ${portfolio.fileName} in ${portfolio.folder}.` });
        });
      },
      backUp: async () => {
        await guarded(async () => {
          const { fileName } = await perform('backups.create', {});
          const { folder } = await call('backups.list', {});
          notify({ message: `Backed up and checked: ${fileName} in ${folder}.` });
        });
      },
    };
  }, [navigate]);
}
