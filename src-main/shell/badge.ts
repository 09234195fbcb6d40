import { app, type BrowserWindow, nativeImage } from 'electron';

const SIDE = 16;

/** The number on the program's icon: macOS and Linux write it, Windows takes a picture and says the number to screen readers. */
export function setBadge(count: number, window: BrowserWindow | null): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  const what = count === 1 ? '1 thing is new' : `${count} things are new`;
  window?.setOverlayIcon(count === 0 ? null : dot(), count === 0 ? '' : what);
}

function dot(): Electron.NativeImage {
  const pixels = Buffer.alloc(SIDE * SIDE * 4);
  const middle = (SIDE - 1) / 2;
  for (let index = 0; index < SIDE * SIDE; index += 1) {
    const away = Math.hypot((index % SIDE) - middle, Math.floor(index / SIDE) - middle);
    const alpha = Math.round(255 * Math.min(1, Math.max(0, middle + 0.5 - away)));
    // Blue, green, red, each weighed by how much of the pixel is covered.
    pixels.set([0x2b, 0x3a, 0xc8].map((part) => Math.round((part * alpha) / 255)).concat(alpha), index * 4);
  }
  return nativeImage.createFromBitmap(pixels, { width: SIDE, height: SIDE });
}
