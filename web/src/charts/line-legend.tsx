import { signs } from './signs';

/** Which line is whose, by its look and its sign; one alone needs no telling. `look`: its class in the drawing. */
export function LineLegend({ lines }: { lines: { id: string; name: string; look: string }[] }) {
  return (
    <div className="legend">
      {lines.length > 1 &&
        lines.map(({ id, name, look }, order) => (
          <span key={id}>
            <svg className={look} width="24" height="12" aria-hidden="true">
              <path d="M0 6h24" />
              <path className="sign" d={signs[order % signs.length]} transform="translate(12 6)" />
            </svg>
            {name}
          </span>
        ))}
    </div>
  );
}
