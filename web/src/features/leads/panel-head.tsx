import { t } from '../../i18n';
import { stepLead } from '../../state/actions';
import { closeLead } from '../../state/route';
import { useApp } from '../../state/store';
import { rowOf } from '../../state/transitions';
import { Button } from '../../ui/button';
import { CopyWhy } from './copy-why';

export interface PanelHeadProps {
  id: string;
  /** What is copied; null while there is nothing to copy. */
  text: (() => string) | null;
}

/** The way back to the list, and to the leads before and after this one in it. */
export function PanelHead({ id, text }: PanelHeadProps) {
  const place = useApp(({ list }) => rowOf(list, id));
  const count = useApp((state) => state.list.selection?.count ?? 0);
  return (
    <div className="panel-head">
      <Button look="quiet" icon="back" onPress={closeLead}>
        {t('lead.back')}
      </Button>
      <div className="panel-tools">
        <Button
          look="quiet"
          icon="up"
          aria-label={t('lead.previous')}
          aria-describedby="lead-keys"
          isDisabled={place === null || place === 0}
          onPress={() => stepLead(-1)}
        />
        <Button
          look="quiet"
          icon="down"
          aria-label={t('lead.next')}
          aria-describedby="lead-keys"
          isDisabled={place === null || place >= count - 1}
          onPress={() => stepLead(1)}
        />
        <span id="lead-keys" hidden>
          {t('lead.keys')}
        </span>
        {text && <Button look="quiet" icon="print" aria-label={t('lead.print')} onPress={() => print()} />}
      </div>
      {text && <CopyWhy key={id} text={text} />}
    </div>
  );
}
