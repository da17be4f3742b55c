import { bucketOf } from "@/features/search/copy";
import { hashOf, type SearchDocument, TEXT_FIELDS, type TextField } from "@/features/search/document";
import { isListedUnchosen } from "@/features/search/listed-counts";
import { runKeys } from "./run-keys";
import { valueParts } from "./value-parts";
import { exactTexts, forgivingTexts, forgivingWords } from "./word-forms";

/** Goes up when the form of documents changes in a way that their settings do not show. */
export const DOCUMENT_FORM = 1;

/** The words of a field, exactly, and with typing mistakes forgiven. */
export const exactField = (field: TextField): string => `exact_${field}`;
export const forgivingField = (field: TextField): string => `forgiving_${field}`;

export const SORT_FIELDS = {
  start: "start_on",
  ects: "ects_hundredths",
  price: "euro_cents",
  newest: "published_at",
} as const;

/** The fields that are listed where none is chosen: a tenth of all, so that they are counted in a fraction of the time. */
export const BROAD_FIELDS = "broad_field";

/** A course as the server holds it: what is published of it, and nothing of any person. */
export interface IndexedDocument {
  id: string;
  hash: string;
  bucket: number;
  [attribute: string]: string | number | readonly string[];
}

export function toIndexedDocument(document: SearchDocument): IndexedDocument {
  const { courseId, values, texts, startOn, ectsHundredths, euroCents, publishedAt } = document;
  return {
    id: courseId,
    hash: hashOf(document),
    bucket: bucketOf(courseId),
    ...values,
    [BROAD_FIELDS]: values.field.filter((value) => isListedUnchosen("field", value)),
    ...valueParts(values),
    ...runKeys(document),
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [exactField(field), exactTexts(texts[field])])),
    ...Object.fromEntries(
      TEXT_FIELDS.map((field) => [
        forgivingField(field),
        (field === "body" ? forgivingWords : forgivingTexts)(texts[field]),
      ]),
    ),
    // What is not known is left out: the server sorts it last, either way.
    ...(startOn === null ? {} : { [SORT_FIELDS.start]: Number(startOn.replaceAll("-", "")) }),
    ...(ectsHundredths === null ? {} : { [SORT_FIELDS.ects]: ectsHundredths }),
    ...(euroCents === null ? {} : { [SORT_FIELDS.price]: euroCents }),
    [SORT_FIELDS.newest]: publishedAt.getTime(),
  };
}
