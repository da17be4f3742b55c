import { sql } from "drizzle-orm";
import { char, check, index, integer, numeric, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { allOf, day, languageMap, oneOf, textList } from "./columns";
import { courses } from "./courses";
import { MODES } from "./learning";

export const START_KINDS = ["dated", "standing", "not-stated"] as const;
export const START_PRECISIONS = ["day", "month", "term"] as const;
export const PRICE_KINDS = ["free", "paid", "unknown"] as const;
export const SCHEDULES = ["day", "evening", "weekend", "self-paced"] as const;

export const runs = pgTable(
  "runs",
  {
    id: uuid().primaryKey(),
    courseId: uuid()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    externalId: text().notNull(),
    position: integer().notNull(),
    startKind: text({ enum: START_KINDS }).notNull(),
    startOn: day(),
    startPrecision: text({ enum: START_PRECISIONS }),
    /** The words of a term or season, or of dates that contradict each other, as the source has them. */
    startText: languageMap(),
    endOn: day(),
    applyBy: day(),
    modes: textList<(typeof MODES)[number]>(),
    languages: textList(),
    country: char({ length: 2 }),
    region: text(),
    city: text(),
    priceKind: text({ enum: PRICE_KINDS }).notNull(),
    priceCents: integer(),
    currency: char({ length: 3 }),
    /** What a grant or subsidy pays, in words. */
    priceNote: languageMap(),
    seats: integer(),
    schedules: textList<(typeof SCHEDULES)[number]>(),
    hoursPerWeek: numeric({ precision: 5, scale: 2, mode: "number" }),
    applyUrl: text(),
  },
  (t) => [
    unique("runs_course_record_key").on(t.courseId, t.externalId),
    index("runs_course_idx").on(t.courseId, t.position),
    check("runs_start_kind_check", oneOf(t.startKind, START_KINDS)),
    check("runs_start_check", sql`(${t.startKind} = 'dated') = (${t.startOn} is not null)`),
    check("runs_precision_check", oneOf(t.startPrecision, START_PRECISIONS)),
    check("runs_dates_check", sql`${t.startOn} <= ${t.endOn}`),
    check("runs_modes_check", allOf(t.modes, MODES)),
    check("runs_schedules_check", allOf(t.schedules, SCHEDULES)),
    check("runs_price_kind_check", oneOf(t.priceKind, PRICE_KINDS)),
    check("runs_price_check", sql`(${t.priceKind} = 'paid') = (${t.priceCents} is not null)`),
    check("runs_currency_check", sql`(${t.priceCents} is null) = (${t.currency} is null)`),
    check("runs_cents_check", sql`${t.priceCents} > 0`),
    check("runs_country_check", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("runs_seats_check", sql`${t.seats} >= 0`),
  ],
);
