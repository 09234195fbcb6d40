import { formatDate, formatDateTime, formatNumber } from './format';

interface Standing {
  readonly state: 'private' | 'connecting' | 'connected' | 'catching_up' | 'offline' | 'refused';
  readonly since: string | null;
  readonly head: { readonly seq: number };
  readonly serverHead: number | null;
}

interface StateWords {
  readonly mark: string;
  readonly text: string;
  readonly tone: 'good' | 'quiet' | 'bad';
}

/** `08:10` of today, `23 Nov 2026, 08:10` of another day. */
export function clockOrDay(iso: string, now = new Date()): string {
  const whole = formatDateTime(iso);
  const day = formatDate(iso);
  return day === formatDate(now.toISOString()) ? whole.slice(day.length + 2) : whole;
}

/** `08:10` of today, `23 Nov 2026` of another day. */
export const clockOrDate = (iso: string, now = new Date()): string => {
  const day = formatDate(iso);
  return day === formatDate(now.toISOString()) ? clockOrDay(iso, now) : day;
};

/** The state of the connection in a few words. */
export function stateWords({ state, since, head, serverHead }: Standing, now = new Date()): StateWords {
  const from = since === null ? '' : ` since ${clockOrDay(since, now)}`;
  switch (state) {
    case 'connected':
      return { mark: '●', text: 'Connected', tone: 'good' };
    case 'catching_up': {
      const far = serverHead === null ? '' : `: ${formatNumber(head.seq)} of ${formatNumber(serverHead)}`;
      return { mark: '◐', text: `Catching up${far}`, tone: 'quiet' };
    }
    case 'refused':
      return { mark: '◆', text: `Refused${from}`, tone: 'bad' };
    case 'offline':
      return { mark: '○', text: `Offline${from}`, tone: 'quiet' };
    case 'connecting':
    case 'private':
      return { mark: '○', text: 'Connecting', tone: 'quiet' };
  }
}
