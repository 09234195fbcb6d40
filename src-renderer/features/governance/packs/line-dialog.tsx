import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { heldWords } from '#domain/governance/pack-words';
import { CONFIDENCES, FIELD_KINDS, FORCES } from '#domain/governance/rule-pack';
import { Dialog } from '../../../components/ui/dialog';
import { DialogEnding } from '../../../components/ui/dialog-ending';
import { ConditionField } from './condition-field';
import { CadenceField, ShownByField, SinceField } from './duty-fields';
import { formOf, type LineForm, lineOf, withLine } from './line-form';
import { CONFIDENCE_LABELS, type DutyLine, type FieldLine, FORCE_CHOICES, type Pack } from './pack-page-words';
import { usePackForm } from './save-pack';
import '../../../components/governance/governance-parts.css';

interface LineDialogProps {
  readonly pack: Pack;
  readonly duty: boolean;
  /** One that is changed; left out: a new one. */
  readonly line?: FieldLine | DutyLine;
  readonly onClose: () => void;
}

/** One line of an own text: its words, how strong it is, for whom and from when, and what shows it. */
export function LineDialog({ pack, duty, line, onClose }: LineDialogProps): ReactNode {
  const [form, setForm] = useState<LineForm>(() => formOf(line, duty));
  const typed = lineOf(form, duty, line);
  const given = typeof typed === 'string' ? typed : withLine(pack, typed, line?.id);
  const { failure, pending, submit, notes, touch } = usePackForm(pack, given, onClose);
  const put = (part: Partial<LineForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    touch();
  };
  const text = (name: 'id' | 'label' | 'ref' | 'group' | 'who', label: string): ReactNode => (
    <TextInput label={label} value={form[name]} onChange={(event) => put({ [name]: event.currentTarget.value })} />
  );
  const area = (name: 'ask' | 'verify' | 'help' | 'from', label: string, description: string): ReactNode => (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={1}
      maxRows={6}
      value={form[name]}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
    />
  );
  const what = duty ? 'duty' : 'field';
  return (
    <Dialog title={line === undefined ? `Add a ${what}` : `Change “${line.label}”`} onClose={onClose} size={760}>
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        {text('label', 'What it asks for')}
        <div className="mf-pair">
          {text('id', 'Its name in the text')}
          {text('ref', 'Where it stands')}
          {text('group', 'Group')}
        </div>
        {duty ? text('who', 'Who does it') : area('ask', 'What the answer says', 'In your own words')}
        <div className="mf-pair">
          <NativeSelect
            label="How strong"
            value={form.force}
            data={[
              { value: '', label: `As the text: ${pack.force}` },
              ...FORCES.map((value) => ({ value, label: FORCE_CHOICES[value] })),
            ]}
            onChange={(event) => put({ force: event.currentTarget.value })}
          />
          <NativeSelect
            label="How well it is known"
            value={form.confidence}
            data={CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_LABELS[value] }))}
            onChange={(event) => put({ confidence: event.currentTarget.value as LineForm['confidence'] })}
          />
          <NativeSelect
            label="Asked of"
            value={form.per}
            data={[
              { value: 'model', label: 'Each model' },
              { value: 'organisation', label: 'The organisation, once' },
            ]}
            onChange={(event) => put({ per: event.currentTarget.value as LineForm['per'] })}
          />
        </div>
        {duty ? (
          <>
            <CadenceField value={form.cadence} put={(cadence) => put({ cadence })} />
            <ShownByField value={form.evidence} put={(evidence) => put({ evidence })} />
          </>
        ) : (
          <>
            <NativeSelect
              label="Kind of answer"
              value={form.kind}
              data={FIELD_KINDS.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
              onChange={(event) => put({ kind: event.currentTarget.value as LineForm['kind'] })}
            />
            {area('from', 'Where the answer stands', heldIn(form.from))}
          </>
        )}
        <ConditionField
          label="Where it is asked for"
          optional
          value={form.appliesWhen}
          put={(appliesWhen) => put({ appliesWhen })}
          pack={pack}
        />
        <SinceField value={form.appliesFrom} put={(appliesFrom) => put({ appliesFrom })} pack={pack} />
        {area('verify', 'To verify in the official text', 'Empty: nothing')}
        {area('help', 'Help', 'Shown beside it')}
        {notes}
        <DialogEnding failure={failure} pending={pending} label="Keep it" onClose={onClose} />
      </form>
    </Dialog>
  );
}

const heldIn = (from: string): string => {
  const places = from.split('\n').filter((place) => place.trim() !== '');
  return places.length === 0
    ? 'One a line, such as field:purpose or evidence:validation'
    : places.map((place) => heldWords(place.trim())).join(' or ');
};
