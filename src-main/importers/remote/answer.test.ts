import { expect, it } from 'vitest';
import { saidBy } from './answer';

const asIs = (text: string): string => text;

it.each([
  ['{"message":"No such model"}', 'No such model'],
  [
    '{"__type":"com.amazonaws.a#AccessDeniedException","Message":"User a may not"}',
    'AccessDeniedException: User a may not',
  ],
  [
    '{"__type":"ThrottlingException","message":"ThrottlingException: Rate exceeded"}',
    'ThrottlingException: Rate exceeded',
  ],
  ['{"__type":"ExpiredTokenException"}', 'ExpiredTokenException'],
  ['{"error":{"message":"Rate Limit Exceeded","code":2020}}', 'Rate Limit Exceeded'],
  ['{"message":7,"errorMessages":["The JQL is wrong"]}', 'The JQL is wrong'],
  ['<html>no</html>', ''],
  [' busy \n', 'busy'],
])('finds in %s what the server says', (body, said) => {
  expect(saidBy(body, asIs)).toBe(said);
});

it('takes secrets out before it cuts', () => {
  const secret = 'tok-4711-and-long';
  const said = saidBy(JSON.stringify({ message: `${'x'.repeat(195)}${secret}` }), (text) =>
    text.replaceAll(secret, '…'),
  );
  expect(said).toBe(`${'x'.repeat(195)}…`);
});
