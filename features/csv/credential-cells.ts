import type { CredentialContent, Stackability } from "@/features/credentials/schema";
import { credentialKinds } from "@/features/vocabularies/credential-kinds";
import { modes } from "@/features/vocabularies/modes";
import { joinCodes, joinTexts } from "./cell-text";
import type { Cells } from "./cells";
import {
  type CellTexts,
  localisedCells,
  readDefaultLanguage,
  readLearning,
  readOutcomes,
  readTitle,
  writeLearning,
  writeOutcomes,
} from "./learning-cells";

const STACKABILITIES = ["stand-alone", "integrated", "not-stated"] as const satisfies readonly Stackability[];

/** Reads the columns that start with `credential_`. */
export function readCredential(row: Cells): CredentialContent {
  const cells = row.within("credential_");
  const title = readTitle(cells, "title");
  const learning = readLearning(cells);
  const isOutsideFramework = cells.yes("outside_framework");
  if (isOutsideFramework && (learning.eqf !== null || learning.nqf !== null)) {
    cells.refuse("outside_framework", "It is outside every framework and yet has a level. Keep one of them.");
  }
  return {
    kind: cells.code("kind", credentialKinds) ?? "not-stated",
    defaultLanguage: readDefaultLanguage(cells, "credential_title", title),
    title,
    description: cells.localised("description"),
    ...learning,
    isOutsideFramework,
    modes: cells.codes("modes", modes),
    qualityAssurance: cells.localised("quality_assurance"),
    stackability: cells.code("stackability", { codes: STACKABILITIES }) ?? "not-stated",
    validity: cells.localised("validity"),
    homepage: cells.text("homepage"),
    outcomes: readOutcomes(cells),
    awardingBodies: [...new Set(cells.texts("awarding_bodies"))],
  };
}

export function writeCredential(credential: CredentialContent): CellTexts {
  const cells: CellTexts = {
    kind: credential.kind,
    ...localisedCells("title", credential.title),
    ...localisedCells("description", credential.description),
    default_language: credential.defaultLanguage,
    ...writeOutcomes(credential.outcomes),
    ...writeLearning(credential),
    homepage: credential.homepage ?? "",
    outside_framework: credential.isOutsideFramework ? "yes" : "",
    modes: joinCodes(credential.modes),
    ...localisedCells("quality_assurance", credential.qualityAssurance),
    stackability: credential.stackability === "not-stated" ? "" : credential.stackability,
    ...localisedCells("validity", credential.validity),
    awarding_bodies: joinTexts(credential.awardingBodies),
  };
  return Object.fromEntries(Object.entries(cells).map(([name, text]) => [`credential_${name}`, text]));
}
