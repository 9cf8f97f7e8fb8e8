// Where the parts of a flow of leads stand: the main stream runs down from step to step, as wide as it has leads, and at
// each step those that do not go on turn off to the right.

export interface FlowExit {
  id: string;
  leads: number;
}

export interface FlowStep {
  id: string;
  leads: number;
  /** Those that do not come to the next step: in order from the outside of the stream to its middle. */
  exits: FlowExit[];
}

export interface ExitPlace {
  id: string;
  /** Of the step, at its lower edge, and of the end at the right. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Of its words: never nearer to the next than they are high. */
  middle: number;
  path: string;
}

export interface StepPlace {
  id: string;
  /** Of its bar, beside which its words stand. */
  top: number;
  bottom: number;
  width: number;
  /** Of the stream from its bar to the next, until `end`; 0 at the last. */
  streamWidth: number;
  end: number;
  exits: ExitPlace[];
}

export interface FlowPlaces {
  height: number;
  steps: StepPlace[];
}

export interface FlowSize {
  /** The stream at its widest. */
  stream: number;
  /** Where those that turned off end. */
  end: number;
}

export const BAR = 24;
const LINE = 20; // of the words of one exit
const GAP = 10;

// A bow from the lower edge of a bar to the right.
const bow = (left: number, right: number, from: number, top: number, bottom: number, end: number): string =>
  `M${right} ${from}Q${right} ${top} ${end} ${top}V${bottom}Q${left} ${bottom} ${left} ${from}Z`;

export function flowPlaces(steps: FlowStep[], { stream, end }: FlowSize): FlowPlaces {
  const most = Math.max(1, ...steps.map(({ leads }) => leads));
  const wide = (leads: number) => (leads === 0 ? 0 : Math.max(1, (stream * leads) / most));
  let top = 0;
  const places = steps.map((step, index): StepPlace => {
    const next = steps[index + 1];
    const bottom = top + BAR;
    let right = wide(step.leads);
    let y = bottom + GAP;
    const exits = step.exits
      .filter(({ leads }) => leads > 0)
      .map(({ id, leads }): ExitPlace => {
        const size = wide(leads);
        const slot = Math.max(LINE, size + 4);
        const left = Math.max(0, right - size);
        const bowTop = y + (slot - size) / 2;
        const path = bow(left, right, bottom, bowTop, bowTop + size, end);
        const place = { id, left, right, top: bowTop, bottom: bowTop + size, middle: y + slot / 2, path };
        right = left;
        y += slot;
        return place;
      });
    const place = { id: step.id, top, bottom, width: wide(step.leads), streamWidth: wide(next?.leads ?? 0), exits };
    top = exits.length > 0 || next ? y + GAP : y - GAP;
    return { ...place, end: top };
  });
  return { height: top, steps: places };
}
