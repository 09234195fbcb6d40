import { type Cell, columnLetters, type InputRule, type Link, quoteSheet } from './cells';
import { xmlText } from './xml-text';

/** Links of one sheet; a program that finds more than 65,530 calls the file damaged. */
export const MOST_LINKS = 50_000;
/** Longer addresses and hints are refused by Excel. */
const LONGEST_ADDRESS = 2_079;
const LONGEST_PROBLEM = 225;

const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** An address that may be clicked, as a package writes it; `null` where it is none, or no place on the web. */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return SAFE.has(protocol) && href.length <= LONGEST_ADDRESS ? href : null;
}

function ruleXml(rule: InputRule, places: readonly string[]): string {
  const problem =
    rule.problem.length > LONGEST_PROBLEM ? `${rule.problem.slice(0, LONGEST_PROBLEM - 1)}…` : rule.problem;
  const [type, first, second] =
    rule.kind === 'list'
      ? (['list', `"${rule.among.join(',')}"`, null] as const)
      : ([rule.kind, String(rule.least), String(rule.most)] as const);
  return [
    `<dataValidation type="${type}"${second === null ? '' : ' operator="between"'}${rule.mayBeEmpty ? ' allowBlank="1"' : ''}`,
    ` showInputMessage="1" showErrorMessage="1" errorTitle="This cell takes another value" error="${xmlText(problem)}"`,
    ` sqref="${places.join(' ')}"><formula1>${xmlText(first)}</formula1>`,
    second === null ? '' : `<formula2>${second}</formula2>`,
    '</dataValidation>',
  ].join('');
}

/** What belongs to cells and stands behind the rows of a sheet: merged cells, what may be typed, and links. */
export class BesideRows {
  private readonly merged: string[] = [];
  private readonly rules = new Map<string, { readonly rule: InputRule; readonly places: string[] }>();
  private readonly links: string[] = [];
  private readonly addresses = new Map<string, string>();

  /** Notes what a cell brings along; whether it is a link, which a sheet has only so many of. */
  take({ across = 1, rule, link }: Cell, column: number, row: number): boolean {
    const place = `${columnLetters(column)}${row}`;
    if (across > 1) this.merged.push(`${place}:${columnLetters(column + across - 1)}${row}`);
    if (rule) {
      const key = JSON.stringify(rule);
      const known = this.rules.get(key);
      if (known) known.places.push(place);
      else this.rules.set(key, { rule, places: [place] });
    }
    return link ? this.linked(link, place) : false;
  }

  private linked(link: Link, place: string): boolean {
    if (this.links.length >= MOST_LINKS) return false;
    if ('sheet' in link) {
      const target = xmlText(`${quoteSheet(link.sheet)}!${link.cell}`);
      this.links.push(`<hyperlink ref="${place}" location="${target}"/>`);
      return true;
    }
    const address = webAddress(link.url);
    if (address === null) return false;
    // What stands behind # is no part of the target.
    const [target = '', anchor] = address.split(/#(.*)/s);
    const id = this.addresses.get(target) ?? `rId${this.addresses.size + 1}`;
    this.addresses.set(target, id);
    const location = anchor ? ` location="${xmlText(anchor)}"` : '';
    this.links.push(`<hyperlink ref="${place}" r:id="${id}"${location}/>`);
    return true;
  }

  mergedXml(): string {
    const { length } = this.merged;
    if (length === 0) return '';
    return `<mergeCells count="${length}">${this.merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  }

  rulesXml(): string {
    const all = [...this.rules.values()].map(({ rule, places }) => ruleXml(rule, places));
    return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
  }

  linksXml(): string {
    return this.links.length === 0 ? '' : `<hyperlinks>${this.links.join('')}</hyperlinks>`;
  }

  /** Addresses outside of the workbook by the ids that links call them by. */
  get targets(): readonly (readonly [id: string, address: string])[] {
    return [...this.addresses].map(([address, id]) => [id, address]);
  }
}
