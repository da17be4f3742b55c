import { intlCodeList } from "./code-list";

/** ISO 3166-1 alpha-2 -> alpha-3, with Kosovo by the codes in common use. */
const ISO_3166 = `
  AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS AW:ABW AX:ALA
  AZ:AZE BA:BIH BB:BRB BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM BM:BMU BN:BRN BO:BOL BQ:BES
  BR:BRA BS:BHS BT:BTN BV:BVT BW:BWA BY:BLR BZ:BLZ CA:CAN CC:CCK CD:COD CF:CAF CG:COG CH:CHE CI:CIV CK:COK
  CL:CHL CM:CMR CN:CHN CO:COL CR:CRI CU:CUB CV:CPV CW:CUW CX:CXR CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DM:DMA
  DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH FI:FIN FJ:FJI FK:FLK FM:FSM FO:FRO FR:FRA
  GA:GAB GB:GBR GD:GRD GE:GEO GF:GUF GG:GGY GH:GHA GI:GIB GL:GRL GM:GMB GN:GIN GP:GLP GQ:GNQ GR:GRC GS:SGS
  GT:GTM GU:GUM GW:GNB GY:GUY HK:HKG HM:HMD HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IM:IMN IN:IND
  IO:IOT IQ:IRQ IR:IRN IS:ISL IT:ITA JE:JEY JM:JAM JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA
  KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO LB:LBN LC:LCA LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA
  LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MF:MAF MG:MDG MH:MHL MK:MKD ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP MQ:MTQ
  MR:MRT MS:MSR MT:MLT MU:MUS MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NC:NCL NE:NER NF:NFK NG:NGA NI:NIC
  NL:NLD NO:NOR NP:NPL NR:NRU NU:NIU NZ:NZL OM:OMN PA:PAN PE:PER PF:PYF PG:PNG PH:PHL PK:PAK PL:POL PM:SPM
  PN:PCN PR:PRI PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB SC:SYC
  SD:SDN SE:SWE SG:SGP SH:SHN SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ST:STP SV:SLV
  SX:SXM SY:SYR SZ:SWZ TC:TCA TD:TCD TF:ATF TG:TGO TH:THA TJ:TJK TK:TKL TL:TLS TM:TKM TN:TUN TO:TON TR:TUR
  TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA UY:URY UZ:UZB VA:VAT VC:VCT VE:VEN VG:VGB VI:VIR
  VN:VNM VU:VUT WF:WLF WS:WSM XK:XKX YE:YEM YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE
`;

const AUTHORITY = "http://publications.europa.eu/resource/authority/country";

/** Where the EU authority's code is not ISO 3166-1 alpha-3. */
const AUTHORITY_CODES: Readonly<Record<string, string>> = { TF: "FQ0", XK: "1A0" };

/** What EU institutions (EL, UK) and older lists write. */
const ALIASES: [string, string][] = [
  ["EL", "GR"],
  ["UK", "GB"],
  ["1A0", "XK"],
  ["XKK", "XK"],
  ["FQ0", "TF"],
];

const isoPairs = ISO_3166.trim()
  .split(/\s+/)
  .map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)]);

/** Countries and territories by ISO 3166-1 alpha-2 code (and XK), with the EU authority's address. */
export const countries = intlCodeList(
  "region",
  isoPairs.map(([code, alpha3]) => ({
    code,
    uri: `${AUTHORITY}/${AUTHORITY_CODES[code] ?? alpha3}`,
    alsoUris: [`${AUTHORITY}/${alpha3}`],
  })),
);

const alpha3ByCode = new Map(isoPairs);
const codeByAlias = new Map([
  ...isoPairs.map(([code, alpha3]): [string, string] => [alpha3, code]),
  ...ALIASES,
]);

// Checked before the case is changed: "ß" in capitals is "SS", South Sudan.
const ALPHA_2_OR_3 = /^[A-Z0-9]{2,3}$/i;

/**
 * The alpha-2 code of a country written as alpha-2, alpha-3, EL, UK or the EU's address, in any case of letters.
 * Null where unknown; names are not read.
 */
export function parseCountry(value: string): string | null {
  const fromUri = countries.fromUri(value);
  if (fromUri !== null) return fromUri;
  const code = ALPHA_2_OR_3.exec(value.trim())?.[0].toUpperCase();
  if (code === undefined) return null;
  return countries.has(code) ? code : (codeByAlias.get(code) ?? null);
}

/** "FI" -> "FIN". Null where unknown. */
export const countryAlpha3 = (code: string): string | null => alpha3ByCode.get(code) ?? null;

/** "FI", "en" -> "Finland". The code itself where it is unknown. */
export const countryName = (code: string, locale: string): string => countries.label(code, locale);
