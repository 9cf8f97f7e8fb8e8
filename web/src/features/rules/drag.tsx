// Rules are dragged by their handle to another place of the list; the Move choices of their menus do the same by keyboard.
import { createContext, type DragEvent, type ReactNode, useContext, useState } from 'react';
import { type Home, sameHome } from '../../ruleset/rule-changes';

/** Before a rule of a score or group, or behind the last of them. */
export interface DropPlace {
  home: Home;
  before: string | null;
}

interface Dragging {
  id: string | null;
  place: DropPlace | null;
  start: (id: string | null) => void;
  over: (place: DropPlace) => void;
  drop: () => void;
}

const DragContext = createContext<Dragging | null>(null);

function useDragging(): Dragging {
  const dragging = useContext(DragContext);
  if (!dragging) throw new Error('a row stands outside of the list');
  return dragging;
}

export function DragProvider(props: { onMove: (id: string, place: DropPlace) => void; children: ReactNode }) {
  const [id, setId] = useState<string | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);
  const start = (started: string | null) => {
    setId(started);
    setPlace(null);
  };
  const drop = () => {
    if (id !== null && place && place.before !== id) props.onMove(id, place);
    start(null);
  };
  return <DragContext value={{ id, place, start, over: setPlace, drop }}>{props.children}</DragContext>;
}

/** Props of the handle of a rule; the whole row follows the pointer. */
export function useDragHandle(id: string) {
  const { start } = useDragging();
  return {
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', id);
      const row = event.currentTarget.closest('li');
      if (row) event.dataTransfer.setDragImage(row, 16, 16);
      start(id);
    },
    onDragEnd: () => start(null),
  };
}

// What is dragged from elsewhere, as files, is no rule.
function dropProps(dragging: Dragging, placeAt: (event: DragEvent<HTMLElement>) => DropPlace) {
  if (dragging.id === null) return {};
  return {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      event.stopPropagation();
      dragging.over(placeAt(event));
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      dragging.drop();
    },
  };
}

/** Props of a row: its upper half is the place before it, its lower half the one before `next`. */
export function useDropRow(home: Home, id: string, next: string | null) {
  const dragging = useDragging();
  const { place } = dragging;
  const here = place !== null && sameHome(place.home, home);
  return {
    ...dropProps(dragging, ({ currentTarget, clientY }) => {
      const { top, height } = currentTarget.getBoundingClientRect();
      return { home, before: clientY < top + height / 2 ? id : next };
    }),
    'data-drop':
      here && place.before === id ? 'before' : here && place.before === null && next === null ? 'after' : undefined,
    'data-dragged': dragging.id === id || undefined,
  };
}

/** Props of a section, for what is dropped beside its rules. */
export function useDropSection(home: Home) {
  const dragging = useDragging();
  const { place } = dragging;
  return {
    ...dropProps(dragging, () => ({ home, before: null })),
    'data-drop-in': (place !== null && place.before === null && sameHome(place.home, home)) || undefined,
  };
}
