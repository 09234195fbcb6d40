import { list, plainWords } from './phrases';

const BRACKETS = /[([{<][^)\]}>]*[)\]}>]/g;
/** `1.1.2 Description`, `Q4: Purpose`: the number of a question in a form. */
const NUMBERED = /^(?:(?:q|question|frage|vraag|pregunta) ?)?\d+(?: \d+)* (?=\p{L}{2})/u;
/** `description_en`: of a file that says everything in two languages. */
const IN_LANGUAGE = / (?:en|eng|fr|fra|de|deu|nl|es|it|pt)$/;
const PATH = /^[^\s.]+(?:\.[^\s.]+)+$/;

/** Parts of a path that say nothing of their own: what holds the fields, and what a field is shown by. */
const HOLDERS = new Set(
  list('fields, attributes, properties, data, result, record, row, item, incident, issue, model'),
);
const SHOWN_BY = new Set(list('name, display name, display value, label, title, text, summary'));

/**
 * What a header may say as plain words, the whole of it first: then without what stands in brackets, the number of a question or
 * the mark of a language, the telling part of a path of objects (`fields.status.name` → `status`), and the lower row of a header of two.
 */
export function headerForms(label: string): readonly string[] {
  const forms = [label, label.replace(BRACKETS, ' ')].flatMap((text) => {
    const plain = plainWords(text);
    return [plain, plain.replace(NUMBERED, ''), plain.replace(IN_LANGUAGE, '')];
  });
  if (PATH.test(label)) forms.push(tellingPart(label.split('.').map(plainWords)));
  // `Lifecycle / Stage`: a header of two rows, the lower of which says more.
  const lower = label.split(' / ').at(-1) ?? label;
  if (lower !== label) forms.push(plainWords(lower));
  return [...new Set(forms)].filter((form) => form !== '');
}

function tellingPart(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  const holder = parts.at(-2) ?? '';
  return SHOWN_BY.has(last) && !HOLDERS.has(holder) ? holder : last;
}
