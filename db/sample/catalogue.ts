import { z } from "zod";
import credentials from "./data/credentials.json";
import escoExtract from "./data/esco.json";
import patternTables from "./data/patterns.json";
import providers from "./data/providers.json";
import generic from "./data/themes-00-generic.json";
import education from "./data/themes-01-education.json";
import arts from "./data/themes-02-arts.json";
import social from "./data/themes-03-social.json";
import business from "./data/themes-04-business.json";
import science from "./data/themes-05-science.json";
import digital from "./data/themes-06-digital.json";
import engineering from "./data/themes-07-engineering.json";
import farming from "./data/themes-08-farming.json";
import health from "./data/themes-09-health.json";
import services from "./data/themes-10-services.json";
import { credentialShape, escoShape, patternsShape, providerShape, themeShape } from "./shapes";

// The sample catalogue as it is written: fictional providers, courses and credentials with real ESCO concepts.
// features/sample makes records of it.

const themeFiles: unknown[] = [
  generic,
  education,
  arts,
  social,
  business,
  science,
  digital,
  engineering,
  farming,
  health,
  services,
];

export const sampleProviders = z.array(providerShape).parse(providers);
export const sampleThemes = z.array(themeShape).parse(themeFiles.flat());
export const sampleCredentials = z.array(credentialShape).parse(credentials);
export const samplePatterns = patternsShape.parse(patternTables);
export const sampleEsco = escoShape.parse(escoExtract);
