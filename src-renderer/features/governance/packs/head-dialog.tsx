import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FORCES, PACK_NATURES, PACK_STATUSES } from '#domain/governance/rule-pack';
import { Dialog } from '../../../components/ui/dialog';
import { DialogEnding } from '../../../components/ui/dialog-ending';
import { FORCE_CHOICES, NATURE_LABELS, type Pack, STATUS_LABELS } from './pack-page-words';
import { readTyped, writtenAs } from './typed-parts';
import { ConditionField } from './condition-field';
import { SourcesFields } from './sources-fields';
import { usePackForm } from './save-pack';
import '../../../components/governance/governance-parts.css';

const choices = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

interface Form {
  readonly name: string;
  readonly issuer: string;
  readonly edition: string;
  readonly nature: Pack['nature'];
  readonly force: Pack['force'];
  readonly status: Pack['status'];
  readonly from: string;
  readonly until: string;
  readonly checkedOn: string;
  readonly who: string;
  readonly condition: string;
  readonly sources: Pack['sources'];
  readonly disclaimer: string;
}

function packOf(pack: Pack, form: Form): Pack | string {
  const condition = readTyped<Pack['appliesTo']['condition']>('Where it applies', form.condition);
  if (typeof condition === 'string') return condition;
  if (form.sources.some(({ title }) => title.trim() === '')) return 'Give each source a title.';
  return {
    ...pack,
    name: form.name.trim(),
    issuer: form.issuer.trim(),
    edition: form.edition,
    nature: form.nature,
    force: form.force,
    status: form.status,
    effectiveFrom: form.from === '' ? null : form.from,
    supersededBy:
      form.until === '' ? null : { pack: pack.supersededBy?.pack ?? `${pack.id}@${form.until}`, on: form.until },
    checkedOn: form.checkedOn,
    appliesTo: { ...pack.appliesTo, who: form.who.trim(), condition: condition.value },
    sources: form.sources,
    disclaimer: form.disclaimer.trim(),
  };
}

/** What an own text is: its title, days, for whom, from which sources. */
export function HeadDialog({ pack, onClose }: { readonly pack: Pack; readonly onClose: () => void }): ReactNode {
  const [form, setForm] = useState<Form>({
    name: pack.name,
    issuer: pack.issuer,
    edition: pack.edition,
    nature: pack.nature,
    force: pack.force,
    status: pack.status,
    from: pack.effectiveFrom ?? '',
    until: pack.supersededBy?.on ?? '',
    checkedOn: pack.checkedOn,
    who: pack.appliesTo.who,
    condition: writtenAs(pack.appliesTo.condition),
    sources: pack.sources,
    disclaimer: pack.disclaimer,
  });
  const { failure, pending, submit, notes, touch } = usePackForm(pack, packOf(pack, form), onClose);
  const put = (part: Partial<Form>): void => {
    setForm((before) => ({ ...before, ...part }));
    touch();
  };
  const text = (name: 'name' | 'issuer', label: string): ReactNode => (
    <TextInput label={label} value={form[name]} onChange={(event) => put({ [name]: event.currentTarget.value })} />
  );
  const day = (name: 'edition' | 'from' | 'until' | 'checkedOn', label: string, description: string): ReactNode => (
    <TextInput
      type="date"
      label={label}
      description={description}
      value={form[name]}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog title={`Change “${pack.name}”`} onClose={onClose} size={820}>
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        {text('name', 'Title')}
        <div className="mf-pair">
          {text('issuer', 'Issued by')}
          {day('edition', 'Edition', 'The day that it is called by')}
        </div>
        <div className="mf-pair">
          {day('from', 'Counts from', 'Empty: it is only proposed')}
          {day('until', 'Counts no more from', 'Empty: no end is known')}
          {day('checkedOn', 'Checked on', 'Held against its sources')}
        </div>
        <div className="mf-pair">
          <NativeSelect
            label="Nature"
            value={form.nature}
            data={choices(PACK_NATURES, NATURE_LABELS)}
            onChange={(event) => put({ nature: event.currentTarget.value as Form['nature'] })}
          />
          <NativeSelect
            label="How strong"
            value={form.force}
            data={choices(FORCES, FORCE_CHOICES)}
            onChange={(event) => put({ force: event.currentTarget.value as Form['force'] })}
          />
          <NativeSelect
            label="Status"
            value={form.status}
            data={choices(PACK_STATUSES, STATUS_LABELS)}
            onChange={(event) => put({ status: event.currentTarget.value as Form['status'] })}
          />
        </div>
        <Textarea
          label="Applies to"
          autosize
          minRows={1}
          maxRows={4}
          value={form.who}
          onChange={(event) => put({ who: event.currentTarget.value })}
        />
        <ConditionField
          label="Where it applies"
          value={form.condition}
          put={(condition) => put({ condition })}
          pack={pack}
        />
        <SourcesFields sources={form.sources} put={(sources) => put({ sources: [...sources] })} />
        <Textarea
          label="What it is not"
          autosize
          minRows={1}
          maxRows={4}
          value={form.disclaimer}
          onChange={(event) => put({ disclaimer: event.currentTarget.value })}
        />
        {notes}
        <DialogEnding failure={failure} pending={pending} label="Keep it" onClose={onClose} />
      </form>
    </Dialog>
  );
}
