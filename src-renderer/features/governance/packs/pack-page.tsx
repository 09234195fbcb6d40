import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { call } from '../../../client/call';
import { useCommand } from '../../../client/use-command';
import { useFileJob } from '../../../client/use-file-job';
import { useChannel } from '../../../client/use-query';
import { GovernanceTabs } from '../../../components/governance/governance-tabs';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { ErrorState, Loading } from '../../../components/ui/states';
import { formatCount } from '../../../lib/format';
import { HeadDialog } from './head-dialog';
import { ItemList, isDuty } from './item-list';
import { LineDialog } from './line-dialog';
import { NewPackDialog } from './new-pack-dialog';
import { Beside, PackFacts, Sources } from './pack-facts';
import { type DutyLine, type FieldLine, inForceWords, nameOf, type WholePack } from './pack-page-words';
import styles from './packs.module.css';

type Opened =
  | { readonly what: 'copy' | 'head' }
  | { readonly what: 'line'; readonly line: FieldLine | DutyLine | 'field' | 'duty' };

function Actions({
  whole,
  onOpen,
}: {
  readonly whole: WholePack;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode {
  const navigate = useNavigate();
  const remove = useCommand('packs.remove');
  const { running, start } = useFileJob<'export'>();
  const name = nameOf(whole.pack);
  const own = whole.head.origin !== 'shipped';
  const gone = async (): Promise<void> => {
    // Asked for first: the page of a text that is gone would say that it is not found.
    await navigate({ to: '/governance/packs' });
    await remove.run({ pack: name });
  };
  return (
    <>
      <Button variant="default" onClick={() => void navigate({ to: '/governance', search: { pack: name } })}>
        What is missing by it
      </Button>
      <Button
        variant="default"
        loading={running !== null}
        onClick={() =>
          void start({ kind: 'export', name: `${name}.json`, make: (out) => call('packs.export', { pack: name, out }) })
        }
      >
        Export…
      </Button>
      <Button variant="default" onClick={() => onOpen({ what: 'copy' })}>
        {own ? 'Copy…' : 'Make our own…'}
      </Button>
      {own ? (
        <Button variant="default" onClick={() => void gone()}>
          Remove
        </Button>
      ) : null}
    </>
  );
}

function Shown({ whole }: { readonly whole: WholePack }): ReactNode {
  const [opened, setOpened] = useState<Opened | null>(null);
  const save = useCommand('packs.save');
  const { pack, head } = whole;
  const own = head.origin !== 'shipped';
  const close = (): void => setOpened(null);
  const remove = (line: FieldLine | DutyLine): void =>
    void save.run({
      given: {
        ...pack,
        fields: pack.fields.filter(({ id }) => id !== line.id),
        duties: pack.duties.filter(({ id }) => id !== line.id),
      },
      was: nameOf(pack),
    });
  const changes = own
    ? { onChange: (line: FieldLine | DutyLine) => setOpened({ what: 'line', line }), onRemove: remove }
    : {};
  const add = (what: 'field' | 'duty', label: string): ReactNode =>
    own ? (
      <Button size="compact-sm" variant="default" onClick={() => setOpened({ what: 'line', line: what })}>
        {label}
      </Button>
    ) : null;
  return (
    <div>
      <GovernanceTabs />
      <PageHeader
        headline={pack.name}
        subline={`${nameOf(pack)}, ${own ? 'a text of your own' : 'shipped with the program'}; counts ${inForceWords(head)}. ${own ? '' : 'It is changed by making a copy of your own. '}Help, not advice.`}
        actions={<Actions whole={whole} onOpen={setOpened} />}
      />
      <div className={styles.panels}>
        <div className={styles.column}>
          <Panel
            title="Answers that it asks for"
            hint={formatCount(pack.fields.length, 'field')}
            actions={add('field', 'Add a field…')}
          >
            <ItemList whole={whole} lines={pack.fields} {...changes} />
          </Panel>
          <Panel
            title="Duties"
            hint={formatCount(pack.duties.length, 'duty', 'duties')}
            actions={add('duty', 'Add a duty…')}
          >
            <ItemList whole={whole} lines={pack.duties} {...changes} />
          </Panel>
        </div>
        <div className={styles.column}>
          <PackFacts
            whole={whole}
            actions={
              own ? (
                <Button size="compact-sm" variant="default" onClick={() => setOpened({ what: 'head' })}>
                  Change…
                </Button>
              ) : null
            }
          />
          <Sources whole={whole} />
          <Beside whole={whole} />
        </div>
      </div>
      {opened?.what === 'copy' ? <NewPackDialog of={pack} onClose={close} /> : null}
      {opened?.what === 'head' ? <HeadDialog pack={pack} onClose={close} /> : null}
      {opened?.what === 'line' ? (
        <LineDialog
          pack={pack}
          duty={typeof opened.line === 'string' ? opened.line === 'duty' : isDuty(opened.line)}
          {...(typeof opened.line === 'string' ? {} : { line: opened.line })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

/** One text as it is: its lines with words, conditions, sources, and what is to be verified in them. */
export function PackPage(): ReactNode {
  const { pack } = useParams({ from: '/governance/packs/$pack' });
  const { data, error, refetch } = useChannel('packs.get', { pack }, { keepPrevious: false });
  if (data === undefined) {
    if (error) return <ErrorState error={error} title="This text is not here" retry={() => void refetch()} />;
    return <Loading rows={12} label="Reading the text" />;
  }
  return <Shown whole={data} />;
}
