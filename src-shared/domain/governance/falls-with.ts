import { isWithinUnit } from '../base/unit-path';

/** One thing that a model rests on: a row of the portfolio, or something outside by its name. */
export interface Link {
  readonly modelId: string;
  readonly dependsOn: string | null;
  /** `Provider / model / version`, each below the one before; '' where it rests on a row. */
  readonly outside: string;
  /** Without it the model cannot do its work. */
  readonly critical: boolean;
  readonly from: string;
  /** The last day; `null`: it goes on. */
  readonly until: string | null;
}

export type Cause = { readonly modelId: string } | { readonly outside: string };

/** Whether a link holds on an ISO day. */
export const holdsOn = ({ from, until }: Pick<Link, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === null || until >= day);

/** Names of things outside as they are compared: without case and surplus blanks. */
export const outsideKey = (name: string): string =>
  name
    .split('/')
    .map((part) => part.trim().replace(/\s+/g, ' ').toLowerCase())
    .join(' / ');

export interface Fallen {
  readonly modelId: string;
  /** Links between it and the cause, at least 1: the fewest. */
  readonly steps: number;
  /** Every link of some way to it is critical: it stops. Else it is touched. */
  readonly stops: boolean;
}

/** What rests on what on a day. */
export class RestingOn {
  readonly links: readonly Link[];
  private readonly byRow = new Map<string, Link[]>();
  private readonly outside: readonly { readonly key: string; readonly link: Link }[];

  constructor(links: readonly Link[], day: string) {
    this.links = links.filter((link) => holdsOn(link, day));
    this.outside = this.links
      .filter(({ dependsOn, outside }) => dependsOn === null && outside !== '')
      .map((link) => ({ key: outsideKey(link.outside), link }));
    for (const link of this.links) {
      if (link.dependsOn === null) continue;
      const known = this.byRow.get(link.dependsOn);
      if (known) known.push(link);
      else this.byRow.set(link.dependsOn, [link]);
    }
  }

  /**
   * Every model that rests on something, through others too: what falls with it. A version of a provider's model lies below that
   * model, and the model below its provider, so that what rests on any of them is found with the one above.
   *
   * @returns each model once, the nearest first; circles end
   */
  falls(cause: Cause): readonly Fallen[] {
    const first = 'modelId' in cause ? (this.byRow.get(cause.modelId) ?? []) : this.outsideLinks(cause.outside);
    const start = 'modelId' in cause ? cause.modelId : null;
    const critical = ({ critical: is }: Link): boolean => is;
    const stopped = this.reach(first.filter(critical), start, critical);
    return [...this.reach(first, start)].map(([modelId, steps]) => ({ modelId, steps, stops: stopped.has(modelId) }));
  }

  private outsideLinks(outside: string): readonly Link[] {
    const wanted = outsideKey(outside);
    return this.outside.filter(({ key }) => isWithinUnit(key, wanted)).map(({ link }) => link);
  }

  /** Models by the fewest links to them, breadth first. */
  private reach(
    first: readonly Link[],
    start: string | null,
    follow: (link: Link) => boolean = () => true,
  ): ReadonlyMap<string, number> {
    const steps = new Map<string, number>();
    let edge: readonly Link[] = first;
    for (let step = 1; edge.length > 0; step += 1) {
      const found = [...new Set(edge.map(({ modelId }) => modelId))].filter((id) => id !== start && !steps.has(id));
      for (const id of found) steps.set(id, step);
      edge = found.flatMap((id) => (this.byRow.get(id) ?? []).filter(follow));
    }
    return steps;
  }
}
