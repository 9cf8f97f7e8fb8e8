import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => vi.stubGlobal('navigator', { hardwareConcurrency: 1, languages: [], platform: '' }));

it('asks one thing after the other, and not at all what was overtaken meanwhile', async () => {
  const { inTurn } = await import('../../../web/src/state/reports');
  const asked: string[] = [];
  let wanted = true;
  const asking = (name: string) => async () => {
    asked.push(name);
    await Promise.resolve();
    return name;
  };
  const first = inTurn(() => true, asking('first'));
  const overtaken = inTurn(() => wanted, asking('overtaken'));
  const failing = inTurn(
    () => true,
    () => Promise.reject(new Error('no memory')),
  );
  const last = inTurn(() => true, asking('last'));
  wanted = false;
  expect(await first).toBe('first');
  expect(await overtaken).toBeNull();
  await expect(failing).rejects.toThrow('no memory');
  expect(await last).toBe('last');
  expect(asked).toEqual(['first', 'last']);
});

it('asks the engine in JSON, and fails where there is no answer', async () => {
  const { ask, leadsOf } = await import('../../../web/src/state/reports');
  const { engine } = await import('../../../web/src/state/actions');
  const { everyLead } = await import('../../../web/src/engine/protocol');
  const period = { from: null, until: null };
  const answers = ['{"stages": []}', '{"leads": [3, 5]}', '{"fault": "no such stage"}'];
  const call = vi.spyOn(engine, 'call').mockImplementation(async () => answers.shift() as never);
  const request = { report: 'recorded', period } as const;
  expect(await ask(request, everyLead)).toEqual({ stages: [] });
  expect(await leadsOf(request, { set: 'tooEarly' }, everyLead)).toEqual([3, 5]);
  expect(call).toHaveBeenLastCalledWith(
    'report',
    '{"report":"recorded","period":{"from":null,"until":null},"leads":{"set":"tooEarly"},"zone":[]}',
    everyLead,
  );
  await expect(ask(request, everyLead)).rejects.toThrow('no such stage');
});
