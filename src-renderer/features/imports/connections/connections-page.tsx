import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { send } from '../../../client/call';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { ImportTabs } from '../import-tabs';
import { BringsPanel } from './brings-panel';
import { ConnectionDialog } from './connection-dialog';
import { ConnectionRow } from './connection-row';
import { type Connection, headlineOf } from './connection-words';
import styles from './connections.module.css';
import { ConsentDialog } from './consent-dialog';
import { DetailsDialog } from './details-dialog';
import { RulesDialog } from './rules-dialog';
import { TestedDialog } from './tested-dialog';
import { useRefresh } from './use-refresh';

type Open =
  | { readonly dialog: 'new' }
  | { readonly dialog: 'edit' | 'consent' | 'tested' | 'rules' | 'details'; readonly connection: Connection }
  | null;

const HEADS = ['Source', 'Last read', 'What it found', 'Next'] as const;

/** Where models are brought from again and again: is what I see fresh? */
export function ConnectionsPage(): ReactNode {
  const { data, error, refetch } = useChannel('connections.list', {});
  const [open, setOpen] = useState<Open>(null);
  const refresh = useRefresh();
  const remove = useCommand('connections.remove');
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { connections, keyStore } = data;
  const close = (): void => setOpen(null);
  const saved = (connection: Connection): void =>
    // After the form has closed itself.
    void setTimeout(() => setOpen(connection.agreed ? null : { dialog: 'consent', connection }));
  const dialogs = (
    <>
      {open?.dialog === 'new' ? <ConnectionDialog keyStore={keyStore} onSaved={saved} onClose={close} /> : null}
      {open?.dialog === 'edit' ? (
        <ConnectionDialog connection={open.connection} keyStore={keyStore} onSaved={saved} onClose={close} />
      ) : null}
      {open?.dialog === 'details' ? <DetailsDialog connection={open.connection} onClose={close} /> : null}
      {open?.dialog === 'rules' ? (
        <RulesDialog
          connection={open.connection}
          onClose={(connection) => {
            close();
            if (refresh.shown?.connection.id === connection.id) void refresh.again(connection);
          }}
        />
      ) : null}
      {open?.dialog === 'consent' ? (
        <ConsentDialog
          connection={open.connection}
          onAgreed={(connection) => setOpen({ dialog: 'tested', connection })}
          onClose={close}
        />
      ) : null}
      {open?.dialog === 'tested' ? (
        <TestedDialog
          connection={open.connection}
          onChange={(connection) => setOpen({ dialog: 'edit', connection })}
          onLook={(connection) => {
            close();
            void refresh.look(connection);
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
  if (connections.length === 0)
    return (
      <>
        <ImportTabs />
        <EmptyState
          title="Bring models from where they already live"
          action={{ label: 'Connect a server', run: () => setOpen({ dialog: 'new' }) }}
        >
          Registries (MLflow 2.x and 3.x, SageMaker, Unity Catalog, Kubeflow, Vertex AI) give their models with every
          version, an Evidently server the results of its runs; tickets of Jira, ServiceNow or PagerDuty come in as
          incidents. They are read whenever you want. You see what a refresh would change before anything is stored, and
          it is undone in one step. Nothing is ever written to a source, and nothing leaves this computer before you
          agree to it.
        </EmptyState>
        {dialogs}
      </>
    );
  const readable = connections.filter(({ agreed, secret }) => agreed && secret !== 'missing');
  const busy = refresh.running !== null;
  return (
    <>
      <ImportTabs />
      <PageHeader
        headline={headlineOf(connections)}
        subline="What they bring waits for you and is undone in one step. Nothing is ever written to a source."
        actions={
          <>
            {readable.length > 1 ? (
              <Button variant="default" disabled={busy} onClick={() => void refresh.lookAtAll(readable)}>
                Refresh all
              </Button>
            ) : null}
            <Button onClick={() => setOpen({ dialog: 'new' })}>Connect …</Button>
          </>
        }
      />
      <Panel
        title="Connections"
        hint="A colleague who opens this file enters an own secret, and agrees for an own computer."
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
        <section className={styles.list} aria-label="Connections" tabIndex={0}>
          <table className="mf-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="mf-hidden">State</span>
                </th>
                {HEADS.map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
                <th scope="col">
                  <span className="mf-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {connections.map((connection) => (
                <ConnectionRow
                  key={connection.id}
                  connection={connection}
                  phase={refresh.running?.id === connection.id ? refresh.running.step.phase : null}
                  busy={busy}
                  actions={{
                    agree: (one) => setOpen({ dialog: 'consent', connection: one }),
                    look: (one) => void refresh.look(one),
                    edit: (one) => setOpen({ dialog: 'edit', connection: one }),
                    details: (one) => setOpen({ dialog: 'details', connection: one }),
                    rules: (one) => setOpen({ dialog: 'rules', connection: one }),
                    test: (one) => setOpen({ dialog: 'tested', connection: one }),
                    remove: ({ id }) => void remove.run({ id }),
                    withdraw: ({ id, origin }) => void send('connections.agree', { id, origin, agreed: false }),
                    stop: refresh.stop,
                  }}
                />
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
      {refresh.shown ? (
        <BringsPanel
          {...refresh.shown}
          busy={busy}
          rule={(rules) => void refresh.rule(rules)}
          rules={(connection) => setOpen({ dialog: 'rules', connection })}
          take={(deciding) => void refresh.take(deciding)}
          close={refresh.close}
        />
      ) : null}
      {dialogs}
    </>
  );
}
