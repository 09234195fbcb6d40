import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm start -- …` may say to either host. */
export interface StartArguments {
  /** Absolute path of the portfolio to open; `null`: none was named. */
  readonly portfolio: string | null;
  /** 0 = any free one. */
  readonly port: number;
  /** Somebody else reads the address: print it as one JSON line and open no browser. */
  readonly machine: boolean;
  /** There is a screen to open a browser on. */
  readonly openBrowser: boolean;
}

/** Throws with a sentence when an argument is not known or has no sense. */
export function readStartArguments(argv: readonly string[], folder: string): StartArguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      portfolio: { type: 'string' },
      port: { type: 'string', default: '0' },
      loopback: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port. Give a number from 0 (any free one) to 65535.`);
  }
  const named = values.portfolio ?? positionals.find((word) => word.toLowerCase().endsWith('.modelfolio'));
  return {
    portfolio: named === undefined ? null : resolve(folder, named),
    port,
    machine: values.loopback,
    openBrowser: values.browser && !values.loopback,
  };
}

const LONGEST_LINK = 8000;
/** What a link leads to, the page reads and checks; here it is only that it is one. */
export const isViewLink = (text: string): boolean =>
  text.length <= LONGEST_LINK && /^modelfolio:\/\/open\/\S*$/.test(text);

/** A link to a view that the system hands over (`modelfolio://open/…`), among the arguments of a start; `null` = none. */
export const linkInArguments = (argv: readonly string[]): string | null => argv.find(isViewLink) ?? null;

/**
 * The portfolio that a desktop start names, among whatever switches Chromium and the system add; `null` = none. Paths
 * are resolved against the folder that the start was made in.
 */
export function portfolioInArguments(argv: readonly string[], folder: string): string | null {
  const named = argv.find((word) => word.startsWith('--portfolio='))?.slice('--portfolio='.length);
  const path = named ?? argv.slice(1).find((word) => !word.startsWith('-') && /\.modelfolio$/i.test(word));
  return path === undefined ? null : resolve(folder, path);
}
