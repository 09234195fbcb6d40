import { badFile } from '../failures';
import { decoderOf, type Encoding, type EncodingChoice } from './decode';
import { doubleByteLikelihoods } from './double-byte';
import { singleByteLikelihoods } from './single-byte';
import { surveyText, type TextSurvey } from './text-survey';

/** An encoding is taken without a question if it is so many nats likelier than any that reads the text otherwise. */
const SURE = 6;
/** … and if each byte beside ASCII makes it likelier by so much: a text in an encoding that nobody knows fits all of them badly. */
const SURE_EACH = 1;
/** Encodings that are worth asking about, next to the best one. */
const ASKED = 8;
/** How much less likely they may be. */
const IN_QUESTION = 40;
const SAMPLE_LINES = 3;
const SAMPLE_LENGTH = 160;
/** Always among what is asked about. */
const COMMONEST = 'windows-1252';
/** One odd line in so many makes a text of UTF-8 with odd lines, not a text in another encoding. */
const ODD_LINES = 0.2;

/**
 * How a text is written: by its byte order mark, as UTF-16 by its zeros, as strict UTF-8, else by which letters and signs
 * its bytes would be. What was asked for wins. Where several readings are as likely, `certain` is false and the person is
 * to choose among `choices`.
 */
export function findEncoding(fileName: string, text: Uint8Array | TextSurvey, wanted: string): Encoding {
  const survey = text instanceof Uint8Array ? surveyText(text) : text;
  const marked = byteOrderMark(survey.head);
  if (wanted !== 'auto') {
    const label = knownLabel(fileName, wanted);
    return {
      label,
      skip: marked?.label === label ? marked.skip : 0,
      certain: true,
      choices: choicesFor(survey, label),
    };
  }
  if (marked) return { ...marked, certain: true, choices: [] };
  const wide = utf16ByZeros(survey.head);
  if (wide) return { label: wide, skip: 0, certain: true, choices: [] };
  if (isIso2022Jp(survey.head)) return { label: 'iso-2022-jp', skip: 0, certain: true, choices: [] };
  if (survey.utf8 !== 'invalid') return { label: 'utf-8', skip: 0, certain: true, choices: [] };
  const { validLines, invalidLines } = survey;
  if (validLines >= 3 && invalidLines <= (validLines + invalidLines) * ODD_LINES)
    return { label: 'utf-8', skip: 0, certain: true, choices: [], oddLines: invalidLines };
  return byLikelihood(survey);
}

function byLikelihood(survey: TextSurvey): Encoding {
  const ranked = likelihoods(survey.sample);
  const [first] = ranked;
  const label = first?.encoding ?? COMMONEST;
  const second = ranked[1];
  const fits = (first?.nats ?? 0) > SURE_EACH * survey.sample.reduce((high, byte) => high + (byte >> 7), 0);
  const certain = first !== undefined && fits && (!second || first.nats - second.nats >= SURE);
  return { label, skip: 0, certain, choices: certain ? [] : choicesFor(survey, label) };
}

/** The likeliest first; of several that read the sample alike only the first. */
function likelihoods(sample: Uint8Array): readonly { readonly encoding: string; readonly nats: number }[] {
  const texts = new Set<string>();
  return [...singleByteLikelihoods(sample), ...doubleByteLikelihoods(sample)]
    .sort((a, b) => b.nats - a.nats)
    .filter(({ encoding }) => {
      const text = decoderOf(encoding)(sample, true);
      if (texts.has(text)) return false;
      texts.add(text);
      return true;
    });
}

/** The chosen encoding and its rivals, each with what it would make of the same lines. */
function choicesFor(survey: TextSurvey, label: string): readonly EncodingChoice[] {
  if (survey.utf8 !== 'invalid') return [];
  const ranked = likelihoods(survey.sample);
  const best = ranked[0]?.nats ?? 0;
  const rivals = ranked.filter(({ nats }) => nats > best - IN_QUESTION).slice(0, ASKED);
  const labels = [...new Set([label, ...rivals.map(({ encoding }) => encoding), COMMONEST])];
  const lines = sampleLines(survey.sample);
  return labels.map((encoding) => ({
    encoding,
    sample: lines.map((line) => shownText(decoderOf(encoding)(line, true))).join('\n'),
  }));
}

function sampleLines(sample: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < sample.length && lines.length < SAMPLE_LINES; ) {
    const next = sample.indexOf(10, from) + 1;
    const end = next === 0 ? sample.length : next;
    const line = sample.subarray(from, end);
    if (line.some((byte) => byte >= 0x80)) lines.push(line);
    from = end;
  }
  return lines;
}

/** A line around its first character beside ASCII. */
function shownText(line: string): string {
  const text = line.replace(/\p{Cc}/gu, ' ').trimEnd();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII is looked for
  const first = Math.max(0, text.search(/[^\u0000-\u007f]/));
  const from = Math.max(0, first - SAMPLE_LENGTH / 2);
  return text.slice(from, from + SAMPLE_LENGTH).trim();
}

function byteOrderMark(bytes: Uint8Array): { readonly label: string; readonly skip: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { label: 'utf-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', skip: 2 };
  return null;
}

/**
 * A text in 8 bits has no zeros. In UTF-16 delimiters, digits and line ends have one, always on the same side, whatever
 * the language; few signs have one on the other.
 */
function utf16ByZeros(head: Uint8Array): string | null {
  const length = head.length & ~1;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let index = 0; index < length; index += 2) {
    if (head[index] === 0) zeros[0] += 1;
    if (head[index + 1] === 0) zeros[1] += 1;
  }
  const [even, odd] = zeros;
  if (length < 4 || even + odd < Math.max(2, length / 100)) return null;
  const label = odd > even * 3 ? 'utf-16le' : even > odd * 3 ? 'utf-16be' : null;
  return label !== null && isPlainText(decoderOf(label)(head.subarray(0, length), true)) ? label : null;
}

function isPlainText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const odd = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return odd <= text.length / 1_000 + 1;
}

/** Japanese in 7 bits shifts to its signs with ESC $ B. */
const isIso2022Jp = (head: Buffer): boolean => head.includes('\u001b$B') && !head.some((byte) => byte >= 0x80);

function knownLabel(fileName: string, wanted: string): string {
  if (wanted.toLowerCase() === 'ibm850') return 'ibm850';
  try {
    return new TextDecoder(wanted).encoding;
  } catch {
    throw badFile(`${fileName} cannot be read as "${wanted}": no such encoding is known. Try auto or windows-1252.`);
  }
}
