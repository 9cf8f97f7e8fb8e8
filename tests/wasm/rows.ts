// The scored leads as text, as the page asks for it.
import { type EngineApi, everyLead, type RowOptions } from '../../web/src/engine/protocol';

export const csv: Omit<RowOptions, 'columns'> = {
  format: 'csv',
  delimiter: ',',
  crlf: false,
  decimalComma: false,
  safe: false,
};

export const named = (names: string[]): RowOptions['columns'] =>
  names.map((name) => ({ name, header: '', stages: [], hidden: false }));

export function csvOf(engine: EngineApi, names: string[]): string {
  const { leads } = engine.beginRows(everyLead, { ...csv, columns: named(names) });
  const bytes = engine.writeRows(0, leads, []);
  engine.endRows();
  return new TextDecoder().decode(bytes);
}
