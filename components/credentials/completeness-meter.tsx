import styles from "./completeness-meter.module.css";

/** The count of the sentence above as a row of blocks. */
export function CompletenessMeter({ stated, statable }: { stated: number; statable: number }) {
  const blocks = Array.from({ length: statable }, (_, index) => index + 1);
  return (
    <div className={styles.meter} aria-hidden="true">
      {blocks.map((block) => (
        <i key={block} className={block <= stated ? styles.stated : styles.missing} />
      ))}
    </div>
  );
}
