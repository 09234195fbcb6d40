import { Button, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { ORGANISATION_FACT_LABELS, ORGANISATION_FACTS } from '#domain/governance/vocabulary';
import { perform } from '../../client/perform';
import { useChannel } from '../../client/use-query';
import { Dialog } from '../../components/ui/dialog';
import { DialogEnding } from '../../components/ui/dialog-ending';
import { Panel } from '../../components/ui/panel';
import { useDialogSubmit } from '../../components/ui/use-dialog-submit';
import styles from './governance.module.css';

type Facts = Output<'governance.organisation'>;

function OrganisationDialog({ facts, onClose }: { readonly facts: Facts; readonly onClose: () => void }): ReactNode {
  const [changed, setChanged] = useState<Partial<Facts>>({});
  const { failure, pending, sends } = useDialogSubmit(onClose);
  const submit = sends(() => (before) => perform('governance.setOrganisation', { facts: changed }, before));
  return (
    <Dialog title="The organisation" onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {ORGANISATION_FACTS.map((name) => (
            <Textarea
              key={name}
              label={ORGANISATION_FACT_LABELS[name]}
              autosize
              minRows={1}
              maxRows={5}
              value={changed[name] ?? facts[name]}
              onChange={(event) => setChanged({ ...changed, [name]: event.currentTarget.value })}
            />
          ))}
          <DialogEnding failure={failure} pending={pending} label="Keep" onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** What texts ask of the organisation, once, however many models it has. */
export function OrganisationPanel(): ReactNode {
  const [editing, setEditing] = useState(false);
  const { data } = useChannel('governance.organisation', {});
  if (data === undefined) return null;
  return (
    <Panel
      title="The organisation"
      hint="Asked once, however many models there are"
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
          Change…
        </Button>
      }
    >
      <ul className={styles.units}>
        {ORGANISATION_FACTS.map((name) => (
          <li key={name}>
            <span>{ORGANISATION_FACT_LABELS[name]}</span>
            <span className="mf-muted">{data[name] === '' ? 'nobody has said' : data[name]}</span>
          </li>
        ))}
      </ul>
      {editing ? <OrganisationDialog facts={data} onClose={() => setEditing(false)} /> : null}
    </Panel>
  );
}
