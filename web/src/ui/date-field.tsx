export interface DateFieldProps {
  label: string;
  /** "2026-10-31" */
  value: string;
  onChange: (value: string) => void;
}

/** The browser's own date field: it knows the reader's language and calendar, and every phone has a good one. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <label className="date-field">
      <span>{label}</span>
      <input
        className="control"
        type="date"
        value={value}
        max="9999-12-31"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
