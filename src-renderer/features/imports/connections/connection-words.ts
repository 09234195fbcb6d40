import type { Input, Output } from '#contract/index';
import { assertNever } from '#domain/base/assert-never';
import { CONNECTION_KIND_FACTS, type ConnectionKindFacts } from '#domain/connections/kinds';
import type { Health } from '#domain/vocabulary';
import { formatCount, formatDateTime, formatNumber } from '../../../lib/format';

export type Connection = Output<'connections.list'>['connections'][number];
export type ConnectionPreview = Output<'connections.preview'>;

export const REFRESH_LABELS: Readonly<Record<Connection['refresh'], string>> = {
  by_hand: 'When I ask',
  on_opening: 'When the portfolio is opened',
  hourly: 'Each hour while it is open',
  daily: 'Each day while it is open',
};

export const factsOf = ({ kind }: Pick<Connection, 'kind'>): ConnectionKindFacts => CONNECTION_KIND_FACTS[kind];

/** What somebody said of a connection, as it is kept again. */
export const statedOf = ({
  id,
  kind,
  label,
  address,
  scope,
  auth,
  login,
  secretRef,
  caFile,
  plainHttp,
  refresh,
  mapping,
}: Connection): Input<'connections.save'> => ({
  id,
  kind,
  label,
  address,
  scope,
  auth,
  login,
  secretRef,
  caFile,
  plainHttp,
  refresh,
  mapping,
});

/**
 * A part of its mapping anew, all else as it is kept now: what a panel or dialog was opened with may have been changed beside it. One
 * that was removed meanwhile is refused by the engine.
 */
export function saidNow(
  connections: readonly Connection[],
  opened: Connection,
  part: Partial<Connection['mapping']>,
): Input<'connections.save'> {
  const now = connections.find(({ id }) => id === opened.id) ?? opened;
  return { ...statedOf(now), mapping: { ...now.mapping, ...part } };
}

/** Of a kind of which no server can be had where this program is made. */
export const RECORDED_ONLY =
  'Tested on its published description and on answers made after it, not on a real server: look at what it brings before you take it';

/** As inside a sentence: `API token` and `E-mail` keep what they are. */
const inSentence = (word: string): string =>
  /^[A-Z]{2}/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);

const withArticle = (word: string): string => `${/^[AEIO]/i.test(word) ? 'An' : 'A'} ${word}`;

/** How one proves who asks, in the words of its kind. */
export const authLabels = ({
  auths,
  words,
}: ConnectionKindFacts): { readonly value: Connection['auth']; readonly label: string }[] =>
  auths.map((value) => {
    switch (value) {
      case 'none':
        return { value, label: 'Nothing' };
      case 'token':
        return { value, label: withArticle(inSentence(words.token)) };
      case 'password':
        return { value, label: `${withArticle(inSentence(words.login))} and ${inSentence(words.password)}` };
      default:
        return assertNever(value);
    }
  });

/** `18 models, 74 versions, 1 prompt left out`; what there is none of and nobody expects is not said. */
export function hasWords(kind: Connection['kind'], server: ConnectionPreview['server']): string {
  return CONNECTION_KIND_FACTS[kind].counts
    .flatMap(({ count, one, leftOut }) => {
      const has = server[count] ?? 0;
      if (leftOut && has === 0) return [];
      return [`${formatCount(has, one)}${leftOut ? ' left out' : ''}`];
    })
    .join(', ');
}

/** Two lines of a cell: what it is, and what is known besides. */
export interface TwoLines {
  readonly first: string;
  readonly second: string;
}

/** What something is new of. */
function thingOf(all: readonly Connection[]): string {
  const [thing = 'thing', ...others] = new Set(all.map((one) => factsOf(one).thing));
  return others.length === 0 ? thing : 'thing';
}

/** The finding of the page: what is not fresh comes first. */
export function headlineOf(all: readonly Connection[]): string {
  const failed = all.filter(({ trouble }) => trouble !== null).length;
  const unasked = all.filter(({ agreed }) => !agreed).length;
  const waiting = all.reduce((sum, one) => sum + one.waiting, 0);
  const some = (count: number): string => (all.length === 1 ? 'it' : `${formatNumber(count)} of them`);
  const was = (count: number): string => (count === 1 ? 'was' : 'were');
  const count = formatCount(all.length, 'connection');
  if (failed > 0) return `${count}, but ${some(failed)} could not be read`;
  if (unasked > 0) return `${count}, but ${some(unasked)} ${was(unasked)} not agreed to on this computer`;
  if (waiting > 0)
    return `${count}: ${formatCount(waiting, thingOf(all.filter((one) => one.waiting > 0)))} with something new`;
  const undone = all.filter(({ takenBack }) => takenBack).length;
  if (undone > 0)
    return `${count}: what ${all.length === 1 ? 'it' : `${formatNumber(undone)} of them`} brought was undone`;
  const unread = all.filter(({ lastGood }) => lastGood === null).length;
  if (unread > 0) return `${count}, but ${some(unread)} ${was(unread)} never read so far`;
  return `${count}, nothing new when last read`;
}

/** How a connection stands, as shape and word. */
export function statusOf(connection: Connection): { readonly status: Health; readonly word: string } {
  if (!connection.agreed || connection.secret === 'missing') return { status: 'silent', word: 'Not read' };
  if (connection.trouble) return { status: 'act', word: 'Failed' };
  if (connection.lastGood === null) return { status: 'silent', word: 'Not read yet' };
  if (connection.takenBack) return { status: 'watch', word: 'Undone' };
  return connection.waiting > 0 ? { status: 'watch', word: 'Waits' } : { status: 'ok', word: 'Fresh' };
}

