import { useEffect, useRef } from "react";
import styles from "./search-input.module.css";
import type { Option, OptionGroup, Section } from "./suggestions";

interface Props {
  id: string;
  label: string;
  sections: Partial<Record<Section, string>>;
  /** The reader's language. */
  locale: string;
  /** None: it is closed. */
  groups: readonly OptionGroup[];
  active: number | null;
  optionId: (place: number) => string;
  onChoose: (option: Option) => void;
}

export function SuggestionList({ id, label, sections, locale, groups, active, optionId, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const otherwise = (language: string) => (language === locale ? undefined : language);

  useEffect(() => {
    if (active === null) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    // The text keeps the focus, whatever is pressed here.
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className={styles.list}
      hidden={groups.length === 0}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ section, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
        <div key={section} role="group" aria-labelledby={`${id}-${section}`} className={styles.section}>
          <div id={`${id}-${section}`} role="presentation" className={styles.heading}>
            {sections[section]}
          </div>
          {options.map((option) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text keeps the focus, and its keys choose
            <div
              key={option.place}
              id={optionId(option.place)}
              role="option"
              aria-selected={option.place === active}
              tabIndex={-1}
              className={styles.option}
              onClick={() => onChoose(option)}
            >
              <span lang={otherwise(option.label.language)}>{option.label.text}</span>
              {option.detail && (
                <span lang={otherwise(option.detail.language)} className={styles.detail}>
                  {" "}
                  {option.detail.text}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
