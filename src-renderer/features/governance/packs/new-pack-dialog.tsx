import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { emptyPack } from '#domain/governance/pack-words';
import type { RulePack } from '#domain/governance/rule-pack';
import { perform } from '../../../client/perform';
import { Dialog } from '../../../components/ui/dialog';
import { DialogEnding } from '../../../components/ui/dialog-ending';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';
import { utcToday } from '../../../lib/utc-today';
import { Accept, Problems, useChecked } from './accepting';
import { nameOf, type Pack } from './pack-page-words';
import '../../../components/governance/governance-parts.css';

/** How a copy stands to what it was copied from. */
const WAYS = {
  edition: 'Another edition of the same text: answers to its questions go on to count',
  stands_in: 'In place of this very edition: answers and readings of lines that stay as they are go on to count',
  apart: 'A text of its own beside it: its questions are asked anew',
} as const;
type Way = keyof typeof WAYS;

interface NewPackDialogProps {
  /** What it is a copy of; left out: an empty one. */
  readonly of?: Pack;
  readonly onClose: () => void;
}

interface Form {
  readonly way: Way;
  readonly name: string;
  readonly id: string;
  readonly issuer: string;
  readonly from: string;
}

const identifier = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

function packOf(of: Pack | undefined, { way, name, id, issuer, from }: Form): RulePack {
  if (of === undefined) return emptyPack(id || identifier(name), name.trim(), issuer.trim(), from);
  if (way === 'stands_in') return { ...of, name: name.trim() };
  const dated = {
    ...of,
    name: name.trim(),
    edition: from,
    effectiveFrom: from,
    supersededBy: null,
    status: 'in_force',
  } as const;
  if (way === 'edition') return { ...dated, supersedes: [nameOf(of)] };
  const { line: _line, ...alone } = dated;
  return { ...alone, id: id || identifier(name), issuer: issuer.trim(), nature: 'internal', supersedes: [] };
}

/** A text of the organisation's own: written anew, or a copy that can be changed. */
export function NewPackDialog({ of, onClose }: NewPackDialogProps): ReactNode {
  const navigate = useNavigate();
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const [accepted, setAccepted] = useState(false);
  const [form, setForm] = useState<Form>({
    way: 'edition',
    name: of === undefined ? '' : `${of.name}, ours`.slice(0, 140),
    id: '',
    issuer: of === undefined ? '' : of.issuer,
    from: utcToday(),
  });
  const put = (part: Partial<Form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setAccepted(false);
    setFailure('');
  };
  const given = packOf(of, form);
  const ready = form.name.trim().length > 1 && given.issuer.length > 1 && given.id.length > 2 && form.from !== '';
  const checked = useChecked({ ...(ready ? given : {}) });
  const ownId = of === undefined || form.way === 'apart';
  const submit = sends(() => {
    if (!ready) return 'Give it a title, who issues it, and the day from which it counts.';
    if (checked?.problems.length) return 'Mend what stands above first.';
    if (checked?.meeting !== 'new' && !accepted) return 'Say that it is meant that others count otherwise.';
    return async (before) => {
      const { pack } = await perform(
        'packs.save',
        {
          given: { ...given },
          ...(of === undefined ? {} : { basedOn: nameOf(of) }),
          accepted,
        },
        before,
      );
      await navigate({ to: '/governance/packs/$pack', params: { pack } });
    };
  });
  return (
    <Dialog
      title={of === undefined ? 'Write a text of your own' : `Our own copy of “${of.name}”`}
      onClose={onClose}
      size={560}
    >
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        {of === undefined ? null : (
          <NativeSelect
            label="How it stands to the one it is copied from"
            value={form.way}
            data={Object.entries(WAYS).map(([value, label]) => ({ value, label }))}
            onChange={(event) => put({ way: event.currentTarget.value as Way })}
          />
        )}
        <TextInput
          label="Title"
          withAsterisk
          data-autofocus
          value={form.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        {ownId ? (
          <div className="mf-pair">
            <TextInput
              label="Issued by"
              withAsterisk
              value={form.issuer}
              onChange={(event) => put({ issuer: event.currentTarget.value })}
            />
            <TextInput
              label="Identifier"
              description="Small letters, digits, hyphens"
              placeholder={identifier(form.name)}
              value={form.id}
              onChange={(event) => put({ id: event.currentTarget.value })}
            />
          </div>
        ) : null}
        {form.way === 'stands_in' && of !== undefined ? null : (
          <TextInput
            type="date"
            label="Counts from"
            description="Also the name of the edition"
            value={form.from}
            onChange={(event) => put({ from: event.currentTarget.value })}
          />
        )}
        {ready && checked !== null ? (
          <>
            <Problems problems={checked.problems} />
            <Accept checked={checked} accepted={accepted} put={setAccepted} />
          </>
        ) : null}
        <DialogEnding failure={failure} pending={pending} label="Keep it" onClose={onClose} />
      </form>
    </Dialog>
  );
}
