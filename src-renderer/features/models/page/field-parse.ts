import { accepted, type Parsed, refused } from '#domain/base/parsed';
import { notationOf, typedAmount, typedDay } from '../../../lib/typed';
import type { FieldSpec } from './field-specs';

const ok = accepted<unknown>;
const no = (message: string): Parsed<never> => refused('not_taken', message);

const parseChoice = (spec: FieldSpec, text: string): Parsed<unknown> => {
  if (spec.editor.kind !== 'choice') return ok(text);
  if (text === '') return spec.editor.emptyAllowed ? ok(null) : no(`${spec.label} needs one of its values.`);
  if (!spec.editor.options.some((option) => option.value === text)) return no(`${spec.label} does not know “${text}”.`);
  return ok(spec.name === 'tier' ? Number(text) : text);
};

/** What is typed into a field of one text → the value of the patch, or a sentence that says what to change. */
export const parseField = (
  spec: FieldSpec,
  text: string,
  currency: string,
  notation = notationOf(),
): Parsed<unknown> => {
  const trimmed = text.trim();
  switch (spec.editor.kind) {
    case 'money':
      return trimmed === '' ? ok(null) : typedAmount(trimmed, currency, notation);
    case 'date':
      return trimmed === '' ? ok(null) : typedDay(trimmed, notation);
    case 'choice':
      return parseChoice(spec, trimmed);
    case 'line':
      if (spec.name === 'name' && trimmed === '') return no('A model needs a name.');
      return trimmed.length > 500
        ? no(`${spec.label} takes 500 characters at most; these are ${trimmed.length}.`)
        : ok(trimmed);
    case 'text':
      return text.length > 50_000 ? no(`${spec.label} takes 50,000 characters at most.`) : ok(text.trimEnd());
    case 'tags':
    case 'references':
      return no(`${spec.label} is edited as a list.`);
  }
};
