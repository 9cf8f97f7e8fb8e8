import { useEffect, useState } from 'react';
import { formatBytes, listAll } from '../../format';
import { type MessageKey, t } from '../../i18n';
import { laterChunks } from '../../state/later';
import { forgetEverything, type OnDevice, onDevice } from '../../state/on-device';
import { useMemory } from '../../state/remember';
import { useKeptRules } from '../../state/rule-sets';
import { Button } from '../../ui/button';
import './forget.css';

const kinds = ['rules', 'settings', 'data', 'page'] as const satisfies (keyof OnDevice)[];

const words = (sizes: OnDevice, wanted: (bytes: number) => boolean): string[] =>
  kinds
    .filter((kind) => wanted(sizes[kind]))
    .map((kind) => t(`on_device.${kind}` as MessageKey, { size: formatBytes(sizes[kind]) }));

type Stage = 'no' | 'asked' | OnDevice;

/** What is on this device, and its removal. */
export function Forget() {
  const [sizes, setSizes] = useState<OnDevice | null>(null);
  const [stage, setStage] = useState<Stage>('no');
  const memory = useMemory();
  const rules = useKeptRules();
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever something is kept or goes
  useEffect(() => {
    const measure = () => onDevice().then(setSizes);
    measure();
    laterChunks().then(measure); // the page's own files are kept after these
  }, [memory, rules, stage]);
  const forget = async () => setStage(await forgetEverything());
  const removed = typeof stage === 'object' ? words(stage, (bytes) => bytes > 0) : [];
  return (
    <div className="forget">
      <h3 id="forget-title">{t('on_device.title')}</h3>
      {sizes && <p>{t('on_device.all', { parts: listAll(words(sizes, () => true)) })}</p>}
      <p className="quiet-text">{t('on_device.hint')}</p>
      {stage === 'asked' ? (
        <div className="forget-question note bad">
          <p>{t('forget.question')}</p>
          <div className="actions">
            <Button look="primary" onPress={forget}>
              {t('forget.yes')}
            </Button>
            <Button onPress={() => setStage('no')}>{t('forget.no')}</Button>
          </div>
        </div>
      ) : (
        <Button onPress={() => setStage('asked')}>{t('forget.everything')}</Button>
      )}
      <div role="status">
        {typeof stage === 'object' && (
          <p className="note good">
            {removed.length > 0 ? t('forget.done', { parts: listAll(removed) }) : t('forget.nothing')}
          </p>
        )}
      </div>
    </div>
  );
}
