/**
 * Names of fields that hold a person: letters only, in lower case, in the languages of the feeds we know. Formats leave
 * such fields out; what they overlook ends here.
 */
const PERSONAL_KEY = new RegExp(
  [
    "codicefiscale|codfis|taxcode|taxid|fiscalcode|ssn|personnummer|henkilotunnus|hetu|nationalid|passport",
    "birth|nascita|syntym|fodels|geburt",
    "docent|teacher|lecturer|instructor|professor|opettaja|larare|kouluttaja|titolare|responsabil",
    "surname|lastname|familyname|firstname|givenname|cognome|sukunimi|etunimi|efternamn|fornamn",
    "email|mail$|phone|telefon|puhelin|mobile|cellular",
    "homeaddress|privateaddress|residen|kotiosoite|hemadress",
    "contactperson|yhteyshenkil|kontaktperson|referente",
  ].join("|"),
);

/** Italian tax code; letters stand for digits where two people would share one. */
const CODICE_FISCALE = /\b[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b/gi;
/** Finnish identity code: day of birth, sign of the century, number, check character. */
const HENKILOTUNNUS = /\b([0-3]\d[01]\d\d\d)[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])\b/g;
const HENKILOTUNNUS_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

const LEFT_OUT = "[…]";
/** Characters of one text that are kept of a raw record: more is a file or a picture in disguise. */
const LONGEST_RAW_TEXT = 32_768;

/** A text without the numbers by which a state knows a person. */
export function withoutPersonalNumbers(text: string): string {
  return text
    .replace(CODICE_FISCALE, LEFT_OUT)
    .replace(HENKILOTUNNUS, (match, birthday: string, number: string, check: string) =>
      HENKILOTUNNUS_CHECK[Number(birthday + number) % 31] === check ? LEFT_OUT : match,
    );
}

/** The same value with those numbers gone from every text in it. */
export function withoutPersonalNumbersIn<T>(value: T): T;
export function withoutPersonalNumbersIn(value: unknown): unknown {
  return mapTexts(value, withoutPersonalNumbers, () => true);
}

/** A raw record without the fields that hold a person, and without addresses and numbers of people in its texts. */
export function withoutPersonalData(raw: unknown): unknown {
  return mapTexts(
    raw,
    (text) => withoutPersonalNumbers(text.replace(EMAIL, LEFT_OUT)).slice(0, LONGEST_RAW_TEXT),
    (key) => !PERSONAL_KEY.test(lettersOf(key)),
  );
}

const lettersOf = (key: string): string =>
  key
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

function mapTexts(
  value: unknown,
  change: (text: string) => string,
  keeps: (key: string) => boolean,
): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, keeps));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => keeps(key))
        .map(([key, item]) => [key, mapTexts(item, change, keeps)]),
    );
  return value;
}
