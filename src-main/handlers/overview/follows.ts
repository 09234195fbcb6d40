import type { Output } from '#contract/index';
import { changedOutside } from '../../engine/change-events';
import { listIncidentsById } from '../../store/incidents/incidents';
import { listModelNamesById } from '../../store/models/models';
import type { CommandContext, QueryContext } from '../context';
import { lookOf } from './look';

type Kind = 'model' | 'incident';

/** What the caller follows, by kind. */
export interface Followed {
  readonly models: ReadonlySet<string>;
  readonly incidents: ReadonlySet<string>;
}

const idsOf = (things: readonly string[], kind: Kind): string[] =>
  things.flatMap((thing) => (thing.startsWith(`${kind} `) ? [thing.slice(kind.length + 1)] : []));

export async function readFollowed(context: QueryContext): Promise<Followed> {
  const things = context.preferences.follows(await lookOf(context));
  return { models: new Set(idsOf(things, 'model')), incidents: new Set(idsOf(things, 'incident')) };
}

/** With their names; what was deleted is left out, and is there again when an undo brings it back. */
export async function readFollows(_input: unknown, context: QueryContext): Promise<Output<'overview.follows'>> {
  const { models, incidents } = await readFollowed(context);
  const names = await listModelNamesById(context.read, [...models]);
  return {
    models: [...models].flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
    incidents: (await listIncidentsById(context.read, [...incidents])).map(({ id, number, title }) => ({
      id,
      number,
      title,
    })),
  };
}

/** Kept beside the portfolio: whom it concerns is this person, and colleagues see nothing of it. */
export async function setFollow(
  { kind, id, on }: { readonly kind: Kind; readonly id: string; readonly on: boolean },
  context: CommandContext,
): Promise<Output<'overview.follows'>> {
  const of = await lookOf(context);
  const thing = `${kind} ${id}`;
  const others = context.preferences.follows(of).filter((one) => one !== thing);
  context.preferences.setFollows(of, on ? [thing, ...others] : others);
  context.publish(changedOutside('preferences'));
  return readFollows({}, context);
}
