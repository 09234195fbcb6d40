/** Milliseconds of one frame that drawing may take before what is left waits for the next: 16 less all other work. */
const BUDGET = 8;

const waiting = new Map<object, () => void>();
let frame: number | null = null;

/**
 * Draws in the coming frame what `owner` wants to show: only the newest, however often it asks. Charts that do not fit into
 * the frame follow one frame later, those that have waited longest first, so that a slider never has to wait for them.
 */
export function drawSoon(owner: object, draw: () => void): void {
  // It keeps its place: a chart that changes with every frame does not fall behind the others for ever.
  waiting.set(owner, draw);
  if (frame === null) frame = requestAnimationFrame(drawFrame);
}

/** Takes back what `owner` asked for. */
export function drawNoMore(owner: object): void {
  waiting.delete(owner);
}

function drawFrame(): void {
  const began = performance.now();
  frame = null;
  for (const [owner, draw] of [...waiting]) {
    waiting.delete(owner);
    draw();
    if (performance.now() - began >= BUDGET) break;
  }
  if (waiting.size > 0) frame = requestAnimationFrame(drawFrame);
}
