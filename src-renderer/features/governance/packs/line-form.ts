import type { AppliesFrom, Cadence, Condition, EvidenceRule } from '#domain/governance/rule-pack';
import type { DutyLine, FieldLine, Pack } from './pack-page-words';
import { readOptional, readTyped, writtenAs } from './typed-parts';

/** A line of a text as it is typed; what a line has besides stays as it was. */
export interface LineForm {
  readonly id: string;
  readonly label: string;
  readonly ref: string;
  readonly group: string;
  readonly force: string;
  readonly per: 'model' | 'organisation';
  readonly confidence: FieldLine['confidence'];
  readonly verify: string;
  readonly help: string;
  readonly appliesWhen: string;
  readonly appliesFrom: string;
  readonly ask: string;
  readonly kind: FieldLine['kind'];
  readonly from: string;
  readonly who: string;
  readonly cadence: string;
  readonly evidence: string;
}

const EMPTY_DUTY = {
  cadence: { kind: 'standing' },
  evidence: [{ rule: 'evidence_valid', kind: 'validation' }],
} as const;

export function formOf(line: FieldLine | DutyLine | undefined, duty: boolean): LineForm {
  const field = line !== undefined && 'ask' in line ? line : undefined;
  const owed = line !== undefined && 'cadence' in line ? line : undefined;
  return {
    id: line?.id ?? '',
    label: line?.label ?? '',
    ref: line?.ref ?? '',
    group: line?.group ?? '',
    force: line?.force ?? '',
    per: line?.per ?? 'model',
    confidence: line?.confidence ?? 'primary',
    verify: line?.verify ?? '',
    help: line?.help ?? '',
    appliesWhen: writtenAs(line?.appliesWhen),
    appliesFrom: writtenAs(line?.appliesFrom),
    ask: field?.ask ?? '',
    kind: field?.kind ?? 'text',
    from: field?.from.join('\n') ?? '',
    who: owed?.who ?? '',
    cadence: duty ? writtenAs(owed?.cadence ?? EMPTY_DUTY.cadence) : '',
    evidence: duty ? writtenAs(owed?.evidence ?? EMPTY_DUTY.evidence) : '',
  };
}

/** Without what is empty: a file has no empty parts. */
function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined && own !== '')) as T; // only optional parts may be empty
}

/** The line that was typed; a sentence where something is none. */
export function lineOf(
  form: LineForm,
  duty: boolean,
  before: FieldLine | DutyLine | undefined,
): FieldLine | DutyLine | string {
  if (form.label.trim().length < 2) return 'Say what it asks for.';
  if (form.id.trim() === '') return 'Give it a name in the text, such as 4.2.';
  const when = readOptional<Condition>('Where it is asked for', form.appliesWhen);
  if (typeof when === 'string') return when;
  const since = readOptional<AppliesFrom>('From when', form.appliesFrom);
  if (typeof since === 'string') return since;
  const shared = {
    ...before,
    id: form.id.trim(),
    label: form.label.trim(),
    ref: form.ref.trim(),
    group: form.group.trim(),
    force: (form.force === '' ? undefined : form.force) as FieldLine['force'],
    per: form.per === 'organisation' ? form.per : before?.per === undefined ? undefined : form.per,
    confidence: form.confidence,
    verify: form.verify.trim(),
    help: form.help.trim(),
    appliesWhen: when.value,
    appliesFrom: since.value,
  };
  if (!duty) {
    const from = form.from.split('\n').flatMap((place) => (place.trim() === '' ? [] : [place.trim()]));
    if (from.length === 0) return 'Say where the answer stands, such as field:purpose.';
    return { ...withoutEmpty(shared), ref: shared.ref, ask: form.ask.trim(), kind: form.kind, from };
  }
  const cadence = readTyped<Cadence>('When', form.cadence);
  if (typeof cadence === 'string') return cadence;
  const evidence = readTyped<EvidenceRule[]>('What shows it', form.evidence);
  if (typeof evidence === 'string') return evidence;
  return {
    ...withoutEmpty(shared),
    ref: shared.ref,
    who: form.who.trim(),
    cadence: cadence.value,
    evidence: evidence.value,
  };
}

const isDuty = (line: FieldLine | DutyLine): line is DutyLine => 'cadence' in line;

/** The pack with a line put in its place, or at the end. */
export function withLine(pack: Pack, line: FieldLine | DutyLine, was: string | undefined): Pack {
  const put = <L extends FieldLine | DutyLine>(lines: readonly L[], own: L): readonly L[] =>
    was === undefined ? [...lines, own] : lines.map((one) => (one.id === was ? own : one));
  return isDuty(line) ? { ...pack, duties: put(pack.duties, line) } : { ...pack, fields: put(pack.fields, line) };
}
