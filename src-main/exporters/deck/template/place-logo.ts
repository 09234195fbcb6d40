import type { Logo } from '../slide/logo';
import { area, type Box, shared, sideways, without } from './box';
import type { Stage } from './choose-layouts';
import type { Template } from './template';

/** Inches on a slide 7.5 inches high. */
const SIZE = { w: 1.5, h: 0.5, rim: 0.3 } as const;
/** A place for a picture that is larger is meant for photographs. */
const MOST_SHARE = 0.08;
const AIR = 0.08;
/** What a logo may not lie on, and how bad it is. */
/** Of corners that cost alike the one at the top right. */
const LATER = 0.02;
const COSTS = { art: 100, foot: 50, body: 4, title: 1 } as const;

/** The logo in the middle of a box, as it is: neither wider nor flatter. */
function inside(box: Box, { width, height }: Logo, right: boolean): Box {
  const share = Math.min(box.w / width, box.h / height);
  const [w, h] = [width * share, height * share];
  return { x: right ? box.x + box.w - w : box.x, y: box.y + (box.h - h) / 2, w, h };
}

/** The stage with the logo in the layout's own place for it or in the corner that costs least; none where art fills all of them. */
export function withLogo(stage: Stage, logo: Logo, { width, height, scale }: Template): Stage {
  const own = stage.layout.places.find(
    ({ type, box }) => type === 'pic' && box !== null && area(box) < MOST_SHARE * width * height,
  );
  if (own?.box) {
    const { box } = own;
    const fitted = inside(box, logo, false);
    return { ...stage, logo: { box: { ...fitted, x: box.x + (box.w - fitted.w) / 2 }, place: own } };
  }
  const [w, h, rim] = [SIZE.w * scale, SIZE.h * scale, SIZE.rim * scale];
  const [right, bottom] = [width - rim - w, height - rim - h];
  const corners: readonly Box[] = [
    { x: right, y: rim, w, h },
    { x: right, y: bottom, w, h },
    { x: rim, y: bottom, w, h },
    { x: rim, y: rim, w, h },
  ];
  const art = stage.layout.art.filter((box) => area(box) < 0.8 * width * height);
  const feet = stage.layout.places.filter(({ type }) => ['ftr', 'sldNum', 'dt'].includes(type));
  const cost = (box: Box): number =>
    COSTS.art * art.reduce((sum, one) => sum + shared(one, box), 0) +
    COSTS.foot * feet.reduce((sum, one) => sum + (one.box ? shared(one.box, box) : 0), 0) +
    COSTS.body * shared(stage.body, box) +
    COSTS.title * shared(stage.titleBox, box);
  const box = corners
    .map((corner, order) => ({ corner: inside(corner, logo, corner.x === right), order: LATER * order }))
    .toSorted((a, b) => cost(a.corner) + a.order - cost(b.corner) - b.order)[0]?.corner;
  if (!box || art.some((one) => shared(one, box) > 0.2 * area(box))) return stage;
  return {
    ...stage,
    logo: { box, place: null },
    body: without(stage.body, box, AIR),
    titleBox: sideways(stage.titleBox, [box], AIR),
  };
}
