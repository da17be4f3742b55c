import { z } from "zod";

/**
 * The part of Kouta's records that is read and kept. What is not named here falls out at the door, above all the people:
 * `muokkaaja` (who edited it) and `yhteyshenkilot` (contacts).
 */

const texts = z.record(z.string(), z.string().nullish()).nullish();
const word = z.string().nullish();
const amount = z.union([z.number(), z.string()]).nullish();
const listOf = <T extends z.ZodType>(item: T) => z.array(item).nullish();

const code = z.object({ koodiUri: word, nimi: texts });

const organisation = z.object({ oid: z.string().min(1), nimi: texts, paikkakunta: code.nullish() });

const start = z
  .object({
    alkamiskausityyppi: word,
    koulutuksenAlkamiskausi: code.nullish(),
    koulutuksenAlkamisvuosi: amount,
    koulutuksenAlkamispaivamaara: word,
    koulutuksenPaattymispaivamaara: word,
    henkilokohtaisenSuunnitelmanLisatiedot: texts,
  })
  .nullish();

const period = z.object({ alkaa: word, paattyy: word });

const section = z.object({ otsikko: code.nullish(), teksti: texts });

const extent = {
  opintojenLaajuusNumero: amount,
  opintojenLaajuusNumeroMin: amount,
  opintojenLaajuusNumeroMax: amount,
  opintojenLaajuusyksikko: code.nullish(),
};

const common = {
  oid: z.string().min(1),
  tila: word,
  koulutustyyppi: word,
  nimi: texts,
  kielivalinta: listOf(z.string()),
  tarjoajat: listOf(organisation),
  koulutukset: listOf(code),
};

const teaching = z
  .object({
    maksut: listOf(z.object({ maksullisuustyyppi: word, maksunMaara: amount })),
    maksullisuusKuvaus: texts,
    apuraha: z.object({ kuvaus: texts }).nullish(),
    koulutuksenAlkamiskausi: start,
    suunniteltuKestoVuodet: amount,
    suunniteltuKestoKuukaudet: amount,
    lisatiedot: listOf(section),
    opetustapa: listOf(code),
    opetuskieli: listOf(code),
    opetusaika: listOf(code),
  })
  .nullish();

const target = z.object({
  tila: word,
  aloituspaikat: z.object({ lukumaara: amount }).nullish(),
  pohjakoulutusvaatimus: listOf(code),
  hakulomakeLinkki: texts,
  koulutuksenAlkamiskausi: start,
  hakuajat: listOf(period),
});

/** An offering of a programme: our run. */
export const toteutusSchema = z.object({
  ...common,
  koulutusOid: word,
  oppilaitokset: listOf(z.string()),
  organisaatio: organisation.nullish(),
  metadata: z
    .object({
      ...extent,
      kuvaus: texts,
      osaamistavoitteet: texts,
      hakuaika: period.nullish(),
      hakulomakeLinkki: texts,
      aloituspaikat: amount,
      opetus: teaching,
    })
    .nullish(),
  hakutiedot: listOf(z.object({ koulutuksenAlkamiskausi: start, hakukohteet: listOf(target) })),
});

/** A programme: our course. */
export const koulutusSchema = z.object({
  ...common,
  johtaaTutkintoon: z.boolean().nullish(),
  eqf: listOf(code),
  nqf: listOf(code),
  toteutukset: listOf(z.object({ oid: z.string(), tila: word })),
  koulutuskoodienAlatJaAsteet: listOf(z.object({ koulutusalaKoodiUrit: listOf(z.string()) })),
  metadata: z
    .object({
      ...extent,
      kuvaus: texts,
      osaamistavoitteet: texts,
      lisatiedot: listOf(section),
      koulutusala: listOf(code),
      tutkintonimike: listOf(code),
    })
    .nullish(),
});

/** An institution: our provider. */
export const oppilaitosSchema = z.object({
  oid: z.string().min(1),
  nimi: texts,
  oppilaitostyyppi: code.nullish(),
  kotipaikka: code.nullish(),
  oppilaitos: z
    .object({ metadata: z.object({ wwwSivu: z.object({ url: texts }).nullish() }).nullish() })
    .nullish(),
});

export type Texts = z.infer<typeof texts>;
export type Amount = z.infer<typeof amount>;
export type Code = z.infer<typeof code>;
export type Organisation = z.infer<typeof organisation>;
export type Start = z.infer<typeof start>;
export type Section = z.infer<typeof section>;
export type Toteutus = z.infer<typeof toteutusSchema>;
export type Koulutus = z.infer<typeof koulutusSchema>;
export type Oppilaitos = z.infer<typeof oppilaitosSchema>;
