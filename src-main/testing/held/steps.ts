import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addDays } from '#domain/base/calendar';
import type { TestBackend } from '../test-backend';

export const resultsOf = (modelId: string, day: string, value: number) =>
  Array.from({ length: 6 }, (_, at) => ({
    ...{
      modelId,
      column: 'age',
      metric: 'psi',
      method: 'PSI',
      base: 'e' as const,
      binning: 'deciles of the reference',
    },
    ...{ source: { tool: 'Modelfolio' }, at: `${addDays(day, at - 5)}T00:00:00.000Z`, value: value + at / 50 },
    ...{ nRef: 10_000, nCur: 900, nBins: 10 },
  }));

export const KINDS = [
  'add',
  'incident',
  'results',
  'rename',
  'edit',
  'govern',
  'move',
  'import',
  'bands',
  'remove',
  'undo',
  'redo',
  'pass',
] as const;

export interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly second: boolean;
  readonly n: number;
  readonly text: string;
}

export const STEP = fc.record({
  kind: fc.constantFrom<Step['kind'][]>(...KINDS),
  second: fc.boolean(),
  n: fc.nat(30),
  text: fc.constantFrom('a', 'B', 'b', 'Ä', 'ä', 'Zoë', '𝒳', 'a b', 'É', '_'),
});

export const step = (kind: Step['kind'], n: number): Step => ({ kind, second: n % 3 === 0, n, text: 'b' });

type Act = (on: TestBackend, step: Step, day: string) => Promise<string>;

const idsOf = async ({ call }: TestBackend): Promise<readonly string[]> => (await call('models.grid', {})).ids;
const pick = async (on: TestBackend, n: number): Promise<string | undefined> => {
  const ids = await idsOf(on);
  return ids[n % Math.max(1, ids.length)];
};
/** What the rules refuse changes nothing, which is as good an example. */
const tried = async (work: Promise<unknown>, day: string): Promise<string> => {
  await work.then(
    () => {
      accepted += 1;
    },
    () => undefined,
  );
  return day;
};
let accepted = 0;
export const acceptedSteps = (): number => accepted;

export const STEPS = {
  add: (on, { n, text }, day) =>
    tried(
      on.call('models.create', {
        name: `${text} ${n}`,
        unit: `Unit ${n % 3}`,
        tier: n % 4 === 0 ? null : (((n % 3) + 1) as 1 | 2 | 3),
        stage: (['deployed', 'validation', 'monitored', 'retired'] as const)[n % 4],
        since: addDays(day, -20 * n),
        externalReferences:
          n % 2 ? [{ system: 'ID', id: n % 3 ? `M-${n}` : '', url: n % 5 ? '' : 'https://a.example' }] : [],
      }),
      day,
    ),
  rename: async (on, { n, text }, day) => {
    const id = await pick(on, n);
    return id === undefined
      ? day
      : tried(on.call('models.update', { id, patch: { name: `${text}${n}`, tags: [text] } }), day);
  },
  edit: async (on, { n }, day) => {
    const id = await pick(on, n);
    const patch = { updateFrequency: 'monthly' as const, annualValueMinor: n * 1e9, nextReview: addDays(day, n - 15) };
    return id === undefined ? day : tried(on.call('models.update', { id, patch }), day);
  },
  govern: async (on, { n, text }, day) => {
    const id = await pick(on, n);
    if (id === undefined) return day;
    const said = (['', ' ', 'unknown', text, 'Ada'] as const)[n % 5] ?? '';
    if (n % 3 === 0) return tried(on.call('models.approve', { id, approvedBy: said || 'Ada', at: day }), day);
    if (n % 3 === 1)
      return tried(
        on.call('evidence.add', { ids: [id], kind: 'validation', on: day, by: text, outcome: 'passed' }),
        day,
      );
    const patch = { vendor: said, developer: said, purpose: said, limitations: said, reviewer: text };
    return tried(on.call('models.update', { id, patch }), day);
  },
  move: async (on, { n }, day) => {
    const id = await pick(on, n);
    const to = (['deployed', 'monitored', 'retired', 'validation'] as const)[n % 4] ?? 'deployed';
    return id === undefined ? day : tried(on.call('models.move', { id, to, at: day, reason: 'so' }), day);
  },
  remove: async (on, { n }, day) => {
    const id = await pick(on, n);
    return id === undefined ? day : tried(on.call('models.remove', { ids: [id] }), day);
  },
  undo: (on, _step, day) => tried(on.call('history.undo', {}), day),
  redo: (on, _step, day) => tried(on.call('history.redo', {}), day),
  import: (on, { n, text }, day) => {
    const path = join(on.folder, `${n}.csv`);
    const rows = Array.from({ length: n % 2 ? 3 : 150 }, (_, row) => `${text} ${row},Unit ${row % 5},deployed`);
    writeFileSync(path, `name,unit,stage\n${rows.join('\n')}\n`);
    return tried(on.call('imports.apply', { file: path }), day);
  },
  results: async (on, { n }, day) => {
    const modelId = await pick(on, n);
    if (modelId === undefined) return day;
    return tried(on.call('drift.record', { results: resultsOf(modelId, day, n / 40) }), day);
  },
  bands: (on, { n }, day) =>
    tried(on.call('drift.setBand', { metric: 'psi', bands: { watch: 0.05 + n / 100, act: 0.1 + n / 100 } }), day),
  incident: async (on, { n }, day) => {
    const modelId = await pick(on, n);
    const { rows } = await on.call('incidents.list', {});
    const known = rows[n % Math.max(1, rows.length)];
    // Given to another model: the one that had it has one less.
    if (known && n % 2 && modelId !== undefined)
      return tried(on.call('incidents.update', { id: known.id, patch: { modelId } }), day);
    return tried(
      on.call('incidents.create', {
        title: 'Late',
        severity: 2,
        ...(modelId !== undefined && { modelId }),
        openedAt: `${day}T09:00:00Z`,
      }),
      day,
    );
  },
  pass: async (on, { n }, day) => {
    const next = addDays(day, n);
    on.at(`${next}T10:00:00.000Z`);
    await on.call('workspace.open', { file: on.file });
    return next;
  },
} satisfies Readonly<Record<Step['kind'], Act>>;
