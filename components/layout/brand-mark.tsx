import styles from "./brand-mark.module.css";

/** The cairn: four stones, the topmost in lichen. */
export function BrandMark() {
  return (
    <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" className={styles.mark}>
      <ellipse cx="15" cy="25" rx="12" ry="4" />
      <ellipse cx="14" cy="16.6" rx="8.5" ry="3.6" />
      <ellipse cx="15.6" cy="9" rx="5.5" ry="3.2" />
      <ellipse cx="15" cy="3.6" rx="2.6" ry="2" />
    </svg>
  );
}
