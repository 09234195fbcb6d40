/** What a host decides for its engine; travels as one JSON argument of the engine's process. */
export interface EngineOptions {
  readonly configFolder: string;
  readonly portfolioFolder: string;
  readonly defaultActor: string;
  readonly appVersion: string;
}

export const writeEngineOptions = (options: EngineOptions): string => JSON.stringify(options);

/** Throws when the argument is missing or incomplete: an engine without its places must not start. */
export function readEngineOptions(argument: string | undefined): EngineOptions {
  const parsed: unknown = JSON.parse(argument ?? 'null');
  if (typeof parsed !== 'object' || parsed === null) throw new Error('The engine was started without its options.');
  const text = (key: keyof EngineOptions): string => {
    const value: unknown = Object.getOwnPropertyDescriptor(parsed, key)?.value;
    if (typeof value !== 'string' || value === '') throw new Error(`The engine was started without "${key}".`);
    return value;
  };
  return {
    configFolder: text('configFolder'),
    portfolioFolder: text('portfolioFolder'),
    defaultActor: text('defaultActor'),
    appVersion: text('appVersion'),
  };
}
