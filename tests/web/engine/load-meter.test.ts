import { describe, expect, it } from 'vitest';
import { LoadMeter } from '../../../web/src/engine/load-meter';

describe('LoadMeter', () => {
  it('foretells the rest by the bytes, and the rate by the rows of the table', () => {
    let now = 0;
    const meter = new LoadMeter(1000, () => now);
    expect(meter.due(0)).toMatchObject({ phase: 'leads', bytes: 0, secondsLeft: null });
    now = 500;
    meter.read(250);
    expect(meter.due(50)).toMatchObject({ bytes: 250, totalBytes: 1000, rows: 50, rowsASecond: 100, secondsLeft: 1.5 });
    now = 1000;
    meter.enter('events');
    meter.read(250);
    now = 2000;
    expect(meter.due(10)).toMatchObject({ phase: 'events', rowsASecond: 10, secondsLeft: 2 });
  });
  it('tells ten times a second, and each phase at once', () => {
    let now = 0;
    const meter = new LoadMeter(10, () => now);
    expect(meter.due(0)).not.toBeNull();
    now = 99;
    expect(meter.due(0)).toBeNull();
    meter.enter('ordering');
    expect(meter.due(5)).toMatchObject({ phase: 'ordering', rowsASecond: 0, secondsLeft: null });
    now = 199;
    expect(meter.due(0)).not.toBeNull();
  });
});
