import { z } from "zod";
import { MAX_HELD } from "@/features/audit/audit";
import { formatHold, type Hold, parseHold } from "@/features/pathways/hold";
import { CERTAINTIES } from "@/features/pathways/programme";
import type { Limits } from "@/features/planning/limits";
import { countries } from "@/features/vocabularies/countries";
import { languages } from "@/features/vocabularies/languages";
import { modes } from "@/features/vocabularies/modes";
import { isDay } from "@/lib/dates";

/** What someone asks: a qualification, what they hold, and what limits them. */
export interface PlanQuestion {
  /** Slug of the qualification, or its id. */
  target: string;
  hold: Hold[];
  limits: Limits;
}

const code = (list: { has(value: string): boolean }, what: string) =>
  z.string().refine((value) => list.has(value), { error: `${what}, such as those of the search` });
const some = <T extends z.ZodType>(schema: T) => z.array(schema).min(1).max(50);
const day = z.string().refine(isDay, { error: "a day that exists, as YYYY-MM-DD" });

/** Names are those of the parameters of the page `/plan` too; amounts are in euro, times in hours. */
const limitsSchema = z.strictObject({
  language: some(code(languages, "a language of teaching")).optional(),
  mode: some(code(modes, "a way to take part")).optional(),
  country: some(code(countries, "a country")).optional(),
  region: some(z.string().regex(/^[A-Z]{2}[A-Z0-9]{0,3}$/, { error: "a NUTS code" })).optional(),
  budget: z.number().min(0).max(1_000_000).optional(),
  "hours-per-week": z.number().gt(0).max(168).optional(),
  "start-on": day.optional(),
  "finish-by": day.optional(),
  certainty: z.enum(CERTAINTIES).optional(),
  "not-met": some(z.string().min(1).max(80)).optional(),
});

type LimitValues = z.output<typeof limitsSchema>;

const target = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "the slug or the id of a qualification" });

const hold = z.string().transform((value, context): Hold => {
  const reading = parseHold(value);
  if (reading.ok) return reading.hold;
  context.issues.push({ code: "custom", input: value, message: `its ${reading.part} cannot be read` });
  return z.NEVER;
});

/** The body of `POST /api/v1/plans`. */
export const planRequestSchema = z
  .strictObject({
    target,
    hold: z.array(hold).max(MAX_HELD).default([]),
    limits: limitsSchema.default({}),
  })
  .transform(({ limits, ...asked }): PlanQuestion => ({ ...asked, limits: toLimits(limits) }));

function toLimits(values: LimitValues): Limits {
  const budget = values.budget;
  return {
    ...(values.language && { languages: values.language }),
    ...(values.mode && { modes: values.mode }),
    ...(values.country && { countries: values.country }),
    ...(values.region && { regions: values.region }),
    ...(budget !== undefined && { budgetCents: Math.round(budget * 100) }),
    ...(values["hours-per-week"] !== undefined && { hoursPerWeek: values["hours-per-week"] }),
    ...(values["start-on"] && { startOn: values["start-on"] }),
    ...(values["finish-by"] && { finishBy: values["finish-by"] }),
    ...(values.certainty && { certainty: values.certainty }),
    ...(values["not-met"] && { manualNotMet: values["not-met"] }),
  };
}

/** A question as an address says it. */
export interface PlanParams {
  /** Null where none is chosen yet. */
  target: string | null;
  hold: Hold[];
  limits: Limits;
  /** What could not be used, as "name=value". */
  ignored: string[];
}

type PlanInput = URLSearchParams | Readonly<Record<string, string | string[] | undefined>>;

const LISTS = ["language", "mode", "country", "region", "not-met"] as const;
const NUMBERS = ["budget", "hours-per-week"] as const;
const WORDS = ["start-on", "finish-by", "certainty"] as const;

/** Never fails: what cannot be used is left out and named in `ignored`; an empty field counts as absent. */
export function parsePlanParams(input: PlanInput): PlanParams {
  const ignored: string[] = [];
  const valuesOf = (name: string) =>
    (input instanceof URLSearchParams ? input.getAll(name) : [input[name] ?? []].flat())
      .map((value) => value.trim())
      .filter((value) => value !== "");
  const use = (name: string, value: string, given: unknown): LimitValues => {
    const parsed = limitsSchema.safeParse({ [name]: given });
    if (!parsed.success) ignored.push(`${name}=${value.slice(0, 100)}`);
    return parsed.success ? parsed.data : {};
  };
  const limits: LimitValues = {};
  for (const name of LISTS) {
    const values = valuesOf(name).flatMap((value) => use(name, value, [value])[name] ?? []);
    if (values.length > 0) Object.assign(limits, { [name]: [...new Set(values)].slice(0, 50) });
  }
  for (const name of NUMBERS) {
    const [value] = valuesOf(name);
    if (value !== undefined) Object.assign(limits, use(name, value, Number(value.replace(",", "."))));
  }
  for (const name of WORDS) {
    const [value] = valuesOf(name);
    if (value !== undefined) Object.assign(limits, use(name, value, value));
  }
  const holds = valuesOf("hold").flatMap((value, index) => {
    const reading = parseHold(value);
    if (reading.ok && index < MAX_HELD) return [reading.hold];
    ignored.push(`hold=${value.slice(0, 100)}`);
    return [];
  });
  const [asked] = valuesOf("target");
  const isAddress = asked !== undefined && target.safeParse(asked).success;
  if (asked !== undefined && !isAddress) ignored.push(`target=${asked.slice(0, 100)}`);
  return {
    target: isAddress ? asked : null,
    hold: holds,
    limits: toLimits(limits),
    ignored,
  };
}

/** The address that says the same question. Without a leading "?". */
export function toPlanQuery({ target: asked, hold: held, limits }: Omit<PlanParams, "ignored">): string {
  const pairs: [string, string][] = asked === null ? [] : [["target", asked]];
  const add = (name: string, values: readonly (string | number)[] = []) => {
    for (const value of values) pairs.push([name, String(value)]);
  };
  add("hold", held.map(formatHold));
  add("language", limits.languages);
  add("mode", limits.modes);
  add("country", limits.countries);
  add("region", limits.regions);
  if (limits.budgetCents !== undefined) add("budget", [limits.budgetCents / 100]);
  if (limits.hoursPerWeek !== undefined) add("hours-per-week", [limits.hoursPerWeek]);
  if (limits.startOn) add("start-on", [limits.startOn]);
  if (limits.finishBy) add("finish-by", [limits.finishBy]);
  if (limits.certainty) add("certainty", [limits.certainty]);
  add("not-met", limits.manualNotMet);
  return new URLSearchParams(pairs).toString();
}
