import type { Output } from '#contract/index';
import { sayDay } from '#domain/base/calendar';
import { outsideKey } from '#domain/governance/falls-with';
import { DomainError } from '../../failure/domain-error';
import { listDependencies, type NamedDependency } from '../../store/governance/rows';
import { getModel } from '../../store/models/models';
import type { SubjectHandlers } from '../subject';
import { releaseUnder } from './dependency-release';
import { readFalls, readGraph } from './falls';

type Dependency = Output<'dependencies.add'>;

const toDependency = (row: NamedDependency): Dependency => ({
  id: row.id,
  modelId: row.model_id,
  modelName: row.model_name,
  dependsOn: row.depends_on,
  dependsOnName: row.depends_on_name ?? '',
  outside: row.outside,
  relation: row.relation as Dependency['relation'],
  critical: row.critical === 1,
  from: row.from_day,
  until: row.until_day,
  by: row.by_whom,
  note: row.note,
});

const invalid = (why: string): never => {
  throw new DomainError('invalid_input', why);
};

function orderedDays(from: string, until: string | null): void {
  if (until !== null && until < from) invalid(`It would end on ${sayDay(until)}, before it began on ${sayDay(from)}.`);
}

/** Each part of the path is a name: `Provider / model / version`. */
function namedParts(outside: string): void {
  if (outside !== '' && outsideKey(outside).split(' / ').includes(''))
    invalid(
      `In “${outside}” a part between the strokes is empty. Write Provider / model / version, as far as it is known.`,
    );
}

type Target = Pick<NamedDependency, 'model_id' | 'depends_on' | 'outside' | 'relation' | 'from_day' | 'until_day'>;

/** The same is not noted twice for a day. */
function notTwice(row: Target, others: readonly NamedDependency[]): void {
  const same = others.find(
    (other) =>
      other.model_id === row.model_id &&
      other.depends_on === row.depends_on &&
      outsideKey(other.outside) === outsideKey(row.outside) &&
      other.relation === row.relation &&
      other.from_day <= (row.until_day ?? '9999') &&
      row.from_day <= (other.until_day ?? '9999'),
  );
  if (same)
    invalid(
      `“${same.model_name}” has this noted already, since ${sayDay(same.from_day)}. Change that one, or end it first.`,
    );
}

/** Every model that a model rests on, through others too. */
function restsOn(start: string, rows: readonly NamedDependency[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let model = open.pop(); model !== undefined; model = open.pop())
    for (const { model_id: of, depends_on: on } of rows)
      if (of === model && on !== null && !found.has(on)) {
        found.add(on);
        open.push(on);
      }
  return found;
}

export const dependencies: SubjectHandlers<'dependencies'> = {
  list: async ({ modelId }, { read }) => {
    const rows = await listDependencies(read);
    const all = modelId === undefined ? rows : rows.filter((row) => row.model_id === modelId);
    return {
      dependencies: all.map(toDependency),
      dependants: rows.filter((row) => modelId !== undefined && row.depends_on === modelId).map(toDependency),
    };
  },
  add: ({ modelId, dependsOn, outside, relation, critical, from, until, note }, context) =>
    context.write(async (write) => {
      const today = context.now.slice(0, 10);
      const model = await getModel(write.read, modelId);
      const on = dependsOn === null ? null : await getModel(write.read, dependsOn);
      const rows = await listDependencies(write.read);
      if (relation === 'none' && (on !== null || outside !== ''))
        invalid('“Nothing, looked at” names nothing. Leave the model and the name out, or choose another relation.');
      if (relation !== 'none' && on === null && outside === '')
        invalid('Say what it rests on: a model of the portfolio, or the name of something outside.');
      if (on?.id === modelId) invalid('A model cannot rest on itself. Choose another one.');
      if (on !== null && restsOn(on.id, rows).has(modelId))
        invalid(`“${on.name}” already rests on “${model.name}”: the two cannot rest on each other.`);
      orderedDays(from ?? today, until);
      const row = {
        id: context.newId(),
        model_id: modelId,
        depends_on: dependsOn,
        outside,
        relation,
        critical: critical ? 1 : 0,
        from_day: from ?? today,
        until_day: until,
        by_whom: context.actor,
        note,
      };
      namedParts(outside);
      notTwice(row, rows);
      await write.insert('dependencies', [row]);
      const what = relation === 'none' ? 'nothing' : on === null ? outside : `“${on.name}”`;
      return {
        label: `Note that “${model.name}” rests on ${what}`,
        value: toDependency({ ...row, model_name: model.name, depends_on_name: on?.name ?? null }),
      };
    }),
  update: ({ id, patch }, context) =>
    context.write(async (write) => {
      const rows = await listDependencies(write.read);
      const row = rows.find((one) => one.id === id);
      if (!row)
        throw new DomainError('not_found', 'This dependency is not in the portfolio any more. Undo brings it back.');
      if (patch.outside !== undefined && row.depends_on !== null)
        invalid(
          `It rests on “${row.depends_on_name}”, a model of the portfolio. Delete it, and add what it rests on instead.`,
        );
      if (patch.relation === 'none' && (row.depends_on !== null || (patch.outside ?? row.outside) !== ''))
        invalid('“Nothing, looked at” names nothing. Delete this one, and add that instead.');
      const [from, until] = [patch.from ?? row.from_day, patch.until === undefined ? row.until_day : patch.until];
      orderedDays(from, until);
      const columns = {
        ...(patch.outside !== undefined && { outside: patch.outside }),
        ...(patch.relation !== undefined && { relation: patch.relation }),
        ...(patch.critical !== undefined && { critical: patch.critical ? 1 : 0 }),
        ...(patch.note !== undefined && { note: patch.note }),
        from_day: from,
        until_day: until,
      };
      namedParts(patch.outside ?? '');
      notTwice(
        { ...row, ...columns },
        rows.filter((one) => one.id !== id),
      );
      await write.update('dependencies', [id], columns);
      const ended = patch.until !== undefined && patch.until !== null && patch.until !== row.until_day;
      return {
        label: `${ended ? 'End' : 'Change'} what “${row.model_name}” rests on`,
        value: toDependency({ ...row, ...columns }),
      };
    }),
  falls: readFalls,
  graph: readGraph,
  release: releaseUnder,
  remove: ({ id }, context) =>
    context.write(async (write) => ({
      label: 'Delete a dependency',
      value: { removed: await write.remove('dependencies', [id]) },
    })),
};
