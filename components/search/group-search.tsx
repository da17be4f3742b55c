"use client";

import { type ReactNode, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { FilterOption } from "./filter-option";
import styles from "./filters.module.css";
import { type FoundValue, findValues } from "./find-values";

interface Props {
  label: string;
  /** What follows the number of options that are left. */
  found: string;
  isOffered: boolean;
  /** Set where not all values are listed: the rest is asked for while one types. */
  unlisted: { facet: string; form: string; locale: string; unit: string } | null;
  children: ReactNode;
}

// Long enough for a person who types to finish a syllable.
const PAUSE = 200;
const never = () => () => {};

/** Narrows a long list of options while one types; without scripts the list simply is as it is. */
export function GroupSearch({ label, found, isOffered, unlisted, children }: Props) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const id = useId();
  const listed = useRef<HTMLDivElement>(null);
  const others = useRef<HTMLDivElement>(null);
  const asked = useRef<AbortController>(null);
  const [text, setText] = useState("");
  const [left, setLeft] = useState<number | null>(null);
  const [more, setMore] = useState<readonly FoundValue[]>([]);

  useEffect(() => () => asked.current?.abort(), []);

  useEffect(() => {
    if (!unlisted || text.trim() === "") return;
    const timer = setTimeout(async () => {
      asked.current?.abort();
      asked.current = new AbortController();
      const values = await findValues({ ...unlisted, contains: text, signal: asked.current.signal }).catch(
        () => [],
      );
      const known = new Set(inputsIn(listed.current).map(({ value }) => value));
      // What has been chosen stays, whatever is typed next.
      const chosen = new Set(
        inputsIn(others.current).flatMap(({ checked, value }) => (checked ? [value] : [])),
      );
      setMore((before) => {
        const kept = before.filter(({ value }) => chosen.has(value));
        return [...kept, ...values.filter(({ value }) => !known.has(value) && !chosen.has(value))];
      });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, unlisted]);

  function onType(typed: string) {
    setText(typed);
    const count = narrow(listed.current, typed);
    setLeft(typed.trim() === "" ? null : count);
  }

  return (
    <>
      {hasScripts && isOffered && (
        <div className={styles.within}>
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            type="search"
            className={styles.field}
            autoComplete="off"
            onInput={(event) => onType(event.currentTarget.value)}
          />
          <output htmlFor={id}>{left !== null && `${left + more.length} ${found}`}</output>
        </div>
      )}
      <div ref={listed}>{children}</div>
      {unlisted && (
        <div ref={others}>
          {more.map(({ value, label: name, count }) => (
            <FilterOption
              key={value}
              name={unlisted.facet}
              value={value}
              label={name}
              count={new Intl.NumberFormat(unlisted.locale).format(count)}
              unit={unlisted.unit}
              isChosen={false}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Hides the options that do not contain a text, and counts the others. */
function narrow(list: HTMLElement | null, text: string): number {
  const wanted = text.trim().toLocaleLowerCase();
  for (const folded of list?.querySelectorAll("details") ?? []) folded.open = true;
  return [...(list?.querySelectorAll("label") ?? [])].filter((option) => {
    option.hidden = !option.textContent.toLocaleLowerCase().includes(wanted);
    return !option.hidden;
  }).length;
}

const inputsIn = (element: HTMLElement | null) => [...(element?.querySelectorAll("input") ?? [])];