/** `2.1 s`; what is too short to be said so is not called nothing. */
export const tookWords = (ms: number): string => (ms < 50 ? 'under 0.1 s' : `${formatNumber(ms / 1000, 1)} s`);

export function lastWords(connection: Connection): TwoLines {
  const { lastGood, trouble } = connection;
  const good = lastGood ? formatDateTime(lastGood.at) : '';
  if (trouble)
    return {
      first: `Not read ${formatDateTime(trouble.at)}`,
      second: good ? `last read ${good}` : 'never read so far',
    };
  if (!lastGood) return { first: 'Never so far', second: '' };
  const server = [factsOf(connection).label, lastGood.version].filter(Boolean).join(' ');
  return { first: good, second: `${server}, ${tookWords(lastGood.ms)}` };
}

/** What it found, or in two lines what is in the way and what to do. */
export function foundWords(connection: Connection): TwoLines {
  const { agreed, secret, trouble, lastGood, waiting } = connection;
  if (!agreed) return { first: 'Nobody agreed to this host on this computer', second: 'nothing was sent' };
  if (secret === 'missing')
    return { first: 'Its secret is not on this computer', second: 'enter it here; it stays out of the portfolio' };
  if (trouble) return { first: trouble.what, second: trouble.todo };
  if (!lastGood) return { first: 'Not read yet', second: '' };
  const has = hasWords(connection.kind, lastGood);
  if (connection.takenBack) return { first: 'What it brought was undone', second: 'refresh it to look at it again' };
  if (waiting > 0)
    return { first: `${formatCount(waiting, factsOf(connection).thing)} with something new`, second: has };
  return { first: 'Nothing new', second: has };
}

export function nextWords({ agreed, next, refresh, trouble }: Connection): TwoLines {
  if (!agreed) return { first: 'not read', second: '' };
  if (refresh === 'by_hand') return { first: 'when you ask', second: '' };
  if (refresh === 'on_opening') return { first: 'on opening', second: '' };
  if (next === null) return { first: 'stopped', second: trouble ? 'until it is mended' : '' };
  return { first: formatDateTime(next), second: refresh === 'hourly' ? 'each hour' : 'each day' };
}

export interface ConsentLine {
  readonly label: string;
  readonly text: string;
}

/** What a person agrees to, before the first request. */
export function consentLines(connection: Connection): readonly ConsentLine[] {
  const { host, port, proxy, origin, auth, login, secretRef, refresh, caFile } = connection;
  const { asked, words, at, signs } = factsOf(connection);
  const secure = origin.startsWith('https:');
  const place = secretRef.startsWith('env:')
    ? ` out of the variable ${secretRef.slice(4)}`
    : secretRef.startsWith('file:')
      ? ` out of the file ${secretRef.slice(5)}`
      : '';
  const proof =
    auth === 'none'
      ? 'nothing that proves who asks'
      : auth === 'token'
        ? `your ${inSentence(words.token)}${place}`
        : signs
          ? `the ${inSentence(words.login)} ${login}, its session token if it has one, and a signature made with your ${inSentence(words.password).replace(/ \(.*$/, '')}${place}; the key itself stays here`
          : `the ${inSentence(words.login)} ${login} and its ${inSentence(words.password)}${place}`;
  const when: Readonly<Record<Connection['refresh'], string>> = {
    by_hand: 'now, then whenever you ask',
    on_opening: 'now, then when this portfolio is opened',
    hourly: 'now, then each hour while this portfolio is open',
    daily: 'now, then each day while this portfolio is open',
  };
  if (at === 'path')
    return [
      { label: 'To', text: origin.replace(/^file:\/\//, '') },
      { label: 'Read', text: asked },
      { label: 'Never sent', text: 'anything: no other computer is asked' },
      { label: 'When', text: when[refresh] },
    ];
  return [
    { label: 'To', text: `${host}, port ${port}${proxy === '' ? '' : `, through the proxy ${proxy}`}` },
    {
      label: 'Proved by',
      text: secure
        ? caFile === ''
          ? 'its certificate, which this computer checks'
          : `its certificate, by the CA in ${caFile}`
        : 'nothing: it is talked to without encryption',
    },
    { label: 'Asked', text: asked },
    { label: 'Sent', text: `${proof}; the questions themselves` },
    { label: 'Never sent', text: 'anything of this portfolio; nothing is written there' },
    { label: 'When', text: when[refresh] },
    { label: 'Redirects', text: 'to another host are not followed; you are asked again' },
  ];
}

/** `3 changes, 1 of them asks you`. */
export function bringsWords(
  { kind }: Pick<Connection, 'kind'>,
  { changes, asks, unchanged }: Pick<ConnectionPreview, 'changes' | 'asks' | 'unchanged'>,
): string {
  const { thing } = CONNECTION_KIND_FACTS[kind];
  const known = `${formatCount(unchanged, thing)} as before`;
  if (changes + asks === 0) return `Nothing new; ${known}`;
  const asked = asks === 0 ? '' : `, ${formatNumber(asks)} more to be decided`;
  return `${formatCount(changes, thing)} new or changed${asked}; ${known}`;
}

/** What stays when it is removed. */
export const staysWords = (connection: Pick<Connection, 'kind'>): string => {
  const { brings } = factsOf(connection);
  return brings.includes('inventory') ? 'models' : brings.includes('incidents') ? 'incidents' : 'results';
};

/** When something of it came into the portfolio, on whatever computer. */
export const takenOn = (at: string | null): string =>
  at === null ? 'nothing taken so far' : `last taken ${formatDateTime(at)}`;
