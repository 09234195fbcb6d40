import type { RequestRun } from '#contract/imports/connection-requests';

/** A request that was sent, and what came of it. */
export interface SentRequest {
  readonly method: string;
  /** Behind the connection's own address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** HTTP; 0: no answer. */
  readonly status: number;
}

const MOST_KINDS = 20;
const OTHERS = 'others';
/** Words of the interfaces that are asked; all else may be the name or the id of something. */
const WORDS: ReadonlySet<string> = new Set(
  `api rest mlflow experiments runs traces metrics registered-models model-versions get search workspaces version unity-catalog models
  versions aliases model_registry registered_models model_versions artifacts now table incident sys_audit sys_choice projects
  snapshots data download issue myself serverInfo status jql changelog incidents log_entries services abilities locations endpoints`
    .trim()
    .split(/\s+/),
);
/** `v1alpha3`, `2.0`. */
const VERSION = /^(?:v\d{1,2}(?:(?:alpha|beta)\d{1,2})?|\d\.\d)$/;

/** What a request asks for, without what it asks about: no query, no names, no ids, nothing that may be a secret. */
export function whatOf({ method, path, headers }: Omit<SentRequest, 'status'>): string {
  const plain = (path.split(/[?#]/, 1)[0] ?? '')
    .split('/')
    .map((part, at, all) => (isWord(part, all[at - 1]) ? part : afterColon(part)))
    .join('/');
  // Interfaces that have one path for all name the operation beside it.
  const target = /\.([A-Za-z]{1,60})$/.exec(headers['x-amz-target'] ?? '')?.[1];
  return `${method} ${plain}${target === undefined ? '' : ` ${target}`}`;
}

const isWord = (part: string, before: string | undefined): boolean =>
  part === '' || WORDS.has(part) || VERSION.test(part) || (before === 'api' && /^\d$/.test(part));

/** `4711:listVersions` asks something of a thing. */
const afterColon = (part: string): string => `…${/:[a-zA-Z]{1,40}$/.exec(part)?.[0] ?? ''}`;

/** Counts what a look asks for. */
export function countRequests(): {
  readonly heard: (request: SentRequest) => void;
  readonly asked: () => RequestRun['asked'];
  readonly total: () => number;
} {
  const kinds = new Map<string, Map<number, number>>();
  let total = 0;
  return {
    heard: (request) => {
      total += 1;
      const what = whatOf(request);
      const name = kinds.has(what) || kinds.size < MOST_KINDS ? what : OTHERS;
      const answers = kinds.get(name) ?? new Map<number, number>();
      kinds.set(name, answers);
      answers.set(request.status, (answers.get(request.status) ?? 0) + 1);
    },
    asked: () =>
      [...kinds]
        .map(([what, answers]) => ({
          what,
          count: [...answers.values()].reduce((sum, count) => sum + count, 0),
          answers: [...answers].map(([code, count]) => ({ code, count })).sort((a, b) => a.code - b.code),
        }))
        .sort((a, b) => b.count - a.count),
    total: () => total,
  };
}
