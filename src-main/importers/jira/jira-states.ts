import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { guessValue } from '../incidents/value-words';

export interface JiraStatus {
  readonly id: string;
  readonly name: string;
  /** `new`, `indeterminate` or `done`: the same in every language. */
  readonly category: string;
}

/** What a category leaves open the name decides; against its category a name decides nothing. */
const MAY_BE: ReadonlyMap<string, readonly [IncidentStatus, ...IncidentStatus[]]> = new Map([
  ['new', ['open', 'reopened']],
  ['indeterminate', ['acknowledged', 'mitigated']],
  ['done', ['resolved', 'closed']],
]);

/** The states of one Jira: by name, for that is what its history keeps of those that were deleted. */
export class JiraStates {
  private readonly byId: ReadonlyMap<string, string>;
  private readonly meaning = new Map<string, IncidentStatus>();

  constructor(statuses: readonly JiraStatus[]) {
    const categories = new Map<string, Set<string>>();
    for (const { name, category } of statuses)
      categories.set(name, (categories.get(name) ?? new Set<string>()).add(category));
    // Two projects may call two different things the same.
    const wordOf = ({ name, category }: JiraStatus): string =>
      (categories.get(name)?.size ?? 0) > 1 ? `${name} (${category})` : name;
    this.byId = new Map(statuses.map((status) => [status.id, wordOf(status)]));
    for (const status of statuses) {
      const meant = meaningOf(status);
      if (meant !== null) this.meaning.set(wordOf(status), meant);
    }
  }

  word(id: string, name: string): string {
    return this.byId.get(id) ?? name;
  }

  meanings(): ReadonlyMap<string, IncidentStatus> {
    return this.meaning;
  }
}

function meaningOf({ name, category }: JiraStatus): IncidentStatus | null {
  const may = MAY_BE.get(category);
  if (may === undefined) return null;
  const guessed = guessValue('status', name, []);
  return may.find((status) => status === guessed) ?? may[0];
}
