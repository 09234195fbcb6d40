import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnswerDraft, NO_ANSWER } from './answer-draft';
import { createAnswerSaver, TYPING_PAUSE, type Unsaved } from './answer-saver';

const draft = (change: Partial<AnswerDraft>): AnswerDraft => ({ ...NO_ANSWER, ...change });

/** An engine that keeps what it is sent, unless it is told to fail; each answer takes 20 ms. */
const setUp = () => {
  const kept: string[] = [];
  const engine = { fails: false };
  const saver = createAnswerSaver({
    send: async ({ questionId, draft: { value, comment } }: Unsaved) => {
      await new Promise((done) => setTimeout(done, 20));
      if (engine.fails) throw new Error('The disk is full.');
      kept.push(`${questionId} ${value} ${comment}`.trim());
    },
    sentenceOf: (error) => (error instanceof Error ? error.message : ''),
  });
  return { kept, engine, saver };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createAnswerSaver', () => {
  it('keeps a choice at once and text after a pause of typing', async () => {
    const { kept, saver } = setUp();
    saver.change('FS1', '', draft({ value: 2 }), 'now');
    await vi.advanceTimersByTimeAsync(20);
    expect(kept).toEqual(['FS1 2']);
    for (const comment of ['a', 'ab', 'abc']) {
      saver.change('FS1', '', draft({ value: 2, comment }), 'soon');
      await vi.advanceTimersByTimeAsync(TYPING_PAUSE - 1);
    }
    expect(kept).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(21);
    expect(kept.at(-1)).toBe('FS1 2 abc');
    expect(saver.unsaved().size).toBe(0);
  });

  it('sends the newest text when the same answer changes while it is being kept', async () => {
    const { kept, saver } = setUp();
    saver.change('FS1', '', draft({ value: 1 }), 'now');
    await vi.advanceTimersByTimeAsync(5);
    saver.change('FS1', '', draft({ value: 3 }), 'now');
    await vi.advanceTimersByTimeAsync(100);
    expect(kept).toEqual(['FS1 1', 'FS1 3']);
    expect(saver.unsaved().size).toBe(0);
  });

  it('keeps the order of answers to different questions', async () => {
    const { kept, saver } = setUp();
    for (const id of ['FS1', 'FS2', 'FS3']) saver.change(id, '', draft({ value: 0 }), 'now');
    await vi.advanceTimersByTimeAsync(100);
    expect(kept).toEqual(['FS1 0', 'FS2 0', 'FS3 0']);
  });

  it('holds what failed, says why, and keeps it when it is tried again', async () => {
    const { kept, engine, saver } = setUp();
    engine.fails = true;
    saver.change('MM1', 'Ana', draft({ value: 1, comment: 'long text' }), 'now');
    await vi.advanceTimersByTimeAsync(30);
    expect([...saver.unsaved().values()]).toMatchObject([
      { state: 'failed', problem: 'The disk is full.', respondent: 'Ana', draft: { comment: 'long text' } },
    ]);
    engine.fails = false;
    const again = saver.retry();
    await vi.advanceTimersByTimeAsync(30);
    expect(await again).toBe(true);
    expect(kept).toEqual(['MM1 1 long text']);
  });

  it('holds "not applicable" until a reason is given', async () => {
    const { kept, saver } = setUp();
    saver.change('FS2', '', draft({ value: 'not_applicable' }), 'now');
    await vi.advanceTimersByTimeAsync(100);
    expect(kept).toEqual([]);
    expect([...saver.unsaved().values()][0]?.state).toBe('held');
    saver.change('FS2', '', draft({ value: 'not_applicable', reason: 'Vendor models only' }), 'soon');
    const leave = saver.flush();
    await vi.advanceTimersByTimeAsync(30);
    expect(await leave).toBe(true);
    expect(kept).toEqual(['FS2 not_applicable']);
  });

  it('sends nothing twice and nothing that was taken back', async () => {
    const { kept, saver } = setUp();
    saver.change('FS1', '', draft({ comment: 'x' }), 'soon');
    saver.forget('FS1', '');
    await saver.flush();
    expect(kept).toEqual([]);
  });
});
