import type { Input, Output } from '#contract/index';
import { sayDay } from '#domain/base/calendar';
import type { PackLine, RulePack } from '#domain/governance/rule-pack';
import { type Column, cellOf, missingSince } from '#domain/governance/side-by-side';
import { verifyWords } from '#domain/governance/verify-words';
import {
  choicesOfPlace,
  howToFill,
  placesOfColumn,
  type QuestionOf,
  takesSeveral,
} from '#domain/governance/worklist/places';
import type { WorkListRow } from '../../exporters/workbook/work-list-columns';
import { workListColumns } from '../../exporters/workbook/work-list-columns';
import { chunks } from '../../store/chunks';
import { listModelIdsByTier } from '../../store/governance/governed';
import { listModelsById } from '../../store/models/models';
import type { QueryContext } from '../context';
import { exportList } from '../export-list';
import { type Packs, verifiedLine } from './packs';
import { lookAtSides, type Side } from './side-by-side';

const PAGE = 1_000;
/** Everything that a sheet holds; more is a matter of a filter. */
const ORGANISATION = 'The organisation';

/** What is missing of each model on a day, as a table whose last columns its owners fill in. */
export async function writeWorklist(
  { out, format, locale = 'en-GB', jobId, ...asked }: Input<'governance.worklistFile'>,
  context: QueryContext,
): Promise<Output<'governance.worklistFile'>> {
  const side = await lookAtSides(asked, context);
  const gaps = gapsOf(side);
  return exportList({ out, format, locale, jobId, columns: NAMES }, context, {
    name: `Missing on ${side.day}`,
    total: gaps.total,
    rows: rowsOf(side, gaps, context),
    columnsOf: (write) => Object.fromEntries(workListColumns(write).map((column, at) => [NAMES[at] ?? '', column])),
  });
}

/** Columns are told apart by their place alone. */
const NAMES = workListColumns({} as Parameters<typeof workListColumns>[0]).map(({ head }) => head); // no cell is written here

type Part = Omit<WorkListRow, 'modelId' | 'model' | 'unit' | 'tier' | 'owner'>;

interface Gaps {
  /** Of each sort what it misses. */
  readonly ofSort: readonly (readonly Part[])[];
  readonly ofOrganisation: readonly Part[];
  readonly total: number;
}

function gapsOf({ columns, letters, sorts, texts, packs }: Side): Gaps {
  const questionOf: QuestionOf = (pack, question) =>
    texts.find((text) => text.pack.id === pack)?.pack.questions?.find(({ id }) => id === question);
  const known = new Map<string, readonly Part[]>();
  const partsOf = (column: Column, sort: number): readonly Part[] => {
    const since = missingSince(column, sort);
    const key = `${since} ${column.key}`;
    const found = known.get(key) ?? toParts(column, since, questionOf, packs);
    known.set(key, found);
    return found;
  };
  const ofSort = letters.map((own, sort) =>
    columns.flatMap((column, place) => (own.charAt(place) === 'M' ? partsOf(column, sort) : [])).toSorted(bySince),
  );
  const ofOrganisation = columns.flatMap((column) =>
    column.per === 'organisation' && cellOf(column, 0) === 'M' ? partsOf(column, 0) : [],
  );
  const total = ofSort.reduce(
    (sum, parts, sort) => sum + parts.length * (sorts.counts[sort] ?? 0),
    ofOrganisation.length,
  );
  return { ofSort, ofOrganisation, total };
}

const bySince = (a: Part, b: Part): number =>
  (a.since ?? '9999') < (b.since ?? '9999') ? -1 : a.since === b.since ? 0 : 1;

function toParts(column: Column, since: string | null, questionOf: QuestionOf, packs: Packs): readonly Part[] {
  const { asked } = column;
  const one = (words: readonly string[]): string => [...new Set(words)].filter((word) => word !== '').join('; ');
  return placesOfColumn(column).map(({ place, covers }) => ({
    place,
    covers,
    since,
    label: asked[0]?.line.label ?? '',
    texts: one(asked.map(({ pack }) => pack.name)),
    refs: one(asked.map(({ line }) => line.ref)),
    verify: one(asked.map(({ pack, line }) => verifyOf(pack, line, packs))),
    how: howToFill({ place, covers }, questionOf),
    // Several answers in one cell are no choice of a list.
    choices: takesSeveral(place, questionOf) ? [] : choicesOfPlace(place, questionOf),
  }));
}

/** What is to be verified, with who has read it. */
function verifyOf(pack: RulePack, line: PackLine, packs: Packs): string {
  const verified = verifiedLine(pack, line, packs);
  if (verified.state === 'none' || verified.state === 'open') return line.verify ?? '';
  return `${line.verify} (${verifyWords(verified, sayDay)})`;
}

/** The organisation first, then tier 1 by name and the rest. */
async function* rowsOf(
  { sorts }: Side,
  { ofSort, ofOrganisation }: Gaps,
  { read }: QueryContext,
): AsyncGenerator<WorkListRow> {
  for (const part of ofOrganisation)
    yield { ...part, modelId: '', model: ORGANISATION, unit: '', tier: null, owner: '' };
  const sortOf = new Map(sorts.ids.map((id, at) => [id, sorts.sorts[at] ?? -1]));
  const wanted = [...listModelIdsByTier(read)].filter((id) => (ofSort[sortOf.get(id) ?? -1]?.length ?? 0) > 0);
  for (const page of chunks(wanted, PAGE)) {
    const models = new Map((await listModelsById(read, page)).map((row) => [row.id, row]));
    for (const id of page) {
      const row = models.get(id);
      if (row === undefined) continue;
      const head = {
        modelId: id,
        model: row.name,
        unit: row.unit,
        tier: row.tier,
        owner: row.business_owner || row.technical_owner || '',
      };
      for (const part of ofSort[sortOf.get(id) ?? -1] ?? []) yield { ...head, ...part };
    }
  }
}
