import type { TestServer } from './postgres';
import type { Told } from './signed';

type Row = Readonly<Record<string, unknown>>;

/** What is told, with the stage of each model where its moves lead to another one by it, as a program that moves models writes it. */
export async function withStages(server: TestServer, schema: string, told: readonly Told[]): Promise<readonly Told[]> {
  const moves = new Map<string, Row>();
  const there = (await server.sql(
    `select id, image from ${schema}.facts where entity = 'moves' and until is null
     union all select b.id, b.image from ${schema}.brought b join ${schema}.journal j on j.part = b.part where b.entity = 'moves'`,
  )) as readonly { id: string; image: Row }[]; // columns as asked
  for (const { id, image } of there) moves.set(id, image);
  const lastOf = (model: string): string =>
    String(
      [...moves.values()]
        .filter(({ model_id }) => model_id === model)
        .toSorted((a, b) => Number(a.ord) - Number(b.ord))
        .at(-1)?.to_stage ?? 'proposed',
    );
  const concerned = new Set<string>();
  const note = (row: Row | null | undefined): void => {
    if (typeof row?.model_id === 'string') concerned.add(row.model_id);
  };
  const moved = told.filter(({ entity }) => entity === 'moves');
  for (const { id, before, after } of moved) for (const row of [moves.get(id), before, after]) note(row);
  const was = new Map([...concerned].map((model) => [model, lastOf(model)]));
  for (const { id, after } of moved)
    if (after) moves.set(id, { ...moves.get(id), ...after });
    else moves.delete(id);

  const gone = new Set(told.flatMap(({ entity, id, after }) => (entity === 'models' && !after ? [id] : [])));
  return [
    ...told.map(
      (one): Told =>
        one.entity === 'models' && !one.before && one.after
          ? { ...one, after: { ...one.after, stage: lastOf(one.id) } }
          : one,
    ),
    ...[...concerned]
      .filter((id) => !gone.has(id) && !isNew(told, id) && was.get(id) !== lastOf(id))
      .map((id): Told => ({ entity: 'models', id, before: { stage: was.get(id) }, after: { stage: lastOf(id) } })),
  ];
}

const isNew = (told: readonly Told[], id: string): boolean =>
  told.some((one) => one.entity === 'models' && one.id === id && !one.before);
