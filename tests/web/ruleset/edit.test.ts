import { describe, expect, it } from 'vitest';
import { pointsText, setEnabled, setPoints } from '../../../web/src/ruleset/edit';
import { offsetOf, placeOf } from '../../../web/src/ruleset/place';

const text = `{
  "format": "mqlab/1", "name": "A \\"quoted\\" name, with: {braces}",
  "rules": [
    { "id": "a", "points": 5 },
    { "id": "b", "enabled": false, "points_for": { "R/D": 1.50, "x": -2 } }
  ]
}
`;

describe('placeOf', () => {
  it.each([
    ['/rules/0/points', '5'],
    ['/rules/1/points_for/R~1D', '1.50'],
    ['/rules/1/points_for/x', '-2'],
    ['/rules/1/enabled', 'false'],
    ['/format', '"mqlab/1"'],
    ['/rules/0', '{ "id": "a", "points": 5 }'],
  ])('%s is %s', (path, value) => {
    const place = placeOf(text, path);
    expect(place && text.slice(place.from, place.to)).toBe(value);
  });
  it('finds nothing where there is nothing', () => {
    expect(placeOf(text, '/rules/2/points')).toBeNull();
    expect(placeOf(text, '/rules/0/point')).toBeNull();
    expect(placeOf(text, '/rules/0/points/0')).toBeNull();
  });
});

describe('setPoints', () => {
  it('changes the number and nothing else', () => {
    expect(setPoints(text, '/rules/0/points', 20)).toBe(text.replace('"points": 5', '"points": 20'));
    expect(setPoints(text, '/rules/1/points_for/R~1D', -0.125)).toBe(text.replace('1.50', '-0.125'));
  });
  it('leaves the text when the place is gone', () => {
    expect(setPoints(text, '/rules/9/points', 20)).toBe(text);
  });
  it('writes no exponent and no more than three decimals', () => {
    expect([1e9, 0.1 + 0.2, -5, 1e-9, 100].map(pointsText)).toEqual(['1000000000', '0.3', '-5', '0', '100']);
  });
});

describe('setEnabled', () => {
  it('writes the key where there is none, and changes it where there is one', () => {
    const off = setEnabled(text, '/rules/0', false);
    expect(JSON.parse(off).rules[0]).toEqual({ id: 'a', enabled: false, points: 5 });
    expect(JSON.parse(setEnabled(text, '/rules/1', true)).rules[1].enabled).toBe(true);
  });
});

describe('offsetOf', () => {
  it('counts lines and columns from one', () => {
    expect(text.slice(offsetOf(text, 3, 3)).startsWith('"rules"')).toBe(true);
    expect(offsetOf(text, 99, 1)).toBe(text.length);
    expect(offsetOf('😀{', 1, 2)).toBe(2);
  });
});
