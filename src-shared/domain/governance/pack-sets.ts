import { addDays, sayDay } from '../base/calendar';
import { editionOn } from './editions';
import { lineOf, packName, type RulePack } from './rule-pack';

/** Days on which an edition is the one in force of its line: the first one, and the first on which it is not any more. */
export interface Span {
  /** ISO. */
  readonly from: string;
  /** `null`: no end is known. */
  readonly until: string | null;
}

/** What is compared with: shipped editions, except those that an own one of the same name stands in for, and own ones. */
export function standing(shipped: readonly RulePack[], own: readonly RulePack[]): readonly RulePack[] {
  const names = new Set(own.map(packName));
  return [...shipped.filter((pack) => !names.has(packName(pack))), ...own];
}

/** When each edition of a line is in force, by its name; an edition that never is has no entry. */
export function spansOf(packs: readonly RulePack[], line: string): ReadonlyMap<string, readonly Span[]> {
  const own = packs.filter((pack) => lineOf(pack) === line);
  const turns = [
    ...new Set(own.flatMap(({ effectiveFrom: from, supersededBy }) => [from, supersededBy?.on ?? null])),
  ].filter((day) => day !== null);
  const days = turns.toSorted();
  const spans = new Map<string, Span[]>();
  days.forEach((from, at) => {
    const found = editionOn(own, line, from);
    if (found?.state !== 'in_force') return;
    const until = days[at + 1] ?? null;
    const before = spans.get(packName(found.pack)) ?? [];
    const last = before.at(-1);
    const grown =
      last?.until === from ? [...before.slice(0, -1), { from: last.from, until }] : [...before, { from, until }];
    spans.set(packName(found.pack), grown);
  });
  return spans;
}

/** `from 1 Jan 2026 to 16 Apr 2026`, the last day included. */
export const saySpan = ({ from, until }: Span): string =>
  until === null ? `from ${sayDay(from)}` : `from ${sayDay(from)} to ${sayDay(addDays(until, -1))}`;

/** Why a pack cannot stand among others, each as a sentence; empty: it can. */
export function clashesOf(others: readonly RulePack[], pack: RulePack): readonly string[] {
  const same = others.filter(({ id, edition }) => id === pack.id && edition !== pack.edition);
  const line = same.find((other) => lineOf(other) !== lineOf(pack));
  const questions = new Map(same.flatMap((other) => (other.questions ?? []).map((one) => [one.id, one] as const)));
  return [
    ...(line === undefined
      ? []
      : [
          `${pack.id} belongs to the line ${lineOf(line)} with ${packName(line)}, and to ${lineOf(pack)} here. Write the same line, or give the pack an id of its own.`,
        ]),
    ...(pack.questions ?? []).flatMap(({ id, type }) => {
      const known = questions.get(id);
      return known === undefined || known.type === type
        ? []
        : [
            `The question ${id} is answered as ${known.type} in other editions of ${pack.id}, and as ${type} here. Answers are kept by question: give it another id.`,
          ];
    }),
  ];
}

export const MEETINGS = ['new', 'edition', 'stands_in', 'replaces_own'] as const;
export type Meeting = (typeof MEETINGS)[number];

/** How a pack meets those that are there; where it is not simply new, somebody has to say that it is meant. */
export interface Arrival {
  readonly meeting: Meeting;
  /** What follows, each as a sentence. */
  readonly words: readonly string[];
  /** Others of its line would count on other days than before. */
  readonly moves: boolean;
}

/**
 * What becomes of a line when an own pack comes into it.
 *
 * @param was the own edition that it is an edit of: it goes, whatever it is called
 */
export function arrivalOf(
  shipped: readonly RulePack[],
  own: readonly RulePack[],
  pack: RulePack,
  was: string | null = null,
): Arrival {
  const name = packName(pack);
  const line = lineOf(pack);
  const before = standing(shipped, own);
  const after = standing(shipped, [...own.filter((one) => packName(one) !== name && packName(one) !== was), pack]);
  const beforeSpans = spansOf(before, line);
  const afterSpans = spansOf(after, line);
  const isShipped = shipped.some((one) => packName(one) === name);
  const isOwn = own.some((one) => packName(one) === name) && name !== was;
  const others = before.filter((one) => lineOf(one) === line && packName(one) !== name && packName(one) !== was);
  const say = (spans: readonly Span[]): string => spans.map(saySpan).join(' and ');
  const moved = others.flatMap((other) => {
    const [had, has] = [beforeSpans.get(packName(other)) ?? [], afterSpans.get(packName(other)) ?? []];
    if (JSON.stringify(had) === JSON.stringify(has)) return [];
    const whose = `${packName(other)} (${isIn(own, other) ? 'own' : 'shipped'})`;
    return has.length === 0
      ? [`${whose} counted ${say(had)}, and would count on no day any more.`]
      : [`${whose} counted ${had.length === 0 ? 'on no day' : say(had)}, and would count ${say(has)}.`];
  });
  const counts = afterSpans.get(name) ?? [];
  return {
    meeting: isOwn ? 'replaces_own' : isShipped ? 'stands_in' : others.length > 0 ? 'edition' : 'new',
    words: [
      ...(isOwn ? [`It replaces the own pack ${name}; undo brings that back.`] : []),
      ...(isShipped
        ? [
            `It has the name of the shipped edition ${name} and stands in for it, until somebody removes the own one: what the shipped one says is not compared with any more.`,
          ]
        : []),
      ...(others.length > 0 && !isShipped
        ? [`It is another edition of ${line}, beside ${others.map(packName).join(', ')}.`]
        : []),
      counts.length > 0
        ? `It counts ${say(counts)}.`
        : pack.effectiveFrom === null
          ? 'It has no day from which it counts: it is shown as proposed, and nothing of it is missing.'
          : 'It would count on no day: another edition counts on all of them.',
      ...moved,
    ],
    moves: moved.length > 0,
  };
}

const isIn = (packs: readonly RulePack[], pack: RulePack): boolean =>
  packs.some((one) => packName(one) === packName(pack));
