"use client";

import { useEffect, useState } from "react";
import button from "@/components/ui/button.module.css";
import { formQuery } from "./form-query";

interface Props {
  form: string;
  /** Where the number of results for the form's present choices can be read. */
  countAddress: string;
  locale: string;
  /** "Show # courses" by plural category of the language (Intl.PluralRules). */
  labels: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  /** What it says while no number is known. */
  plain: string;
}

// Long enough for two quick choices to ask once.
const PAUSE = 150;

/** Sends the form, and says while people choose how many courses it will find. */
export function ShowButton({ form, countAddress, locale, labels, plain }: Props) {
  const [count, setCount] = useState<number | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = new AbortController();

    async function ask() {
      asked.abort();
      asked = new AbortController();
      setCount(await countMatches(countAddress, form, asked.signal));
    }
    function onChange(event: Event) {
      const control = event.target;
      if (!(control instanceof HTMLInputElement) || control.form?.id !== form) return;
      clearTimeout(timer);
      timer = setTimeout(() => ask().catch(() => setCount(null)), PAUSE);
    }
    document.addEventListener("change", onChange);
    return () => {
      document.removeEventListener("change", onChange);
      clearTimeout(timer);
      asked.abort();
    };
  }, [form, countAddress]);

  const label =
    count === null
      ? plain
      : (labels[new Intl.PluralRules(locale).select(count)] ?? labels.other).replace(
          "#",
          new Intl.NumberFormat(locale).format(count),
        );
  return (
    <>
      <button type="submit" form={form} className={button.button}>
        {label}
      </button>
      <output className="visually-hidden">{count !== null && label}</output>
    </>
  );
}

/** The number of courses that the form would find; null where it cannot be had. */
async function countMatches(address: string, form: string, signal: AbortSignal): Promise<number | null> {
  const query = formQuery(form);
  if (!query) return null;
  query.set("page-size", "1");
  query.set("facet-limit", "1");
  const response = await fetch(`${address}?${query}`, { signal });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  return totalOf(answer);
}

function totalOf(answer: unknown): number | null {
  if (typeof answer !== "object" || answer === null || !("meta" in answer)) return null;
  const { meta } = answer;
  if (typeof meta !== "object" || meta === null || !("total" in meta)) return null;
  return typeof meta.total === "number" ? meta.total : null;
}
