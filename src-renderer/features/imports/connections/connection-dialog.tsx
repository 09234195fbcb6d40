import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { CONNECTION_KIND_FACTS, CONNECTION_KINDS } from '#domain/connections/kinds';
import { send } from '../../../client/call';
import { perform } from '../../../client/perform';
import { Dialog } from '../../../components/ui/dialog';
import { DialogEnding } from '../../../components/ui/dialog-ending';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';
import { authLabels, type Connection, factsOf, RECORDED_ONLY, REFRESH_LABELS } from './connection-words';
import styles from './connections.module.css';

interface ConnectionDialogProps {
  /** One that is changed; left out: a new one. */
  readonly connection?: Connection | undefined;
  readonly keyStore: boolean;
  readonly onSaved: (connection: Connection) => void;
  readonly onClose: () => void;
}

const options = <T extends string>(labels: Readonly<Record<T, string>>) =>
  // Object.entries forgets the names.
  (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label }));

/** Where a connection leads and how it proves itself. */
export function ConnectionDialog({ connection, keyStore, onSaved, onClose }: ConnectionDialogProps): ReactNode {
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const [form, setForm] = useState({
    kind: connection?.kind ?? CONNECTION_KINDS[0],
    label: connection?.label ?? '',
    address: connection?.address ?? '',
    scope: connection?.scope ?? '',
    auth: connection?.auth ?? ('none' as const),
    login: connection?.login ?? '',
    secret: '',
    caFile: connection?.caFile ?? '',
    plainHttp: connection?.plainHttp ?? false,
    refresh: connection?.refresh ?? ('by_hand' as const),
  });
  const facts = factsOf(form);
  const atPath = facts.at === 'path';
  const put = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const kept = connection?.auth === form.auth && connection.secretRef !== '' ? connection.secretRef : 'kept';
  const submit = sends(() => {
    if (form.label.trim() === '') return 'Give the connection a name.';
    if (form.address.trim() === '') return atPath ? 'Give the path.' : 'Give the address of the server.';
    const { secret, ...stated } = form;
    if (facts.scope?.needed && form.scope.trim() === '')
      return `${facts.label} wants to know what to read: give its ${facts.scope.label}.`;
    return async (before) => {
      const input = {
        ...stated,
        secretRef: form.auth === 'none' ? '' : kept,
        mapping: connection?.mapping ?? { tags: [], models: [] },
        ...(connection && { id: connection.id }),
      };
      const saved = await perform('connections.save', input, before);
      if (secret !== '') await send('connections.keepSecret', { id: saved.id, secret });
      onSaved(saved);
    };
  });
  return (
    <Dialog title={connection ? `Change “${connection.label}”` : `Connect ${facts.server}`} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {connection ? null : (
          <NativeSelect
            label="What is it"
            value={form.kind}
            data={CONNECTION_KINDS.map((value) => ({ value, label: CONNECTION_KIND_FACTS[value].label }))}
            onChange={(event) => {
              const kind = event.currentTarget.value as Connection['kind'];
              const { auths } = CONNECTION_KIND_FACTS[kind];
              put({ kind, scope: '', auth: auths.includes(form.auth) ? form.auth : (auths[0] ?? 'none') });
            }}
          />
        )}
        {facts.recordedOnly ? <p className={styles.note}>{RECORDED_ONLY}.</p> : null}
        <TextInput
          label="Name"
          description="As you call it here"
          withAsterisk
          data-autofocus
          value={form.label}
          onChange={(event) => put({ label: event.currentTarget.value })}
        />
        <TextInput
          label={atPath ? 'Path' : 'Address'}
          description={`${facts.addressHint}: ${facts.example}`}
          withAsterisk
          value={form.address}
          onChange={(event) => put({ address: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          {facts.scope ? (
            <TextInput
              label={facts.scope.label}
              withAsterisk={facts.scope.needed === true}
              description={facts.scope.hint}
              value={form.scope}
              onChange={(event) => put({ scope: event.currentTarget.value })}
            />
          ) : null}
          <NativeSelect
            label="Read it"
            description="What it brings waits for you"
            value={form.refresh}
            data={options(REFRESH_LABELS)}
            onChange={(event) => put({ refresh: event.currentTarget.value as Connection['refresh'] })}
          />
        </div>
        {atPath ? null : (
          <div className={styles.form}>
            <NativeSelect
              label="It wants to see"
              value={form.auth}
              data={authLabels(facts)}
              onChange={(event) => put({ auth: event.currentTarget.value as Connection['auth'] })}
            />
            {form.auth === 'password' ? (
              <TextInput
                label={facts.words.login}
                autoComplete="off"
                value={form.login}
                onChange={(event) => put({ login: event.currentTarget.value })}
              />
            ) : null}
          </div>
        )}
        {form.auth !== 'none' && kept === 'kept' ? (
          <PasswordInput
            label={form.auth === 'token' ? facts.words.token : facts.words.password}
            description={`${facts.secretHint ? `${facts.secretHint}. ` : ''}${keyStore ? 'Kept in the key store of this computer' : 'Kept until the program ends: this computer has no key store'}, never in the portfolio${connection?.secret === 'here' ? '; empty: as it is' : ''}`}
            autoComplete="off"
            spellCheck={false}
            value={form.secret}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the secret', tabIndex: 0 }}
            onChange={(event) => put({ secret: event.currentTarget.value })}
          />
        ) : null}
        {form.auth !== 'none' && kept !== 'kept' ? (
          <p className={styles.note}>
            Its secret is read from {kept.replace(/^env:/, 'the variable ').replace(/^file:/, 'the file ')}.
          </p>
        ) : null}
        {atPath ? null : (
          <TextInput
            label="File of your organisation’s CA"
            description="Only where the server’s certificate is not known to this computer: its whole path (PEM)"
            value={form.caFile}
            onChange={(event) => put({ caFile: event.currentTarget.value })}
          />
        )}
        {/^http:\/\/(?!(localhost|127\.|\[::1\]))/i.test(form.address.trim()) ? (
          <Checkbox
            label="Talk to it without encryption; others on the way could read the secret"
            checked={form.plainHttp}
            onChange={(event) => put({ plainHttp: event.currentTarget.checked })}
          />
        ) : null}
        <DialogEnding failure={failure} pending={pending} label={connection ? 'Keep it' : 'Go on'} onClose={onClose} />
      </form>
    </Dialog>
  );
}
