import type { Segment } from "@/features/finding/view";
import styles from "./marked-text.module.css";

/** A text in which the words that were looked for are marked. */
export function MarkedText({ segments }: { segments: readonly Segment[] }) {
  let start = 0;
  return segments.map(({ text, hit }) => {
    const key = start;
    start += text.length;
    return hit ? (
      <mark key={key} className={styles.hit}>
        {text}
      </mark>
    ) : (
      text
    );
  });
}
