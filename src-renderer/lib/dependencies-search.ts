import { isDay } from './search-parts';

/** Of what is asked what falls with it, and on which day. */
export interface DependenciesSearch {
  /** A path such as `OpenAI / GPT-5`. */
  readonly outside?: string;
  readonly model?: string;
  /** Left out: today. */
  readonly at?: string;
}

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readDependenciesSearch({ outside, model, at }: Readonly<Record<string, unknown>>): DependenciesSearch {
  const named = typeof outside === 'number' ? String(outside) : outside;
  return {
    ...(typeof named === 'string' && named !== '' && named.length <= 500 && { outside: named }),
    ...(typeof model === 'string' && model !== '' && { model }),
    ...(isDay(at) && { at }),
  };
}
