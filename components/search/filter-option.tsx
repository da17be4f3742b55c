import styles from "./filters.module.css";
import { SEARCH_FORM } from "./search-form-id";

interface Props {
  name: string;
  value: string;
  label: string;
  /** How many courses it would find, as it is written; and the word after it. */
  count: string;
  unit: string;
  isChosen: boolean;
  /** How deep in a hierarchy: 0 for the top. */
  depth?: number;
}

export function FilterOption({ name, value, label, count, unit, isChosen, depth = 0 }: Props) {
  return (
    <label className={styles.option} data-depth={depth}>
      <input type="checkbox" name={name} value={value} form={SEARCH_FORM} defaultChecked={isChosen} />
      <span>{label}</span>
      <span className={styles.count}>
        {count}
        <span className="visually-hidden"> {unit}</span>
      </span>
    </label>
  );
}
