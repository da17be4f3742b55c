import type { ReactNode } from "react";
import styles from "./external-link.module.css";

interface Props {
  href: string;
  children?: ReactNode;
}

/** A link that leaves the portal and says where to; an address that is not of the web is shown as text. */
export function ExternalLink({ href, children }: Props) {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return children ?? href;
  return (
    <>
      <a href={url.href} rel="noopener nofollow ugc">
        {children ?? url.host}
      </a>
      {children && <span className={styles.host}> ({url.host})</span>}
    </>
  );
}
