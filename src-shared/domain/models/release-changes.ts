/** What a release changed. Of what generates or acts a new prompt is a release like new weights; rules.md 2. */
export const RELEASE_CHANGES = ['weights_code', 'prompt', 'provider_model', 'tools_configuration'] as const;
export type ReleaseChange = (typeof RELEASE_CHANGES)[number];
export const RELEASE_CHANGE_LABELS: Readonly<Record<ReleaseChange, string>> = {
  weights_code: 'Weights or code',
  prompt: 'Prompt',
  provider_model: 'Provider’s model',
  tools_configuration: 'Tools or configuration',
};

/** As it lies in the file: words in their order, joined by commas; '' = nobody has said. */
export const releaseChangesText = (changes: readonly ReleaseChange[]): string =>
  RELEASE_CHANGES.filter((one) => changes.includes(one)).join(',');

export const parseReleaseChanges = (text: string): ReleaseChange[] => {
  const words = new Set(text.split(','));
  return RELEASE_CHANGES.filter((one) => words.has(one));
};

/** Inside a sentence: `prompt and tools or configuration`; '' = nobody has said. */
export const sayReleaseChanges = (changes: readonly ReleaseChange[]): string => {
  const words = changes.map((one) => RELEASE_CHANGE_LABELS[one].toLowerCase());
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
};
