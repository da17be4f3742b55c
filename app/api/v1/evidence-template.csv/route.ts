import { evidenceTemplateCsv } from "@/features/evidence-files/evidence-template";
import { csvFile } from "@/lib/answers";

export const GET = (): Response => csvFile("cairn-evidence-template.csv", evidenceTemplateCsv());
