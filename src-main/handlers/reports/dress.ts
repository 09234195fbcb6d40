import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Input, Output } from '#contract/index';
import type { DeckPreview } from '#contract/reports/reports';
import { changedOutside } from '../../engine/change-events';
import type { DeckDress } from '../../exporters/deck/plan-deck';
import { type Logo, MOST_LOGO_BYTES, readLogo } from '../../exporters/deck/slide/logo';
import { DomainError } from '../../failure/domain-error';
import type { CommandContext, QueryContext } from '../context';

/** A board reads no more. */
const BOARD_SLIDES = 8;

type Kept = Output<'reports.dress'>;

export function keptDress({ preferences }: Pick<QueryContext, 'preferences'>): Kept {
  const { company, line, logo } = preferences.dress();
  const bytes = preferences.logo();
  if (bytes === null) return { company, line, logo: null };
  const { width, height, ending } = readLogo(bytes, logo, company);
  const picture = `data:image/${ending};base64,${Buffer.from(bytes).toString('base64')}`;
  return { company, line, logo: { fileName: logo, width, height, picture } };
}

/** Keeps what is given for the decks to come; a logo is kept as a copy, for its file may go. */
export async function keepDress(given: Input<'reports.setDress'>, context: CommandContext): Promise<Kept> {
  const { preferences, files } = context;
  const before = preferences.dress();
  const company = given.company ?? before.company;
  let { logo } = before;
  if (given.logo === null) logo = '';
  else if (given.logo !== undefined) {
    const path = files.resolve(given.logo);
    const { bytes } = await openLogo(path, company);
    preferences.keepLogo(bytes);
    logo = basename(path);
  }
  preferences.setDress({ company, line: given.line ?? before.line, logo });
  context.publish(changedOutside('preferences'));
  return keptDress(context);
}

async function openLogo(path: string, company: string): Promise<Logo> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new DomainError('bad_file', `The logo ${name} is not there. Choose the file again.`);
  // Refused by its size before it is read, by its content afterwards.
  const bytes = found.size > MOST_LOGO_BYTES ? new Uint8Array(found.size) : await readFile(path);
  return readLogo(bytes, name, company);
}

async function logoOf({ logo, keptLogo, company }: DeckPreview, context: QueryContext): Promise<Logo | undefined> {
  if (logo !== undefined) return openLogo(context.files.resolve(logo), company);
  const bytes = keptLogo ? context.preferences.logo() : null;
  return bytes === null ? undefined : readLogo(bytes, context.preferences.dress().logo, company);
}

/** The dress that a deck is asked for in. */
export async function dressOf(request: DeckPreview, context: QueryContext): Promise<DeckDress> {
  const { template, length, line, company, layouts } = request;
  return {
    template: template === undefined ? undefined : await context.readers.template(context.files.resolve(template)),
    cover: length !== 'board',
    confidentiality: line,
    company,
    layouts: template === undefined ? {} : layouts,
    logo: await logoOf(request, context),
    most: length === 'board' ? BOARD_SLIDES : undefined,
  };
}
