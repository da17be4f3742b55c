import { intlCodeList } from "./code-list";

/** ISO 639-1 -> ISO 639-3. */
const ISO_639 = `
  aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul
  bi:bis bm:bam bn:ben bo:bod br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:ces cu:chu cv:chv cy:cym
  da:dan de:deu dv:div dz:dzo ee:ewe el:ell en:eng eo:epo es:spa et:est eu:eus fa:fas ff:ful fi:fin fj:fij
  fo:fao fr:fra fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat
  hu:hun hy:hye hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl it:ita iu:iku ja:jpn jv:jav
  ka:kat kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir
  la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri mk:mkd ml:mal mn:mon
  mr:mar ms:msa mt:mlt my:mya na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld nn:nno no:nor nr:nbl nv:nav ny:nya
  oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:ron ru:rus
  rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin sk:slk sl:slv sm:smo sn:sna so:som sq:sqi sr:srp ss:ssw
  st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso
  tt:tat tw:twi ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor
  za:zha zh:zho zu:zul
`;

/** Second names that ISO 639-2 (bibliographic) and older data use. */
const ALIASES = `
  alb:sq arm:hy baq:eu bur:my chi:zh cze:cs dut:nl fre:fr geo:ka ger:de gre:el ice:is mac:mk mao:mi may:ms per:fa
  rum:ro slo:sk tib:bo wel:cy in:id iw:he ji:yi mo:ro mol:ro
`;

const pairs = (table: string): [string, string][] =>
  table
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]);

const isoPairs = pairs(ISO_639);

/** Languages by ISO 639-1 code, with the EU authority's address (ISO 639-3 in capitals). */
export const languages = intlCodeList(
  "language",
  isoPairs.map(([code, iso3]) => ({
    code,
    uri: `http://publications.europa.eu/resource/authority/language/${iso3.toUpperCase()}`,
  })),
);

const codeByAlias = new Map([
  ...isoPairs.map(([code, iso3]): [string, string] => [iso3, code]),
  ...pairs(ALIASES),
]);

const LANGUAGE_TAG = /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/i;

/**
 * The ISO 639-1 code of a language written as ISO 639-1, 639-2 or 639-3 ("fi", "fin", "ger"), as a language tag
 * ("en-GB", "en_GB") or as the EU's address; in any case of letters. Null where unknown, and for a language
 * without an ISO 639-1 code.
 */
export function parseLanguage(value: string): string | null {
  const fromUri = languages.fromUri(value);
  if (fromUri !== null) return fromUri;
  const primary = LANGUAGE_TAG.exec(value.trim())?.[1]?.toLowerCase();
  if (primary === undefined) return null;
  return languages.has(primary) ? primary : (codeByAlias.get(primary) ?? null);
}

/** "fi", "en" -> "Finnish". The code itself where it is unknown. */
export const languageName = (code: string, locale: string): string => languages.label(code, locale);
