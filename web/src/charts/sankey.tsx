// biome-ignore-all lint/a11y/useSemanticElements: marks of a drawing have no HTML element
import { max } from 'd3-array';
import { cut, widthOf } from './cut';
import { flowPlaces } from './sankey-layout';
import { useBars } from './use-bars';
import { useWidth } from './use-width';
import './sankey.css';

export interface FlowPart {
  id: string;
  name: string;
  leads: number;
  /** "412" */
  value: string;
  /** In full, read out. */
  words: string;
}

export interface FlowStage extends FlowPart {
  /** Those that did not go on, each with the class that colours it: from the outside of the stream to its middle. */
  exits: (FlowPart & { look: string })[];
}

export interface SankeyProps {
  label: string;
  stages: FlowStage[];
  /** Of a stage, or of one of its exits. */
  onOpen: (stage: number, exit: number | null) => void;
}

const BESIDE = 16; // pixels before the words of an exit

const textOf = ({ value, name }: FlowPart): string => `${value} ${name}`;

/** A stream of leads from stage to stage, and where they leave it. One tab stop: arrows go on, Enter opens. */
export function Sankey({ label, stages, onOpen }: SankeyProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const marks = stages.flatMap((stage, at) => [
    { stage: at, exit: null },
    ...stage.exits.flatMap(({ leads }, exit) => (leads > 0 ? [{ stage: at, exit }] : [])),
  ]);
  const open = (index: number) => {
    const mark = marks[index];
    if (mark) onOpen(mark.stage, mark.exit);
  };
  const { current, setCurrent, onKeyDown } = useBars(marks.length, ['ArrowUp', 'ArrowDown'], open);
  const longest = max(stages, ({ exits }) => max(exits, (exit) => widthOf(textOf(exit)))) ?? 0;
  const end = Math.max(0, width - Math.min(width * 0.5, longest + BESIDE));
  const { height, steps } = flowPlaces(stages, { stream: Math.min(420, end * 0.62), end });
  const placed = stages.flatMap((stage, at) => {
    const place = steps[at];
    if (!place) return [];
    const exits = place.exits.flatMap((exit) => {
      const part = stage.exits.find(({ id }) => id === exit.id);
      return part ? [{ exit, part }] : [];
    });
    return [{ place, stage, exits }];
  });
  const button = (index: number, words: string) => ({
    role: 'button',
    'aria-label': words,
    tabIndex: index === current ? 0 : -1,
    onKeyDown,
    onClick: () => open(index),
    onFocus: () => setCurrent(index),
  });
  let index = 0;
  return (
    <div className="sankey" ref={ref}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        {placed.flatMap(({ place, stage, exits }) => [
          <g key={stage.id} className="flow-stage" {...button(index++, stage.words)}>
            <title>{stage.words}</title>
            <rect className="hit" y={place.top} width={width} height={place.bottom - place.top} rx="4" />
            <rect className="stream" y={place.bottom} width={place.streamWidth} height={place.end - place.bottom} />
            <rect className="bar" y={place.top} width={place.width} height={place.bottom - place.top} rx="2" />
          </g>,
          ...exits.map(({ exit, part }) => (
            <g key={`${stage.id} ${part.id}`} className={`flow-exit ${part.look}`} {...button(index++, part.words)}>
              <title>{part.words}</title>
              <rect className="hit" x={end} y={exit.middle - 10} width={width - end} height="20" rx="4" />
              <path className="bow" d={exit.path} />
              <rect className="bar" x={end} y={exit.top} width="5" height={exit.bottom - exit.top} />
            </g>
          )),
        ])}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g className="words" aria-hidden="true">
          {placed.flatMap(({ place, stage, exits }) => [
            <text key={stage.id} className="name" x={place.width + 8} y={(place.top + place.bottom) / 2} dy="0.35em">
              {cut(textOf(stage), width - place.width - 8)}
            </text>,
            ...exits.map(({ exit, part }) => (
              <text key={`${stage.id} ${part.id}`} x={end + 12} y={exit.middle} dy="0.35em">
                {cut(textOf(part), width - end - BESIDE)}
              </text>
            )),
          ])}
        </g>
      </svg>
    </div>
  );
}
