// Papa Parse, parsing alone.
import { Readable } from 'node:stream';

const SLICE = 16 << 20;

function* slices(bytes) {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += SLICE) {
    yield decoder.decode(bytes.subarray(at, at + SLICE), { stream: at + SLICE < bytes.length });
  }
}

export async function create({ events, peer }) {
  const { default: Papa } = await peer('papaparse');
  return {
    // The fastest of its ways that gives the right rows: string arrays, called back row by row.
    parse: () =>
      new Promise((resolve, reject) => {
        let rows = -1; // the header is none
        Papa.parse(Readable.from(slices(events)), {
          delimiter: ',',
          newline: '\n',
          skipEmptyLines: true,
          step: () => {
            rows++;
          },
          complete: () => resolve({ rows }),
          error: reject,
        });
      }),
  };
}
