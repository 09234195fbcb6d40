/** Blanks collapsed; an empty label becomes `Column 7`, a repeated one gets ` (2)`, never taking another's label. */
export function uniqueLabels(header: readonly string[], width: number): readonly string[] {
  const plain = Array.from({ length: width }, (_, index) => {
    const label = (header[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, 1_900);
    return label === '' ? `Column ${index + 1}` : label;
  });
  const taken = new Set(plain);
  const times = new Map<string, number>();
  return plain.map((label) => {
    let number = (times.get(label) ?? 0) + 1;
    if (number === 1) {
      times.set(label, 1);
      return label;
    }
    while (taken.has(`${label} (${number})`)) number += 1;
    times.set(label, number);
    taken.add(`${label} (${number})`);
    return `${label} (${number})`;
  });
}
