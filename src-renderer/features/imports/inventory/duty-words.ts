import type { InventoryPreview } from '#contract/imports/imports';
import { counted, verb } from '#domain/base/wording';

/** What a file says to a text of duties, beside the fields of its models; `name`: of the text. */
export function dutyWords(duties: NonNullable<InventoryPreview['duties']>, columns: number, name: string): string {
  const { answers, changes, kept } = duties;
  const of = `${counted(columns, 'column')} ${verb(columns, 'answers', 'answer')} “${name}”: ${counted(answers, 'answer')}`;
  const what =
    changes === answers
      ? 'each noted with the day of the import'
      : changes === 0
        ? 'none of them is new'
        : `${counted(changes, 'new or changed one', 'new or changed ones')}, noted with the day of the import`;
  const stays = kept > 0 ? ` ${counted(kept, 'answer')} that people gave here ${verb(kept, 'stays', 'stay')}.` : '';
  return `${of}, ${what}.${stays}`;
}

/** The evidence that a file tells of. `kinds`: in words, as columns tell of them. */
export function evidenceWords({ rows, fresh }: NonNullable<InventoryPreview['evidence']>, kinds: string): string {
  const what =
    fresh === rows ? 'each noted with its own day' : fresh === 0 ? 'held already' : `${fresh} of them not held yet`;
  return `The file tells of ${counted(rows, 'piece')} of evidence (${kinds}): ${what}. It counts for gates and reviews like evidence noted here.`;
}
