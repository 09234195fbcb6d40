import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { counted, verb } from '#domain/base/wording';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import { isModelFact, MODEL_FACTS } from '#domain/governance/vocabulary';

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

const PARTS = { on: 'day', by: 'by whom', outcome: 'outcome', until: 'end' } as const;

/** What a column tells beside the fields of a model: `validation: day`; '' = nothing. */
export function toldBeside({ duties, evidence = [] }: Pick<Mapping, 'duties' | 'evidence'>, column: string): string {
  const answers = (duties?.columns ?? []).flatMap((one) => {
    if (one.column !== column) return [];
    const name = one.place.slice(one.place.indexOf(':') + 1);
    return isModelFact(name) ? MODEL_FACTS[name].label.toLowerCase() : 'an answer to a question';
  });
  const parts = evidence.flatMap((one) =>
    (['on', 'by', 'outcome', 'until'] as const).flatMap((part) =>
      one[part] === column ? `${kindWords(one.kind)}: ${PARTS[part]}` : [],
    ),
  );
  return [...answers, ...parts].join(', ');
}

export const kindWords = (kind: string): string =>
  EVIDENCE_KINDS.find((one) => one.kind === kind)?.label.toLowerCase() ?? kind;
