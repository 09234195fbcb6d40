import { DomainError } from '../../../failure/domain-error';
import { area, type Box, shared, sideways, without } from './box';
import type { Placeholder } from './placeholders';
import type { Layout, Template } from './template';

/** What a slide mainly shows. */
export type Main = 'chart' | 'table' | 'text';

/** Where a logo lies on slides of a layout; `place`: in the layout's own place for a picture. */
export interface LogoPlace {
  readonly box: Box;
  readonly place: Placeholder | null;
}

/** A layout with the places of it that a slide fills, and where its content lies. */
export interface Stage {
  readonly layout: Layout;
  readonly title: Placeholder;
  /** The place for the main thing; `null`: it lies free on the slide. */
  readonly place: Placeholder | null;
  /** A narrow place for words between title and content. */
  readonly lead: Placeholder | null;
  readonly body: Box;
  /** What of the title's place no art covers. */
  readonly titleBox: Box;
  /** Left out: it bears none, or has no corner that is free. */
  readonly logo?: LogoPlace | undefined;
}

export interface Stages {
  readonly cover: Stage;
  readonly chart: Stage;
  readonly table: Stage;
  readonly text: Stage;
}

const TITLES = ['title', 'ctrTitle'];
const CONTENT = ['obj', 'body', 'chart', 'tbl', 'subTitle'];
const FEET = ['ftr', 'sldNum', 'dt'];
/** Inches between a logo and what is written. */
const AIR = 0.05;

const titleOf = ({ places }: Layout): Placeholder | undefined =>
  places.find(({ type, box }) => TITLES.includes(type) && box !== null);
const contentOf = ({ places }: Layout): Placeholder[] =>
  places.filter(({ type, box }) => CONTENT.includes(type) && box !== null);
const largeOf = (layout: Layout, { width, height }: Template): Placeholder[] =>
  contentOf(layout).filter(({ box }) => box !== null && area(box) > 0.3 * width * height);

export const USES = ['cover', 'chart', 'table', 'text'] as const;
/** Layouts that somebody chose, by their number in the template, the first 1. */
export type ChosenLayouts = Readonly<Partial<Record<(typeof USES)[number], number | undefined>>>;

/**
 * Layouts by what they hold, never by their name or kind: names are translated, and kinds are often missing.
 *
 * @throws DomainError where no layout has a title
 */
export function chooseLayouts(template: Template, byHand: ChosenLayouts = {}): Stages {
  const upright = template.layouts.filter(
    (layout) => titleOf(layout) !== undefined && layout.places.every(({ vertical }) => !vertical),
  );
  const [first] = upright;
  if (!first)
    throw new DomainError(
      'bad_file',
      `The template ${template.name} has no layout with a title. Choose one that has, or none.`,
    );
  const cover = upright.find((layout) => layout.places.some(({ type, box }) => type === 'ctrTitle' && box)) ?? first;
  const others = upright.filter((layout) => layout !== cover && layout.places.some(({ type }) => type === 'title'));
  const single = others.filter((layout) => largeOf(layout, template).length === 1);
  const general = single.toSorted((a, b) => cost(a, template) - cost(b, template))[0] ?? others[0] ?? first;
  const any = stageOf(general, largeOf(general, template)[0] ?? null, template);
  const special = (types: readonly string[]): Stage => {
    const own = single
      .filter((layout) => types.includes(largeOf(layout, template)[0]?.type ?? ''))
      .map((layout) => stageOf(layout, largeOf(layout, template)[0] ?? null, template))
      .filter(({ body }) => area(body) >= 0.85 * area(any.body));
    return own.toSorted((a, b) => cost(a.layout, template) - cost(b.layout, template))[0] ?? any;
  };
  const guessed: Stages = {
    cover: stageOf(cover, null, template),
    chart: special(['chart']),
    table: special(['tbl']),
    text: special(['body']),
  };
  const chosen = USES.flatMap((use) => {
    const number = byHand[use];
    if (number === undefined) return [];
    const layout = template.layouts[number - 1];
    if (!layout || titleOf(layout) === undefined)
      throw new DomainError(
        'invalid_input',
        `Layout ${number} of the template ${template.name} ${layout ? 'has no title' : 'does not exist'}. Choose another for ${use === 'cover' ? 'the cover' : `slides that mainly show ${NOUNS[use]}`}.`,
      );
    const [place] = largeOf(layout, template).toSorted((a, b) => area(b.box ?? NOTHING) - area(a.box ?? NOTHING));
    return [[use, stageOf(layout, use === 'cover' ? null : (place ?? null), template)] as const];
  });
  return { ...guessed, ...Object.fromEntries(chosen) };
}

const NOTHING: Box = { x: 0, y: 0, w: 0, h: 0 };
const NOUNS = { chart: 'a chart', table: 'a table', text: 'words' } as const;

/** Whether a slide can be made of it: it has a place for a title. */
export const hasTitle = (layout: Layout): boolean => titleOf(layout) !== undefined;

/** Of several masters the one whose place is free of art; few other places, and one that takes anything. */
function cost(layout: Layout, template: Template): number {
  const [place] = largeOf(layout, template);
  const box = place?.box;
  if (!box) return 99;
  const covered = layout.art
    .filter((art) => area(art) < 0.8 * template.width * template.height)
    .reduce((sum, art) => sum + shared(art, box), 0);
  return Math.min(9, (10 * covered) / area(box)) + (place.type === 'obj' ? -2 : 0) + contentOf(layout).length;
}

function stageOf(layout: Layout, place: Placeholder | null, template: Template): Stage {
  const { width, height } = template;
  const title = titleOf(layout);
  if (!title?.box) throw new RangeError('a layout without a title');
  const small = (box: Box): boolean => box.h < 0.13 * height && box.h > 0.03 * height && box.w > 0.5 * width;
  const lead = contentOf(layout).find((one) => one !== place && one.box !== null && small(one.box)) ?? null;
  const feet = layout.places.flatMap(({ type, box }) =>
    FEET.includes(type) && box && box.y > height / 2 ? box.y : [],
  );
  const below = Math.max(title.box.y + title.box.h, lead?.box ? lead.box.y + lead.box.h : 0);
  const free: Box = {
    x: title.box.x,
    w: Math.min(title.box.w, width - 2 * Math.min(title.box.x, 0.1 * width)),
    y: below + 0.1,
    h: Math.min(height - 0.3, ...feet) - below - 0.2,
  };
  const art = layout.art.filter((box) => area(box) < 0.25 * width * height);
  const clear = (box: Box): Box => art.reduce((left, one) => without(left, one, AIR), box);
  return { layout, title, place, lead, body: clear(place?.box ?? free), titleBox: sideways(title.box, art, AIR) };
}
