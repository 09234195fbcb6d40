import { DomainError } from '../../../failure/domain-error';

/** A picture that every slide bears. */
export interface Logo {
  readonly bytes: Uint8Array;
  readonly ending: 'png' | 'jpeg';
  /** Dots. */
  readonly width: number;
  readonly height: number;
  /** What it says to whoever does not see it. */
  readonly alt: string;
}

/** A logo that is larger makes every deck so. */
export const MOST_LOGO_BYTES = 2_000_000;
const MOST_DOTS = 10_000;

/** @throws DomainError where it is no PNG or JPEG, too large, or damaged */
export function readLogo(bytes: Uint8Array, name: string, company: string): Logo {
  const refuse = (why: string): DomainError => new DomainError('bad_file', `The logo ${name} ${why}`);
  if (bytes.length > MOST_LOGO_BYTES)
    throw refuse('has more than 2 MB. Save it smaller: 600 dots across are enough for a slide.');
  const alt = company === '' ? 'Logo' : `Logo of ${company}`;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = isPng(bytes) ? pngSize(view) : isJpeg(bytes) ? jpegSize(view) : undefined;
  if (found === undefined) {
    const start = new TextDecoder().decode(bytes.subarray(0, 1_000));
    throw refuse(
      /<svg[\s>]/i.test(start)
        ? 'is an SVG, which many programs do not show on slides. Save it as PNG, 600 dots across or more.'
        : 'is no PNG or JPEG. Save it as one of these.',
    );
  }
  if (found === null) throw refuse('is damaged: its size cannot be read. Save it again.');
  const { width, height } = found;
  if (width < 1 || height < 1 || width > MOST_DOTS || height > MOST_DOTS)
    throw refuse(`is ${width} × ${height} dots. Take one of 1 to ${MOST_DOTS} dots across.`);
  return { bytes, ending: isPng(bytes) ? 'png' : 'jpeg', width, height, alt };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array): boolean => PNG.every((value, at) => bytes[at] === value);
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

function pngSize(view: DataView): Size | null {
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49_48_44_52) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frame of a JPEG says its size; segments before it say how long they are. */
function jpegSize(view: DataView): Size | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
