/** Names of the characters 160 to 255, in order. */
const LATIN_1 = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro
  para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
  Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave
  Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
  igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute
  thorn yuml
`;

const OTHERS = `
  quot:22 amp:26 lt:3c gt:3e apos:27 OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 fnof:192 circ:2c6 tilde:2dc
  Alpha:391 Beta:392 Gamma:393 Delta:394 Omega:3a9 Sigma:3a3 alpha:3b1 beta:3b2 gamma:3b3 delta:3b4 epsilon:3b5
  lambda:3bb mu:3bc pi:3c0 sigma:3c3 tau:3c4 phi:3c6 omega:3c9 ensp:2002 emsp:2003 thinsp:2009 zwnj:200c zwj:200d
  lrm:200e rlm:200f ndash:2013 mdash:2014 lsquo:2018 rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e
  dagger:2020 Dagger:2021 bull:2022 hellip:2026 permil:2030 prime:2032 Prime:2033 lsaquo:2039 rsaquo:203a frasl:2044
  euro:20ac trade:2122 larr:2190 uarr:2191 rarr:2192 darr:2193 harr:2194 rArr:21d2 hArr:21d4 forall:2200 part:2202
  exist:2203 isin:2208 prod:220f sum:2211 minus:2212 radic:221a infin:221e cap:2229 cup:222a int:222b asymp:2248
  ne:2260 equiv:2261 le:2264 ge:2265 sub:2282 sup:2283 sdot:22c5 loz:25ca Zcaron:17d zcaron:17e
`;

const words = (table: string) => table.trim().split(/\s+/);

const codePointByName = new Map<string, number>([
  ...words(LATIN_1).map((name, position): [string, number] => [name, 160 + position]),
  ...words(OTHERS).map((pair): [string, number] => {
    const [name = "", code = ""] = pair.split(":");
    return [name, Number.parseInt(code, 16)];
  }),
]);

/** What HTML reads for the numbers 128 to 159, which old Windows programs wrote. */
const WINDOWS_1252 = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
];

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));/g;

/** Replaces character references once: "&amp;lt;" becomes "&lt;". Unknown names stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(REFERENCE, (whole, decimal, hex, name) => {
    const number = name ? codePointByName.get(name) : Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
    return number === undefined ? whole : character(number);
  });
}

function character(number: number): string {
  const codePoint = WINDOWS_1252[number - 128] ?? number;
  const isCharacter = codePoint > 0 && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
  return isCharacter ? String.fromCodePoint(codePoint) : "\ufffd";
}
