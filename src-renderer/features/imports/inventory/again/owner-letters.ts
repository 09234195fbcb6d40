import type { InventoryPreview } from '#contract/imports/imports';
import { counted } from '#domain/base/wording';
import { formatDate } from '../../../../lib/format';
import { mailDraft } from '../../../../lib/mail-draft';

export type MissingModel = InventoryPreview['missingModels'][number];

/** What one person is asked: all models of theirs that the file does not have. */
export interface OwnerQuestion {
  /** '' where no owner is known. */
  readonly owner: string;
  readonly models: readonly MissingModel[];
  /** When each of them was asked about last, the earliest; `null`: not all of them were. */
  readonly asked: string | null;
}

export interface Letter {
  /** A mail address where the owner's text holds one; else ''. */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** The file that is brought in, and the source that it belongs to. */
export interface AskedFile {
  readonly fileName: string;
  readonly source: string;
}

/** By owner, those with the most models first; models without an owner stand last. */
export function ownerQuestions(models: readonly MissingModel[]): readonly OwnerQuestion[] {
  const byOwner = new Map<string, MissingModel[]>();
  for (const model of models) {
    if (model.offered) continue;
    const of = byOwner.get(model.owner);
    if (of) of.push(model);
    else byOwner.set(model.owner, [model]);
  }
  return [...byOwner]
    .map(([owner, of]): OwnerQuestion => {
      const days = of.map(({ asked }) => asked);
      const [first = null] = days.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''));
      return { owner, models: of, asked: first };
    })
    .sort((a, b) => Number(a.owner === '') - Number(b.owner === '') || b.models.length - a.models.length);
}

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

const lineOf = ({ name, unit, since }: MissingModel): string => {
  const known = since ? `, here since ${since.fileName} of ${formatDate(since.at)}` : '';
  return `- ${name}${unit === '' ? '' : ` (${unit})`}${known}`;
};

/** @param most lines of models that it may have at most; the others are counted */
export function letterOf(
  { owner, models }: OwnerQuestion,
  { fileName, source }: AskedFile,
  most = models.length,
): Letter {
  const them = models.length === 1 ? 'this model' : `these ${models.length} models`;
  const left = models.length - most;
  const lines = [
    ...models.slice(0, most).map(lineOf),
    ...(left > 0 ? [`- and ${counted(left, 'more model')}, which I list separately`] : []),
  ];
  const body = [
    `Hello ${
      owner
        .replace(ADDRESS, '')
        .replace(/[<>()]/g, '')
        .trim() || owner
    },`,
    '',
    `${fileName} (${source}) does not have ${them} of yours any more:`,
    '',
    ...lines,
    '',
    models.length === 1
      ? 'Is it still in use, does it go by another name now, or was it retired, and since when?'
      : 'For each: is it still in use, does it go by another name now, or was it retired, and since when?',
    'Until you answer, nothing is changed.',
  ].join('\n');
  return { to: ADDRESS.exec(owner)?.[0] ?? '', subject: `${counted(models.length, 'model')} not in ${fileName}`, body };
}

/** The address that opens a draft: as many models as fit, the others counted. */
export function mailAddress(
  question: OwnerQuestion,
  file: AskedFile,
): { readonly url: string; readonly whole: boolean } {
  const { to, subject } = letterOf(question, file);
  return mailDraft({
    to,
    subject,
    bodyWith: (most) => letterOf(question, file, Math.max(1, most)).body,
    rows: question.models.length,
  });
}
