import { describe, expect, it } from 'vitest';
import { type WizardKeyContext, wizardAction } from './wizard-keys';

const free: WizardKeyContext = {
  inField: false,
  inOverlay: false,
  onControl: false,
  onChosen: false,
  singleKeys: true,
};
const choose = (value: unknown) => ({ kind: 'choose', value });

describe('wizardAction', () => {
  it('answers with 0 to 3, U and N, and grades with G', () => {
    expect(['0', '3', 'u', 'n'].map((key) => wizardAction(key, free))).toEqual([
      choose(0),
      choose(3),
      choose('unknown'),
      choose('not_applicable'),
    ]);
    expect(wizardAction('g', free)).toEqual({ kind: 'grade' });
    expect(wizardAction('4', free)).toBeNull();
    expect(wizardAction('constructor', free)).toBeNull();
  });

  it('moves with Enter, the arrows and the page keys', () => {
    for (const key of ['enter', 'arrowright', 'arrowdown', 'pagedown'])
      expect(wizardAction(key, free)).toEqual({ kind: 'next' });
    for (const key of ['arrowleft', 'arrowup', 'pageup']) expect(wizardAction(key, free)).toEqual({ kind: 'previous' });
  });

  it('leaves every key to a text field and to a dialog', () => {
    for (const key of ['1', 'enter', 'pagedown', 'arrowleft', 'n']) {
      expect(wizardAction(key, { ...free, inField: true })).toBeNull();
      expect(wizardAction(key, { ...free, inOverlay: true })).toBeNull();
    }
  });

  it('leaves Enter to the button that has the focus, unless that answer is chosen already', () => {
    expect(wizardAction('enter', { ...free, onControl: true })).toBeNull();
    expect(wizardAction('enter', { ...free, onControl: true, onChosen: true })).toEqual({ kind: 'next' });
    expect(wizardAction('2', { ...free, onControl: true })).toEqual(choose(2));
  });

  it('has no part in chords, and keeps the moves where characters are switched off', () => {
    expect(wizardAction('mod+1', free)).toBeNull();
    expect(wizardAction('shift+arrowright', free)).toBeNull();
    expect(wizardAction('1', { ...free, singleKeys: false })).toBeNull();
    expect(wizardAction('enter', { ...free, singleKeys: false })).toEqual({ kind: 'next' });
  });
});
