import { sayDay } from '#domain/base/calendar';
import { sayCount } from '#domain/base/wording';
import { mailDraft } from '../../../lib/mail-draft';
import type { WeekGroup, WeekRow } from './week-rows';

export interface Brief {
  /** Of the portfolio. */
  readonly name: string;
  /** ISO. */
  readonly at: string;
  readonly headline: string;
  readonly subline: string;
  /** What rule and money say of the level; `null`: no plan says it. */
  readonly decision: string | null;
  /** As the page shows them. */
  readonly groups: readonly WeekGroup[];
}

function lineOf({ name, tier, what, owner, since, doubtful, incidents, fresh }: WeekRow): string {
  const of = [tier === null ? 'no tier' : `tier ${sayCount(tier)}`, owner === '' ? 'nobody owns it' : owner];
  const more = [
    what,
    since === null || doubtful ? '' : sayDay(since),
    incidents.length === 0 ? '' : `incident ${incidents.map(({ number }) => sayCount(number)).join(', ')}`,
    fresh ? 'new' : '',
  ].filter((part) => part !== '');
  return `- ${name} (${of.join(', ')}): ${more.join('; ')}`;
}

/**
 * Which rows are named where not all can be: each group its first in turn, those of models that no row has named yet before others,
 * so that no group is only counted while a model is named twice.
 */
function namedRows(groups: Brief['groups'], most: number): ReadonlySet<WeekRow> {
  const named = new Set<WeekRow>();
  const models = new Set<string>();
  const isNew = ({ modelId }: WeekRow): boolean => modelId === null || !models.has(modelId);
  for (const fits of [isNew, () => true]) {
    for (let more = true; more; ) {
      more = false;
      for (const { rows } of groups) {
        const row = rows.find((one) => !named.has(one) && fits(one));
        if (row === undefined || named.size >= most) continue;
        named.add(row);
        if (row.modelId !== null) models.add(row.modelId);
        more = true;
      }
    }
  }
  return named;
}

/** @param most rows that it names at most; the others are counted, group by group */
export function briefText({ name, at, headline, subline, decision, groups }: Brief, most: number): string {
  const named = namedRows(groups, most);
  const parts = groups.flatMap(({ title, total, rows }) => {
    const shown = rows.filter((row) => named.has(row));
    const rest = Math.max(total, rows.length) - shown.length;
    return ['', title, ...shown.map(lineOf), ...(rest > 0 ? [`- and ${sayCount(rest)} more`] : [])];
  });
  return [
    `${name}, ${sayDay(at)}`,
    '',
    `${headline}.`,
    subline,
    ...(decision === null ? [] : ['', decision]),
    ...parts,
  ].join('\n');
}

/** The address that opens the brief as a mail; `whole`: with every row of the page. */
export function briefMail(brief: Brief): { readonly url: string; readonly whole: boolean } {
  const rows = brief.groups.reduce((sum, group) => sum + group.rows.length, 0);
  return mailDraft({
    to: '',
    subject: `${brief.name}: ${brief.headline}`,
    bodyWith: (most) => briefText(brief, most),
    rows,
  });
}
