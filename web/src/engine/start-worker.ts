// A chunk of its own, fetched after the first paint: it holds the whole engine.
import EngineWorker from './worker?worker&inline';

export const startWorker = (): Worker => new EngineWorker({ name: 'engine' });
