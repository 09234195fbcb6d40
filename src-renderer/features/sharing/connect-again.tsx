import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCommand } from '../../client/use-command';
import type { SharedStatus } from '../../client/use-share';

/** Tries the server at once; where it refused the login, with another password. */
export function ConnectAgain({ share }: { readonly share: SharedStatus }): ReactNode {
  const { run, pending } = useCommand('share.connect', { quiet: true });
  const [password, setPassword] = useState('');
  const asks = share.state === 'refused' || !share.server.remembered;
  if (!asks)
    return (
      <Button loading={pending} onClick={() => void run({})}>
        Try now
      </Button>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run({ ...(password !== '' && { password }), remember: share.server.remembered });
  };
  return (
    <form className="mf-connect" onSubmit={submit}>
      <PasswordInput
        aria-label={`Password of ${share.server.user}`}
        placeholder={`Password of ${share.server.user}`}
        value={password}
        autoComplete="off"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={pending}>
        Try now
      </Button>
    </form>
  );
}
