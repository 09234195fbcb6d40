import type { Page } from '@playwright/test';

/**
 * From here on notes what canvases write and where, in pixels of the screen, as the browser itself sets it: the ink of each
 * text, turned as it is drawn. What is wiped off a canvas is forgotten.
 */
export async function noteDrawnText(page: Page): Promise<void> {
  await page.evaluate(() => {
    interface Noted {
      readonly text: string;
      readonly corners: readonly (readonly [number, number])[];
    }
    const written = new WeakMap<HTMLCanvasElement, Noted[]>();
    const proto = CanvasRenderingContext2D.prototype;
    const { fillText, clearRect } = proto;
    proto.fillText = function (text, x, y, most) {
      if (text.trim() !== '' && this.globalAlpha > 0) {
        const ink = this.measureText(text);
        const turned = this.getTransform();
        const corners = [
          [x - ink.actualBoundingBoxLeft, y - ink.actualBoundingBoxAscent],
          [x + ink.actualBoundingBoxRight, y - ink.actualBoundingBoxAscent],
          [x + ink.actualBoundingBoxRight, y + ink.actualBoundingBoxDescent],
          [x - ink.actualBoundingBoxLeft, y + ink.actualBoundingBoxDescent],
        ].map(([px = 0, py = 0]) => {
          const { x: sx, y: sy } = turned.transformPoint({ x: px, y: py });
          return [sx, sy] as const;
        });
        const noted = written.get(this.canvas) ?? [];
        noted.push({ text, corners });
        written.set(this.canvas, noted);
      }
      if (most === undefined) fillText.call(this, text, x, y);
      else fillText.call(this, text, x, y, most);
    };
    proto.clearRect = function (x, y, width, height) {
      if (width >= this.canvas.width - 1 && height >= this.canvas.height - 1) written.delete(this.canvas);
      clearRect.call(this, x, y, width, height);
    };
    Object.assign(globalThis, { drawnText: (canvas: HTMLCanvasElement) => written.get(canvas) ?? [] });
  });
}

/** Draws also what lies below the fold, as paper has it, in the size that there is now, and waits for it. */
async function drawAll(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      window.dispatchEvent(new Event('beforeprint'));
      return [...document.querySelectorAll('main figure > div[role="img"]')].every((box) => {
        const canvas = box.querySelector('canvas');
        return canvas !== null && Math.abs(canvas.clientWidth - box.clientWidth) <= 1;
      });
    },
    undefined,
    { polling: 150 },
  );
  // The library writes with the frame after the one that it was told in.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))),
  );
}

export interface DrawnText {
  /** How many charts there are, and how many texts they have between them. */
  readonly charts: number;
  readonly texts: number;
  /** `chart: what is wrong`. */
  readonly problems: readonly string[];
}

/** What is wrong with the texts of the charts of this page: two that overlap, or one that leaves its drawing. */
export async function chartTextProblems(page: Page): Promise<DrawnText> {
  await drawAll(page);
  return page.evaluate(() => {
    type Point = readonly [number, number];
    interface Written {
      readonly text: string;
      readonly corners: readonly Point[];
    }
    const { drawnText } = globalThis as unknown as { drawnText: (canvas: HTMLCanvasElement) => readonly Written[] };
    const TOUCH = 1;

    /** Whether two convex figures share more than `TOUCH` pixels: an axis that parts them would be a side of one. */
    const meet = (a: readonly Point[], b: readonly Point[]): boolean =>
      [a, b].every((figure) =>
        figure.every(([x, y], index) => {
          const [nextX, nextY] = figure[(index + 1) % figure.length] ?? [x, y];
          const [nx, ny] = [nextY - y, x - nextX];
          const length = Math.hypot(nx, ny) || 1;
          const along = (points: readonly Point[]): readonly number[] =>
            points.map(([px, py]) => (px * nx + py * ny) / length);
          const [as, bs] = [along(a), along(b)];
          return Math.max(...as) - TOUCH > Math.min(...bs) && Math.max(...bs) - TOUCH > Math.min(...as);
        }),
      );

    const problemsOf = (name: string, texts: readonly Written[], width: number, height: number): string[] => {
      const out = texts
        .filter(({ corners }) =>
          corners.some(([x, y]) => x < -TOUCH || y < -TOUCH || x > width + TOUCH || y > height + TOUCH),
        )
        .map(
          ({ text, corners }) =>
            `${name}: “${text}” leaves the drawing of ${width} × ${height} (${corners.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(' ')})`,
        );
      const over = texts.flatMap((one, index) =>
        texts
          .slice(index + 1)
          .filter((other) => meet(one.corners, other.corners))
          // The same word in the same place is one word, drawn twice.
          .filter((other) => other.text !== one.text || JSON.stringify(other.corners) !== JSON.stringify(one.corners))
          .map((other) => `${name}: “${one.text}” and “${other.text}” overlap`),
      );
      return [...out, ...over];
    };

    const problems: string[] = [];
    let [charts, count] = [0, 0];
    const add = (name: string, texts: readonly Written[], width: number, height: number): void => {
      charts += 1;
      count += texts.length;
      problems.push(...problemsOf(name, texts, width, height));
    };
    for (const box of document.querySelectorAll<HTMLElement>('main figure > div[role="img"]')) {
      const texts = [...box.querySelectorAll('canvas')].flatMap((canvas) => {
        const scale = canvas.clientWidth === 0 ? 1 : canvas.width / canvas.clientWidth;
        return drawnText(canvas).map(({ text, corners }) => ({
          text,
          corners: corners.map(([x, y]): Point => [x / scale, y / scale]),
        }));
      });
      add((box.getAttribute('aria-label') ?? '').split('. ')[0] ?? '', texts, box.clientWidth, box.clientHeight);
    }
    // Drawings that are part of the page: a line of text is higher than its ink by about a fifth above and below.
    for (const svg of document.querySelectorAll<SVGSVGElement>('main svg')) {
      const labels = [...svg.querySelectorAll('text')];
      const frame = svg.getBoundingClientRect();
      if (labels.length === 0 || frame.width === 0) continue;
      const texts = labels.map((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        const less = (bottom - top) * 0.2;
        const [l, r, t, b] = [left - frame.left, right - frame.left, top - frame.top + less, bottom - frame.top - less];
        return {
          text: label.textContent ?? '',
          corners: [
            [l, t],
            [r, t],
            [r, b],
            [l, b],
          ] as readonly Point[],
        };
      });
      add(svg.getAttribute('aria-label') ?? svg.parentElement?.className ?? 'svg', texts, frame.width, frame.height);
    }
    return { charts, texts: count, problems };
  });
}
