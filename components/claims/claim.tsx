import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { ClaimMark, type ClaimStatus } from "./claim-mark";

interface Props {
  locale: Locale;
  value: string | null;
  status: ClaimStatus;
  /** True where the course itself says nothing and its one credential does. */
  isInherited: boolean;
}

/** A value with how well it is known. */
export function Claim({ locale, value, status, isInherited }: Props) {
  return (
    <>
      {value} <ClaimMark locale={locale} status={status} />
      {isInherited && (
        <>
          {" "}
          <small>{translator(locale)("claims.inherited")}</small>
        </>
      )}
    </>
  );
}
