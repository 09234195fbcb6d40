import { execFile } from 'node:child_process';

/** Where the times of the journal come from: the clock of this computer, and who keeps it right. */
export interface ClockSource {
  /** `Linux system clock`. */
  readonly clock: string;
  /** `null`: the system does not say. */
  readonly keptByTimeServer: boolean | null;
  /** As the system names it; '' = it does not. */
  readonly server: string;
}

const NAMES: Readonly<Partial<Record<NodeJS.Platform, string>>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
/** The system answers at once or not at all. */
const PATIENCE_MS = 2_000;

type Ask = (program: string, given: readonly string[]) => Promise<string | null>;

/** Asks the system; nothing is asked over the network. */
export async function clockSource(
  platform: NodeJS.Platform = process.platform,
  ask: Ask = askSystem,
): Promise<ClockSource> {
  const clock = `${NAMES[platform] ?? platform} system clock`;
  if (platform === 'linux') {
    const said = await ask('timedatectl', ['show', '--property=NTPSynchronized', '--value']);
    return { clock, keptByTimeServer: said === null ? null : yesOrNo(said), server: '' };
  }
  if (platform === 'win32') {
    const said = (await ask('w32tm', ['/query', '/source']))?.trim() ?? '';
    const local = /^(Local CMOS Clock|Free-running System Clock)/i.test(said);
    // Where its service does not run, it answers with an error and its number.
    const known = said !== '' && !/0x8\d{7}/.test(said);
    return { clock, keptByTimeServer: known ? !local : null, server: known && !local ? said.slice(0, 120) : '' };
  }
  return { clock, keptByTimeServer: null, server: '' };
}

const yesOrNo = (said: string): boolean | null => (said.trim() === 'yes' ? true : said.trim() === 'no' ? false : null);

function askSystem(program: string, given: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, [...given], { timeout: PATIENCE_MS, windowsHide: true }, (error, out) =>
      resolve(error ? null : out),
    );
  });
}
