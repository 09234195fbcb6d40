import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

describe('people who answer', () => {
  it('renames a person with the answers, takes one out with them, and undoes both', async () => {
    const { call } = await testBackend();
    const { id } = await call('assessments.start', { respondents: ['Ada', 'Grace'] });
    for (const questionId of ['FS1', 'FS2'])
      await call('assessments.answer', { id, questionId, respondent: 'Ada', value: 3, comment: 'Seen' });
    await call('assessments.answer', { id, questionId: 'FS1', respondent: 'Grace', value: 1 });
    const before = await call('assessments.get', { id });
    const renamed = await call('assessments.renameRespondent', { id, respondent: 'Ada', name: 'Ada Byron' });
    expect(renamed.respondents).toEqual(['Ada Byron', 'Grace']);
    expect(renamed.responses.filter(({ respondent }) => respondent === 'Ada Byron')).toHaveLength(2);
    expect(renamed.answers).toEqual(before.answers);
    const out = await call('assessments.removeRespondent', { id, respondent: 'Grace' });
    expect(out.respondents).toEqual(['Ada Byron']);
    expect(out.answers).toMatchObject({ FS1: { value: 3 } });
    expect((await call('history.state', {})).undo?.label).toBe(`Take Grace out of “${before.name}”, with 1 answer`);
    await call('history.undo', {});
    await call('history.undo', {});
    expect(await call('assessments.get', { id })).toEqual(before);
  });

  it('names the answers that nobody put a name to', async () => {
    const { call } = await testBackend();
    const { id } = await call('assessments.start', {});
    await call('assessments.answer', { id, questionId: 'FS1', value: 2 });
    const named = await call('assessments.renameRespondent', { id, respondent: '', name: 'Grace' });
    expect(named.respondents).toEqual(['Grace']);
    expect(named.responses.map(({ respondent }) => respondent)).toEqual(['Grace']);
  });

  it('takes neither keys that were meant as answers nor a name that is there for a person', async () => {
    const { call } = await testBackend();
    const { id } = await call('assessments.start', { respondents: ['Ada', 'Grace'] });
    const has = (name: string) => call('assessments.update', { id, patch: { respondents: ['Ada', 'Grace', name] } });
    await expect(has('12')).rejects.toThrow(/“12” has no letter/);
    await expect(call('assessments.answer', { id, questionId: 'FS1', respondent: '2', value: 1 })).rejects.toThrow(
      /no letter/,
    );
    await expect(call('assessments.start', { respondents: ['1'] })).rejects.toThrow(/no letter/);
    await expect(has('ada')).rejects.toThrow(/“Ada” answers already/);
    const rename = { id, respondent: 'Ada' };
    await expect(call('assessments.renameRespondent', { ...rename, name: 'GRACE' })).rejects.toThrow(/answers already/);
    await expect(call('assessments.renameRespondent', { ...rename, name: 'Grace' })).rejects.toThrow(/answers already/);
    await expect(call('assessments.removeRespondent', { id, respondent: 'Alan' })).rejects.toThrow(
      /Nobody called “Alan”/,
    );
    await call('assessments.finish', { id });
    await expect(call('assessments.removeRespondent', { id, respondent: 'Ada' })).rejects.toThrow(/finished/);
    expect((await call('assessments.get', { id })).respondents).toEqual(['Ada', 'Grace']);
  });
});
