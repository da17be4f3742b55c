import { type Day, isDay } from "@/lib/dates";
import { invalid } from "@/lib/errors";

/**
 * The day of `at=YYYY-MM-DD`; undefined where none is asked for.
 * @throws invalid where it is no day
 */
export function askedDay(url: string): Day | undefined {
  const at = new URL(url).searchParams.get("at");
  if (at === null) return undefined;
  if (!isDay(at)) throw invalid("at: write a day that exists as YYYY-MM-DD, such as 2027-03-01");
  return at;
}
