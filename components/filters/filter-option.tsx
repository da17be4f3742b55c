import type { Choice } from "./choice";
import styles from "./filters.module.css";
import { SEARCH_FORM } from "./search-form-id";

interface Props {
  name: string;
  choice: Choice;
  /** The count as it is written, with the word after it; null where nobody counted. */
  count: { number: string; unit: string } | null;
  isHidden: boolean;
  /** Says that something within it is chosen; null where nothing is. */
  partly: string | null;
}

export function FilterOption({ name, choice, count, isHidden, partly }: Props) {
  return (
    <label
      className={styles.option}
      data-depth={choice.depth}
      data-partly={partly !== null || undefined}
      hidden={isHidden}
    >
      <input
        type="checkbox"
        name={name}
        value={choice.value}
        form={SEARCH_FORM}
        defaultChecked={choice.isChosen}
        // No attribute says this.
        ref={(input) => {
          if (input) input.indeterminate = partly !== null;
        }}
      />
      <span>
        {choice.label}
        {partly !== null && <small> {partly}</small>}
      </span>
      {count && (
        <span className={styles.count}>
          {count.number}
          <span className="visually-hidden">{` ${count.unit}`}</span>
        </span>
      )}
    </label>
  );
}
