import { registerTemplateCsv } from "@/features/evidence-files/register-file";
import { csvFile } from "@/lib/answers";

export const GET = (): Response => csvFile("cairn-register-template.csv", registerTemplateCsv());
