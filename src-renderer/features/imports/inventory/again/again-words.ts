import type { InventoryPreview } from '#contract/imports/imports';
import { DAY_MS } from '#domain/base/calendar';
import type { ChangeGroup } from '#domain/models/history/change-group';
import { targetLabel } from '#domain/models/import-targets';
import { STAGE_LABELS } from '#domain/vocabulary';
import { formatCount, formatDays, formatNumber } from '../../../../lib/format';
import { storedText } from '../../stored-text';
import { type Change, type Row, stageNow } from './again-rows';

/** A change as it is read: what stood, what comes. */
export interface BeforeAfter {
  readonly before: string;
  readonly after: string;
}

/** Longer values are told by their field; what changed in them is seen when the row is opened. */
const SHORT = 48;

/** What the preview found, as a sentence. */
export function againHeadline(preview: InventoryPreview, contradicted: number): string {
  const parts = [
    preview.creates > 0 ? `${formatNumber(preview.creates)} new` : '',
    preview.updates > 0 ? `${formatNumber(preview.updates)} changed` : '',
    contradicted > 0
      ? `${formatNumber(contradicted)} ${contradicted === 1 ? 'contradicts' : 'contradict'} what you have`
      : '',
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(', ');
  if (preview.waiting > 0) return `${formatCount(preview.waiting, 'row')} may be models that you have`;
  const rows = preview.unchanged === 1 ? '1 row is' : `${formatNumber(preview.unchanged)} rows are`;
  return `Nothing to bring in: ${rows} as you have ${preview.unchanged === 1 ? 'it' : 'them'}`;
}

/** The two numbers of what will be stored; what waits is in neither. */
export function addLabel({ creates, updates }: Pick<InventoryPreview, 'creates' | 'updates'>): string {
  if (creates === 0 && updates === 0) return 'Nothing to import';
  if (updates === 0) return `Add ${formatNumber(creates)}`;
  if (creates === 0) return `Change ${formatNumber(updates)}`;
  return `Add ${formatNumber(creates)}, change ${formatNumber(updates)}`;
}

export const GROUP_WORDS: Readonly<Record<ChangeGroup, { readonly title: string; readonly hint: string }>> = {
  contradicted: {
    title: 'Contradicted',
    hint: '○ yours, ◇ the file; each waits for an answer, and yours stays until then',
  },
  moved: { title: 'Moved on', hint: '◆ is added to the history, ● stays; nothing is replaced' },
  retired: { title: 'Retired', hint: 'as the file says; the model stays with its history' },
  dated: { title: 'Day added', hint: 'a stage that is held gets its day or its version, or an earlier stage is told' },
  values: { title: 'Values', hint: 'texts, owners and the like follow the file' },
};

const RULE_WORDS: Readonly<Record<string, string>> = {
  'move.stage': 'Stage',
  'move.date': 'Day',
  'move.version': 'Version',
  'move.order': 'Order of days',
  'move.older_release': 'Older version',
  'move.added': 'Moves that are added',
};

/** Contradictions of one kind, as a heading. */
const KIND_TITLES: Readonly<Record<string, string>> = {
  'move.stage': 'the stage goes back',
  'move.date': 'another day',
  'move.version': 'another version',
  'move.order': 'a day that does not fit',
  'move.older_release': 'an older version',
};

export const kindTitle = (field: string): string => KIND_TITLES[field] ?? targetLabel(field).toLowerCase();

/** What a rule or a decision is about. */
export const ruleWord = (field: string): string => RULE_WORDS[field] ?? targetLabel(field);

const withoutUnknownDay = (text: string): string => text.replace(/, day not known$/, '');

/** A change of a move without what both sides say alike, one of a value by its name. */
export function sayChange(change: Change, currency: string): BeforeAfter {
  const { field, before, after } = change;
  if (!field.startsWith('move.')) {
    const [was, is] = [storedText(field, before, currency), storedText(field, after, currency)];
    return is.length > SHORT || was.length > SHORT
      ? { before: targetLabel(field), after: was === '' ? 'added' : 'another text' }
      : { before: `${targetLabel(field)} ${was || 'not said'}`, after: is };
  }
  const [ours, file] = [withoutUnknownDay(before), withoutUnknownDay(after)];
  const stage = `${file.split(',')[0]}, `;
  return {
    before: ours,
    after: ours.startsWith(stage) && file.startsWith(stage) ? file.slice(stage.length) : file,
  };
}

/** The change that a row is listed for. */
export function leadChange(row: Row, group: ChangeGroup): Change | undefined {
  const { changes } = row;
  const moves = changes.filter(({ field }) => field.startsWith('move.'));
  const told = moves.filter(({ kind }) => kind === '');
  if (group === 'contradicted')
    return changes.find(({ kind }) => kind !== '') ?? changes.find(({ decision }) => decision === 'ask') ?? changes[0];
  if (group === 'retired') return told.find(({ field }) => field === 'move.retired');
  return told.findLast(({ before }) => before === '') ?? told[0] ?? changes[0];
}

/** Before → after of the change that a row is listed for. */
export function leadWords(row: Row, group: ChangeGroup, currency: string): BeforeAfter {
  const lead = leadChange(row, group);
  if (!lead) return { before: '', after: '' };
  const said = sayChange(lead, currency);
  const now = stageNow(row);
  return said.before === '' && now ? { ...said, before: STAGE_LABELS[now] } : said;
}

/** What else there is to know of a row, in a few words. */
export function detailWords(row: Row, group: ChangeGroup): string {
  const lead = leadChange(row, group);
  const parts = [
    lead && group === 'contradicted' ? whyWords(row, lead) : '',
    row.moves.kept + row.moves.added > 0 && group !== 'contradicted' ? movesWords(row) : '',
    lead && lead.kind !== '' ? '' : restWords(row, lead),
  ];
  return parts.filter(Boolean).join('; ');
}

function movesWords({ moves }: Row): string {
  const added = moves.added > 0 ? `${formatNumber(moves.added)} added` : '';
  const kept = moves.kept > 0 ? `${formatCount(moves.kept, 'move')} kept` : '';
  return [kept, added].filter(Boolean).join(', ');
}

/** The further changes by their names, a few of them. */
function restWords(row: Row, lead: Change | undefined): string {
  const names = row.changes
    .filter((change) => change !== lead && !change.field.startsWith('move.'))
    .map(({ field }) => targetLabel(field));
  if (names.length === 0) return '';
  const shown = names.slice(0, 2).join(', ');
  return names.length > 2 ? `${shown} and ${formatCount(names.length - 2, 'more value', 'more values')}` : shown;
}

/** In a few words; the whole sentence is seen when the row is opened. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  stage: 'stage goes back',
  version: 'another version on the same day',
  order: 'the day does not fit between the moves around it',
  older_release: 'an older version than the one that is live',
};

function whyWords(row: Row, { kind, why }: Change): string {
  if (kind === '') return 'edited here since the last import';
  const dayOf = (mark: Row['life'][number]['mark']): string | null =>
    row.life.find((one) => one.mark === mark && one.at !== null)?.at ?? null;
  const [ours, file] = [dayOf('ours'), dayOf('file')];
  if (kind === 'date' && ours && file) {
    const days = Math.round((Date.parse(file) - Date.parse(ours)) / DAY_MS);
    return `${formatDays(Math.abs(days))} ${days < 0 ? 'earlier' : 'later'} than yours`;
  }
  const words = KIND_WORDS[kind] ?? why.replace(/\.$/, '');
  return kind === 'stage' && file === null ? `${words}; the file has no day` : words;
}
