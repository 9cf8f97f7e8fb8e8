import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: '', dataset: {} }, getElementById: () => null });
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('navigator', { hardwareConcurrency: 1, languages: [], platform: '' });
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => ({
  ...(await import('../../../web/src/features/commands/commands')),
  ...(await import('../../../web/src/state/store')),
});

describe('the commands', () => {
  it('have a name, a section and an id of their own each', async () => {
    const { commands, sections } = await load();
    const names = commands.map(({ name }) => name());
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(new Set(names).size).toBe(commands.length);
    expect(names.every((name) => name.length > 0 && !/^command\./.test(name))).toBe(true);
    expect(new Set(commands.map(({ section }) => section))).toEqual(new Set(sections));
  });

  it('are offered when they can be done', async () => {
    const { commands, store } = await load();
    const possible = () => commands.filter((command) => command.possible?.() ?? true).map(({ id }) => id);
    expect(possible()).not.toContain('undo');
    expect(possible()).not.toContain('export');
    expect(possible()).not.toContain('language-en');
    store.setState({ text: '{}', step: { key: 'step.on', values: { rule: 'Pricing page' } } });
    expect(possible()).toContain('undo');
    expect(commands.find(({ id }) => id === 'undo')?.name()).toBe('Undo: Pricing page: on');
  });

  it('go to their screens', async () => {
    const { commands } = await load();
    commands.find(({ id }) => id === 'rules')?.run();
    expect(location.hash).toBe('/rules');
  });
});
