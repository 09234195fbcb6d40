import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSeen } from '../../client/seen';
import { useCommand } from '../../client/use-command';
import { formatCount } from '../../lib/format';
import { utcToday } from '../../lib/utc-today';
import { Dialog } from '../ui/dialog';
import { notify } from '../ui/notify';
import styles from './dependencies.module.css';
import type { Falls } from './falls-table';

interface ReleaseDialogProps {
  readonly cause: { readonly modelId: string } | { readonly outside: string };
  readonly falls: Falls;
  readonly onClose: () => void;
}

/** It changed under several models: for which of them that was a release, somebody says. */
export function ReleaseDialog({ cause, falls, onClose }: ReleaseDialogProps): ReactNode {
  const { run, pending } = useCommand('dependencies.release', { seen: useSeen() });
  const [version, setVersion] = useState('');
  const [at, setAt] = useState(utcToday());
  const [ids, setIds] = useState<readonly string[]>([]);
  const serving = falls.models.filter(({ inProduction }) => inProduction);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await run({ ...cause, ids: [...ids], version: version.trim(), ...(at !== utcToday() && { at }) });
    if (done === null) return;
    for (const { name, message } of done.refused) notify({ message: `“${name}”: ${message}` });
    onClose();
  };
  return (
    <Dialog title={`“${falls.what}” changed`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <p className="mf-muted">
            Of a model that answers otherwise since then it is a release, which counts among its updates. It is one of
            those that you mark, and of no other.
          </p>
          <div className={styles.path}>
            <TextInput
              label="The new one is called"
              required
              placeholder="GPT-5 2026-11"
              value={version}
              onChange={(event) => setVersion(event.currentTarget.value)}
            />
            <TextInput
              label="Since"
              type="date"
              required
              max={utcToday()}
              value={at}
              onChange={(event) => setAt(event.currentTarget.value)}
            />
          </div>
          <Checkbox
            label={`All ${formatCount(serving.length, 'model')} in production that rest on it`}
            checked={ids.length === serving.length && serving.length > 0}
            indeterminate={ids.length > 0 && ids.length < serving.length}
            onChange={(event) => setIds(event.currentTarget.checked ? serving.map(({ id }) => id) : [])}
          />
          <div className={styles.choices}>
            {serving.map(({ id, name, unit }) => (
              <Checkbox
                key={id}
                label={unit === '' ? name : `${name} (${unit})`}
                checked={ids.includes(id)}
                onChange={(event) =>
                  setIds(event.currentTarget.checked ? [...ids, id] : ids.filter((other) => other !== id))
                }
              />
            ))}
          </div>
          <div className={styles.ending}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={ids.length === 0 || version.trim() === ''}>
              {ids.length === 0 ? 'Count as a release' : `Count as a release of ${formatCount(ids.length, 'model')}`}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
