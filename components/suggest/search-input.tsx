"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { formQuery } from "@/components/filters/form-query";
import styles from "./search-input.module.css";
import { SuggestionList } from "./suggestion-list";
import { destination, type Option, type OptionGroup, optionGroups, type Section } from "./suggestions";

interface Props {
  id: string;
  query: string;
  maxLength: number;
  locale: string;
  /** Of the search page. */
  address: string;
  words: {
    /** What the list is called. */
    list: string;
    /** "# suggestions", by plural category of the language (Intl.PluralRules). */
    found: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
    sections: Partial<Record<Section, string>>;
  };
}

const SHORTEST = 2;
// Long enough for a person who types to finish a syllable.
const PAUSE = 150;
const never = () => () => {};

/** A search box that suggests while one types; without scripts, or where nothing answers, a plain one. */
export function SearchInput({ id, query, maxLength, locale, address, words }: Props) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(null);
  const [groups, setGroups] = useState<readonly OptionGroup[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);

  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      asked.current?.abort();
    },
    [],
  );

  const options = groups.flatMap((group) => group.options);
  const isShown = isOpen && options.length > 0;
  const optionId = (place: number) => `${listId}-${place}`;

  function close() {
    clearTimeout(waiting.current);
    asked.current?.abort();
    setOpen(false);
    setActive(null);
  }

  function onInput() {
    clearTimeout(waiting.current);
    asked.current?.abort();
    setActive(null);
    if (typedText().length < SHORTEST) return close();
    waiting.current = setTimeout(() => ask(typedText()).catch(() => {}), PAUSE);
  }

  async function ask(typed: string) {
    asked.current = new AbortController();
    const { signal } = asked.current;
    const response = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: typed, locale })}`, { signal });
    if (!response.ok) return close();
    const found = optionGroups(await response.json(), locale);
    if (signal.aborted) return;
    setGroups(found);
    setOpen(true);
  }

  const typedText = () => input.current?.value.trim() ?? "";

  function choose({ choice }: Option) {
    close();
    const form = input.current?.form?.id;
    location.assign(destination(choice, address, (form && formQuery(form)) || new URLSearchParams()));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const target = isShown ? keyTarget(event.key, active, options.length) : undefined;
    if (target !== undefined) setActive(target);
    else if (event.key === "ArrowDown" && options.length > 0 && typedText().length >= SHORTEST) setOpen(true);
    else if (event.key === "Escape" && isShown) close();
    else if (event.key === "Enter" && isShown && active !== null) {
      const option = options[active];
      if (option) choose(option);
    } else return;
    event.preventDefault();
  }

  return (
    <div className={styles.combo}>
      <input
        ref={input}
        id={id}
        name="q"
        type="text"
        defaultValue={query}
        maxLength={maxLength}
        enterKeyHint="search"
        autoComplete="off"
        {...(hasScripts && {
          role: "combobox",
          "aria-autocomplete": "list",
          "aria-expanded": isShown,
          "aria-controls": listId,
          // Absent while none is active: Firefox takes an empty one for an element.
          "aria-activedescendant": isShown && active !== null ? optionId(active) : undefined,
        })}
        onInput={onInput}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <SuggestionList
        id={listId}
        label={words.list}
        sections={words.sections}
        locale={locale}
        groups={isShown ? groups : []}
        active={active}
        optionId={optionId}
        onChoose={choose}
      />
      {hasScripts && (
        <output className="visually-hidden" htmlFor={id}>
          {isShown && countText(words.found, options.length, locale)}
        </output>
      )}
    </div>
  );
}

/** The option that a key leads to; null: back to the text; undefined: the key is none of the list's. */
function keyTarget(key: string, active: number | null, count: number): number | null | undefined {
  const last = count - 1;
  switch (key) {
    case "ArrowDown":
      return active === null ? 0 : active === last ? null : active + 1;
    case "ArrowUp":
      return active === null ? last : active === 0 ? null : active - 1;
    // With no option active they move within the text.
    case "Home":
      return active === null ? undefined : 0;
    case "End":
      return active === null ? undefined : last;
    default:
      return undefined;
  }
}

function countText(found: Props["words"]["found"], count: number, locale: string): string {
  const text = found[new Intl.PluralRules(locale).select(count)] ?? found.other;
  return text.replace("#", String(count));
}
