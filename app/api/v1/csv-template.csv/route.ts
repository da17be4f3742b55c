import { templateCsv } from "@/features/csv/template";
import { csvFile } from "@/lib/answers";

export const GET = (): Response => csvFile("cairn-template.csv", templateCsv());
