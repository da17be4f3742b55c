import { addDays, type Day } from "@/lib/dates";

/** A whole number from 0 to `below` - 1, always the same for the same text, so that not everything starts at once. */
export function spread(text: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % below;
}

/** A Monday a number of weeks from the week of `today`, moved away from today out of holidays. */
export function mondayIn(weeks: number, today: Day): Day {
  const monday = mondayOf(addDays(today, weeks * 7));
  const year = Number(monday.slice(0, 4));
  const inYear = monday.slice(5);
  if (inYear >= "07-01" && inYear <= "08-05") return mondayOf(`${year}-${weeks < 0 ? "06-20" : "08-14"}`);
  if (inYear >= "12-15") return mondayOf(weeks < 0 ? `${year}-12-10` : `${year + 1}-01-13`);
  if (inYear <= "01-06") return mondayOf(weeks < 0 ? `${year - 1}-12-10` : `${year}-01-13`);
  return monday;
}

/** The next term to begin after `today`, in words. */
export function nextTerm(today: Day): { en: string; fi: string } {
  const year = Number(today.slice(0, 4));
  return today.slice(5) < "08-01"
    ? { en: `Autumn term ${year}`, fi: `Syyslukukausi ${year}` }
    : { en: `Spring term ${year + 1}`, fi: `Kevätlukukausi ${year + 1}` };
}

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
