"use client";

import { type MouseEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import type { Choice } from "./choice";
import { FilterOption } from "./filter-option";
import styles from "./filters.module.css";
import { findValues } from "./find-values";
import { isPartlyChosen, isWithin } from "./nested-choice";
import { SEARCH_FORM } from "./search-form-id";

interface Props {
  locale: Locale;
  facet: string;
  /** Those that are shown at first. */
  choices: readonly Choice[];
  /** Some choices hold others. */
  isNested: boolean;
  /** Set where there are more values: what asks for them, and where. */
  more: { label: string; page: string; address: string } | null;
  /** Set where there are many values: of the box that finds some, and what follows the number found. */
  search: { label: string; found: string } | null;
  /** "courses", by plural category of the language (Intl.PluralRules). */
  units: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  partly: string;
}

// Long enough for a person who types to finish a syllable.
const PAUSE = 200;
const never = () => () => {};
const NONE: ReadonlySet<string> = new Set();
const plurals = new Map<Locale, Intl.PluralRules>();

/** The values of a filter: a few at first, all of them on demand, and those of a name while one types. */
export function GroupOptions({ locale, facet, choices, isNested, more, search, units, partly }: Props) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const asked = useRef<AbortController>(null);
  const [known, setKnown] = useState(choices);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(choices.filter(({ isChosen }) => isChosen).map(({ value }) => value)),
  );
  const [text, setText] = useState("");
  const [found, setFound] = useState(NONE);
  const [opened, setOpened] = useState<"no" | "in part" | "all">("no");
  const address = opened === "all" ? null : (more?.address ?? null);
  const first = new Set(choices.map(({ value }) => value));

  useEffect(() => () => asked.current?.abort(), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of what is typed asks again
  useEffect(() => {
    if (address === null || text.trim() === "") return;
    const timer = setTimeout(() => load(address, text).catch(() => {}), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);

  // The button that had the focus is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (opened === "no") return;
    const inputs = [...(list.current?.querySelectorAll("input") ?? [])];
    inputs.find(({ value }) => !first.has(value))?.focus();
  }, [opened]);

  /** Learns the values of a name; with no name, of all there are, in their order. */
  async function load(from: string, contains: string): Promise<void> {
    asked.current?.abort();
    asked.current = new AbortController();
    const answer = await findValues({ facet, contains, address: from, signal: asked.current.signal });
    const values = new Set(answer.choices.map(({ value }) => value));
    const withOthers = (some: readonly Choice[], others: readonly Choice[]) => {
      const there = new Set(some.map(({ value }) => value));
      return [...some, ...others.filter(({ value }) => !there.has(value))];
    };
    if (contains !== "") {
      setKnown((before) => withOthers(before, answer.choices));
      setFound(values);
    } else if (answer.choices.length > 0) {
      setKnown((before) => withOthers(answer.choices, before));
      setOpened(answer.isAll ? "all" : "in part");
    }
  }

  function onOpen(event: MouseEvent, from: string) {
    event.preventDefault();
    load(from, "").catch(() => {});
  }

  function onChoose(changed: HTMLInputElement) {
    const inputs = [...(list.current?.querySelectorAll("input") ?? [])];
    // A field and one within it are one choice too many: the last one holds.
    for (const other of inputs)
      if (
        isNested &&
        changed.checked &&
        (isWithin(changed.value, other.value) || isWithin(other.value, changed.value))
      )
        other.checked = false;
    setChosen(new Set(inputs.filter(({ checked }) => checked).map(({ value }) => value)));
  }

  const wanted = text.trim().toLocaleLowerCase();
  const isShown = ({ value, label }: Choice) =>
    wanted === ""
      ? opened !== "no" || first.has(value) || chosen.has(value)
      : label.toLocaleLowerCase().includes(wanted) || found.has(value);
  return (
    <>
      {hasScripts && search && (
        <div className={styles.within}>
          <label htmlFor={id}>{search.label}</label>
          <input
            id={id}
            type="search"
            className={styles.field}
            autoComplete="off"
            onInput={(event) => {
              setText(event.currentTarget.value);
              setFound(NONE);
            }}
          />
          <output htmlFor={id}>{wanted !== "" && `${known.filter(isShown).length} ${search.found}`}</output>
        </div>
      )}
      <div ref={list} onChange={({ target }) => target instanceof HTMLInputElement && onChoose(target)}>
        {known.map((choice) => (
          <FilterOption
            key={choice.value}
            name={facet}
            choice={choice}
            count={
              choice.count === null
                ? null
                : {
                    number: formatNumber(locale, choice.count),
                    unit: units[pluralRules(locale).select(choice.count)] ?? units.other,
                  }
            }
            isHidden={!isShown(choice)}
            partly={isNested && isPartlyChosen(choice.value, chosen) ? partly : null}
          />
        ))}
      </div>
      {more && opened === "no" && wanted === "" && (
        <button
          type="submit"
          form={SEARCH_FORM}
          name="facet"
          value={facet}
          formAction={`${more.page}#facet-${facet}`}
          className={styles.more}
          onClick={(event) => onOpen(event, more.address)}
        >
          {more.label}
        </button>
      )}
    </>
  );
}

/** Made once: one for each of a hundred options would be dear. */
function pluralRules(locale: Locale): Intl.PluralRules {
  const known = plurals.get(locale) ?? new Intl.PluralRules(locale);
  plurals.set(locale, known);
  return known;
}
