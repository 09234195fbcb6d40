import type { Preview } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import { detached } from './detached';

const KEPT = 5_000;

/** Counts all problems of a file of any length and keeps the first 5,000 of them. */
export class ProblemTally {
  readonly kept: Problem[] = [];
  total = 0;
  /** Rows that were not imported. */
  refused = 0;
  private readonly groups = new Map<string, Preview['problemsByCode'][number]>();

  /** @param rows how many rows it stands for, where one sentence speaks of many */
  add(problem: Problem, rows = 1): void {
    this.total += 1;
    if (problem.effect === 'row_refused') this.refused += rows;
    const { code, effect, column } = problem;
    if (this.kept.length < KEPT)
      this.kept.push({ ...problem, value: detached(problem.value), message: detached(problem.message) });
    const key = `${code}\n${effect}\n${column}`;
    const group = this.groups.get(key);
    if (group) group.count += 1;
    else if (this.groups.size < KEPT)
      this.groups.set(key, { code, effect, column, count: 1, message: detached(problem.message) });
  }

  /** A tally that begins with what this one holds and leaves it as it is. */
  copy(): ProblemTally {
    const copy = new ProblemTally();
    copy.kept.push(...this.kept);
    copy.total = this.total;
    copy.refused = this.refused;
    for (const [key, group] of this.groups) copy.groups.set(key, { ...group });
    return copy;
  }

  /** Counts what another one counted, too; what it kept stays with it. */
  join(other: ProblemTally): void {
    this.total += other.total;
    this.refused += other.refused;
    for (const [key, group] of other.groups) {
      const known = this.groups.get(key);
      if (known) known.count += group.count;
      else this.groups.set(key, { ...group });
    }
  }

  /** The commonest first. */
  byCode(): Preview['problemsByCode'] {
    return [...this.groups.values()].sort((a, b) => b.count - a.count);
  }
}
