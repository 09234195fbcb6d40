import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import { cadenceWords, evidenceWords, fromWords } from '#domain/governance/pack-words';
import {
  type AppliesFrom,
  type Cadence,
  type EvidenceRule,
  PACK_EVENTS,
  type PackEvent,
  STAGES_BEFORE,
  type StageBefore,
} from '#domain/governance/rule-pack';
import { CodeField } from './code-field';
import type { Pack } from './pack-page-words';
import { readTyped, writtenAs } from './typed-parts';

interface PartProps {
  /** As in the file of the text. */
  readonly value: string;
  readonly put: (value: string) => void;
}

/** From when a line is asked for: a day; what hangs on conditions is written as in the file. */
export function SinceField({ value, put, pack }: PartProps & { readonly pack: Pack }): ReactNode {
  const day = /^"(\d{4}-\d{2}-\d{2})"$/.exec(value.trim())?.[1];
  if (value.trim() !== '' && day === undefined)
    return (
      <CodeField
        label="From when"
        optional
        value={value}
        put={put}
        words={(typed) => fromWords(typed as AppliesFrom, pack)}
      />
    );
  return (
    <TextInput
      type="date"
      label="From when"
      description="Empty: as long as the text counts"
      value={day ?? ''}
      onChange={(event) => put(event.currentTarget.value === '' ? '' : writtenAs(event.currentTarget.value))}
    />
  );
}

const CADENCES: Readonly<Record<Cadence['kind'], string>> = {
  standing: 'At all times',
  before: 'Before a stage',
  every: 'Every so many months',
  event: 'After something happened',
};
const FRESH: Readonly<Record<Cadence['kind'], Cadence>> = {
  standing: { kind: 'standing' },
  before: { kind: 'before', stage: 'deployed' },
  every: { kind: 'every', months: 12, basis: 'source' },
  event: { kind: 'event', event: 'substantial_change' },
};
const named = (values: readonly string[]) => values.map((value) => ({ value, label: value.replaceAll('_', ' ') }));

/** When a duty is due. */
export function CadenceField({ value, put }: PartProps): ReactNode {
  const read = readTyped<Cadence>('When', value);
  const cadence = typeof read === 'string' ? null : read.value;
  const bySelf = cadence !== null && Object.hasOwn(CADENCES, cadence.kind ?? '') && !('monthsByTier' in cadence);
  if (!bySelf)
    return <CodeField label="When" value={value} put={put} words={(typed) => cadenceWords(typed as Cadence)} />;
  const write = (next: Cadence): void => put(writtenAs(next));
  return (
    <div className="mf-pair">
      <NativeSelect
        label="When"
        value={cadence.kind}
        data={Object.entries(CADENCES).map(([kind, label]) => ({ value: kind, label }))}
        onChange={(event) => write(FRESH[event.currentTarget.value as Cadence['kind']])}
      />
      {cadence.kind === 'before' ? (
        <NativeSelect
          label="Which stage"
          value={cadence.stage}
          data={named(STAGES_BEFORE)}
          onChange={(event) => write({ ...cadence, stage: event.currentTarget.value as StageBefore })}
        />
      ) : null}
      {cadence.kind === 'every' ? (
        <TextInput
          label="Months"
          inputMode="numeric"
          value={String(cadence.months ?? '')}
          onChange={(event) => write({ ...cadence, months: Number(event.currentTarget.value.replace(/\D/g, '')) })}
        />
      ) : null}
      {cadence.kind === 'event' ? (
        <NativeSelect
          label="What happened"
          value={cadence.event}
          data={named(PACK_EVENTS)}
          onChange={(event) => write({ ...cadence, event: event.currentTarget.value as PackEvent })}
        />
      ) : null}
    </div>
  );
}

/** What shows a duty: kinds of evidence; other rules are written as in the file. */
export function ShownByField({ value, put }: PartProps): ReactNode {
  const read = readTyped<readonly EvidenceRule[]>('What shows it', value);
  const kinds = typeof read === 'string' ? null : kindsIn(read.value);
  if (kinds === null)
    return (
      <CodeField
        label="What shows it"
        value={value}
        put={put}
        words={(typed) => (typed as readonly EvidenceRule[]).map(evidenceWords).join(' and ')}
      />
    );
  return (
    <MultiSelect
      label="What shows it"
      description="Valid evidence of each of these kinds"
      searchable
      data={EVIDENCE_KINDS.map(({ kind, label }) => ({ value: kind, label }))}
      value={[...kinds]}
      onChange={(next) => put(writtenAs(next.map((kind) => ({ rule: 'evidence_valid', kind }))))}
    />
  );
}

/** `null`: another rule is among them, or one that says more than a kind. */
function kindsIn(rules: unknown): readonly string[] | null {
  if (!Array.isArray(rules)) return null;
  const kinds = (rules as readonly EvidenceRule[]).flatMap((rule) =>
    rule?.rule === 'evidence_valid' && Object.keys(rule).length === 2 ? [rule.kind] : [],
  );
  return kinds.length === rules.length ? kinds : null;
}
