import { codeList } from "./code-list";

/** What a credential is, as its source declares it. The EU has no list of these. */
export const credentialKinds = codeList([
  { code: "micro-credential", label: { en: "Micro-credential", fi: "Pieni osaamiskokonaisuus" }, uri: null },
  {
    code: "certificate-of-attendance",
    label: { en: "Certificate of attendance", fi: "Osallistumistodistus" },
    uri: null,
  },
  { code: "module", label: { en: "Module", fi: "Moduuli" }, uri: null },
  { code: "certificate", label: { en: "Certificate", fi: "Todistus" }, uri: null },
  { code: "degree", label: { en: "Degree", fi: "Tutkinto" }, uri: null },
  { code: "other", label: { en: "Other credential", fi: "Muu osaamistodistus" }, uri: null },
  { code: "not-stated", label: { en: "Kind not stated", fi: "Lajia ei ilmoitettu" }, uri: null },
]);

export type CredentialKind = (typeof credentialKinds.codes)[number];
