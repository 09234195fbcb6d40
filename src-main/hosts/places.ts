import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Where the program keeps what belongs to no portfolio, and where new portfolios go. */
export interface Places {
  readonly configFolder: string;
  readonly portfolioFolder: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The places of the hosts without Electron: the same that Electron would choose, so that recent portfolios are shared.
 * `MODELFOLIO_USER_DATA` moves all of it, for tests and for portable use.
 */
export function findPlaces(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): Places {
  const chosen = env.MODELFOLIO_USER_DATA;
  if (chosen) return { configFolder: chosen, portfolioFolder: join(chosen, 'portfolios') };
  return {
    configFolder: join(applicationData(env, platform, home), 'Modelfolio'),
    portfolioFolder: join(home, 'Documents', 'Modelfolio'),
  };
}

function applicationData(env: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return env.APPDATA || join(home, 'AppData', 'Roaming');
  return env.XDG_CONFIG_HOME || join(home, '.config');
}

/** The person's name as the system knows it, until they give one. */
export function systemUserName(): string {
  try {
    return userInfo().username || 'unknown';
  } catch {
    // A container may run under a user id that has no entry in the user database.
    return 'unknown';
  }
}
