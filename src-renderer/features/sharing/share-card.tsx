import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { useCommand } from '../../client/use-command';
import { Panel } from '../../components/ui/panel';
import { FoundList } from './found-list';
import { LoginFields } from './login-fields';
import { readLogin, useLogin } from './use-login';

interface ShareCardProps {
  readonly name: string;
  readonly yourName: string;
  readonly keyStore: boolean;
}

/** Brings the open portfolio to a server. */
export function ShareCard({ name, yourName, keyStore }: ShareCardProps): ReactNode {
  const form = useLogin('create');
  const [signs, setSigns] = useState(yourName);
  const navigate = useNavigate();
  const id = useId();
  const { run, pending } = useCommand('share.create', {
    words: () => `${name} is shared. This file is your copy of it.`,
  });
  const login = readLogin(form.fields);
  const ready = form.found?.ok === true && typeof login !== 'string' && signs.trim() !== '';
  const share = async (): Promise<void> => {
    if (typeof login === 'string') return;
    const remember = keyStore && form.fields.remember;
    if ((await run({ ...login, name: signs.trim(), remember })) !== null) await navigate({ to: '/settings/sharing' });
  };
  return (
    <Panel
      title={`Share ${name}`}
      hint="The private file becomes your own copy of the shared one. It stays here, and it stays whole."
      className="mf-way-in"
    >
      <LoginFields form={form} keyStore={keyStore}>
        <div className="mf-login-row">
          <label htmlFor={id}>You sign as</label>
          <TextInput
            id={id}
            value={signs}
            maxLength={200}
            placeholder="as your name stands in the journal"
            onChange={(event) => setSigns(event.currentTarget.value)}
          />
        </div>
      </LoginFields>
      <FoundList form={form} />
      <div className="mf-way-in-foot">
        {form.found?.ok === true && (
          <Button disabled={!ready} loading={pending} onClick={() => void share()}>
            Share now
          </Button>
        )}
        <Button variant="default" loading={form.testing} disabled={pending} onClick={() => void form.test()}>
          {form.found === null ? 'Test' : 'Test again'}
        </Button>
        {form.found?.ok !== true && <span className="mf-muted">Share is offered once the test holds</span>}
      </div>
    </Panel>
  );
}
