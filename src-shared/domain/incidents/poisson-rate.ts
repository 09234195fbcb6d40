import { gammaQuantile } from '../base/gamma';

export interface Rate {
  /** `null`: nothing was watched. */
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const TAIL = 0.025;

/**
 * Events per `per` units of exposure with Garwood's exact 95 % interval (1936): the means under which so many events or
 * more, and so many or fewer, have a chance of 2.5 %. None at all still has an upper end.
 */
export function poissonRate(events: number, exposure: number, per: number): Rate {
  if (!(exposure > 0)) return { rate: null, low: null, high: null };
  const scale = per / exposure;
  return {
    rate: events * scale,
    low: events === 0 ? 0 : gammaQuantile(events, TAIL) * scale,
    high: gammaQuantile(events + 1, 1 - TAIL) * scale,
  };
}
