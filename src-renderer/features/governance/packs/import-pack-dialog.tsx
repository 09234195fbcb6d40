import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { call, sentenceOf } from '../../../client/call';
import type { ChosenFile } from '../../../../src-preload/bridge';
import { host } from '../../../client/host';
import { perform } from '../../../client/perform';
import { Dialog } from '../../../components/ui/dialog';
import { notifyFailure } from '../../../components/ui/notify';
import { formatCount } from '../../../lib/format';
import { Accept, type Checked, Problems } from './accepting';

interface Chosen {
  readonly file: ChosenFile;
  readonly checked: Checked;
}

async function saveSchema(): Promise<void> {
  const { schema } = await call('packs.schema', {});
  await host.saveFile('rule-pack.schema.json', new TextEncoder().encode(JSON.stringify(schema, null, 2)));
}

/** Takes a text in from a file: what it is and what it does is said before anything is stored. */
export function ImportPackDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [accepted, setAccepted] = useState(false);
  const [pending, setPending] = useState(false);
  const doing = async (work: () => Promise<void>): Promise<void> => {
    setPending(true);
    try {
      await work();
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
    setPending(false);
  };
  const choose = (): Promise<void> =>
    doing(async () => {
      const file = await host.pickFile('table');
      if (file === null) return;
      setAccepted(false);
      setChosen({ file, checked: await call('packs.check', { file: file.token }) });
    });
  const add = ({ file }: Chosen): Promise<void> =>
    doing(async () => {
      const { pack } = await perform('packs.add', { file: file.token, accepted });
      onClose();
      await navigate({ to: '/governance/packs/$pack', params: { pack } });
    });
  const found = chosen?.checked.pack ?? null;
  const ready = found !== null && (chosen?.checked.meeting === 'new' || accepted);
  return (
    <Dialog title="Import a text" onClose={onClose} size={560}>
      {chosen === null ? (
        <p className="mf-muted">
          A rule pack as a JSON file, such as another portfolio exported it. Its form is published as a JSON Schema. It
          is data only: nothing in it is run, and the file is looked at before anything is stored.
        </p>
      ) : (
        <>
          <p>
            <strong>{found === null ? chosen.file.name : found.title}</strong>
            {found === null ? null : (
              <span className="mf-muted">
                {' '}
                {found.name}, {found.issuer}. {found.who} It asks for {formatCount(found.fields, 'field')} and{' '}
                {formatCount(found.duties, 'duty', 'duties')}.
              </span>
            )}
          </p>
          <Problems problems={chosen.checked.problems} />
          <Accept checked={chosen.checked} accepted={accepted} put={setAccepted} />
        </>
      )}
      <div className="mf-dialog-buttons">
        {chosen === null ? (
          <Button variant="subtle" onClick={() => void doing(saveSchema)}>
            Save the schema…
          </Button>
        ) : null}
        <Button variant="default" loading={pending && chosen === null} onClick={() => void choose()}>
          {chosen === null ? 'Choose the file…' : 'Choose another file…'}
        </Button>
        {chosen === null ? null : (
          <Button disabled={!ready} loading={pending} onClick={() => void add(chosen)}>
            Take it in
          </Button>
        )}
      </div>
    </Dialog>
  );
}
