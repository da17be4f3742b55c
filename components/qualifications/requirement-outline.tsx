import { LocalText } from "@/components/ui/local-text";
import type { PartView } from "@/features/qualifications/view";
import type { Locale } from "@/lib/locales";
import { CountingUnits } from "./counting-units";
import styles from "./requirement-outline.module.css";
import { RequirementWords } from "./requirement-words";

interface Props {
  locale: Locale;
  parts: readonly PartView[];
  /** Of the parts' headings; parts further down get the next one. */
  depth?: number;
}

const HEADINGS = ["h3", "h4", "h5", "h6"] as const;

/** The requirement tree as nested lists: each part with its heading, what it asks for, and what counts there. */
export function RequirementOutline({ locale, parts, depth = 0 }: Props) {
  const Heading = HEADINGS[Math.min(depth, HEADINGS.length - 1)] ?? "h6";
  return (
    <ol className={styles.parts}>
      {parts.map((part) => (
        <li key={part.id} id={partAnchor(part.id)} className={styles.part} data-depth={depth}>
          <Heading className={styles.title}>
            <LocalText text={part.title} locale={locale} defaultLanguage="en" />
          </Heading>
          <div className={styles.asks}>
            <RequirementWords locale={locale} requirement={part.requirement} />
          </div>
          {part.counting && <CountingUnits locale={locale} counting={part.counting} part={part} />}
          {part.children.length > 0 && (
            <RequirementOutline locale={locale} parts={part.children} depth={depth + 1} />
          )}
        </li>
      ))}
    </ol>
  );
}

/** The part's anchor on the page of its qualification. */
export const partAnchor = (id: string): string => `part-${id}`;
