import type { Plugin } from 'vite';

/** Notes the packages of one part of the build; with the last one all notices and the bill of materials are written. */
export function bundled(part: string, last?: boolean): Plugin;
