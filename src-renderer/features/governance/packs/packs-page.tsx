import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ORIGIN_WORDS } from '#domain/governance/pack-words';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { GovernanceTabs } from '../../../components/governance/governance-tabs';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { ErrorState, Loading } from '../../../components/ui/states';
import { formatDate } from '../../../lib/format';
import { ImportPackDialog } from './import-pack-dialog';
import { NewPackDialog } from './new-pack-dialog';
import { inForceWords, itemsWords, type ListedPack, nameOf, packsHeadline, verifyTally } from './pack-page-words';
import styles from './packs.module.css';

function Row({ pack }: { readonly pack: ListedPack }): ReactNode {
  const verify = verifyTally(pack.verify);
  return (
    <tr>
      <th scope="row" className={styles.title}>
        <Link to="/governance/packs/$pack" params={{ pack: nameOf(pack) }}>
          {pack.name}
        </Link>
        <span className="mf-muted">
          {nameOf(pack)} · {pack.issuer}
        </span>
      </th>
      <td>
        <span className={styles.origin} data-origin={pack.origin}>
          {ORIGIN_WORDS[pack.origin]}
        </span>
      </td>
      <td>{inForceWords(pack)}</td>
      <td className={styles.who}>{pack.who}</td>
      <td>{itemsWords(pack)}</td>
      <td>{verify === '' ? <span className="mf-faint">–</span> : verify}</td>
      <td className={pack.stale ? styles.stale : ''}>
        {formatDate(pack.checkedOn)}
        {pack.stale ? ', long ago' : ''}
      </td>
    </tr>
  );
}

interface UnreadableProps {
  readonly packs: readonly {
    readonly name: string;
    readonly problem: { readonly place: string; readonly words: string };
  }[];
}

/** Own packs that lie in the file and are none: kept, not compared with, and to be removed or mended. */
function Unreadable({ packs }: UnreadableProps): ReactNode {
  const remove = useCommand('packs.remove');
  if (packs.length === 0) return null;
  return (
    <Panel
      title="Own texts that cannot be read"
      hint="They are kept in the file and not compared with. Import a mended file of the same name, or remove them."
      className={styles.after ?? ''}
    >
      <ul className={styles.plain}>
        {packs.map(({ name, problem }) => (
          <li key={name}>
            <strong>{name}</strong>: {problem.place === '' ? '' : `${problem.place}: `}
            {problem.words}{' '}
            <Button size="compact-xs" variant="subtle" onClick={() => void remove.run({ pack: name })}>
              Remove {name}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Every text that the portfolio can be held against, shipped and of the organisation's own. */
export function PacksPage(): ReactNode {
  const [open, setOpen] = useState<'import' | 'new' | null>(null);
  const { data, error, refetch } = useChannel('packs.list', {});
  if (data === undefined) {
    if (error) return <ErrorState error={error} retry={() => void refetch()} />;
    return <Loading rows={12} label="Reading the texts" />;
  }
  const close = (): void => setOpen(null);
  return (
    <div>
      <GovernanceTabs />
      <PageHeader
        headline={packsHeadline(data.packs)}
        subline="A text is data: what it asks of whom, from when, and what would show it. Help, not advice; a mark to verify stays until somebody has read the official text."
        actions={
          <>
            <Button variant="default" onClick={() => setOpen('new')}>
              Write one…
            </Button>
            <Button onClick={() => setOpen('import')}>Import a text…</Button>
          </>
        }
      />
      <Panel
        title="Texts"
        hint="Own ones stand beside those that are shipped; of one text the edition of the day counts"
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard */}
        <section className={styles.scroll} aria-label="All texts" tabIndex={0}>
          <table className="mf-table">
            <caption className="mf-hidden">Texts with the days on which they count</caption>
            <thead>
              <tr>
                <th scope="col">Text</th>
                <th scope="col">Whose</th>
                <th scope="col">In force</th>
                <th scope="col">Applies to</th>
                <th scope="col">Asks for</th>
                <th scope="col">To verify</th>
                <th scope="col">Checked on</th>
              </tr>
            </thead>
            <tbody>
              {data.packs
                .toSorted((a, b) => Number(a.origin === 'shipped') - Number(b.origin === 'shipped'))
                .map((pack) => (
                  <Row key={nameOf(pack)} pack={pack} />
                ))}
            </tbody>
          </table>
        </section>
      </Panel>
      <Unreadable packs={data.unreadable} />
      {open === 'import' ? <ImportPackDialog onClose={close} /> : null}
      {open === 'new' ? <NewPackDialog onClose={close} /> : null}
    </div>
  );
}
