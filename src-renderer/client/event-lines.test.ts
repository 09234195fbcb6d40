import { describe, expect, it } from 'vitest';
import { takeEvents } from './event-lines';

describe('takeEvents', () => {
  it('reads whole events and keeps the unfinished one', () => {
    const { events, rest } = takeEvents('data: {"a":1}\n\ndata: {"b":2}\n\ndata: {"c"');
    expect(events).toEqual([{ a: 1 }, { b: 2 }]);
    expect(rest).toBe('data: {"c"');
    expect(takeEvents(`${rest}:3}\n\n`).events).toEqual([{ c: 3 }]);
  });

  it('passes over comments, other fields and broken JSON', () => {
    expect(takeEvents(': hello\n\nevent: x\ndata: {"a":1}\n\ndata: {broken\n\n').events).toEqual([{ a: 1 }]);
  });

  it('joins the lines of one event and takes CRLF', () => {
    expect(takeEvents('data: {"a":\r\ndata: 1}\r\n\r\n').events).toEqual([{ a: 1 }]);
  });
});
