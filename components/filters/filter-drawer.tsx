"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import button from "@/components/ui/button.module.css";
import styles from "./filter-drawer.module.css";

interface Props {
  /** "Filters (2)" */
  summary: string;
  title: string;
  close: string;
  /** Without scripts, on a phone. */
  isOpen: boolean;
  children: ReactNode;
}

const PHONE = "(max-width: 820px)";

/**
 * The filters beside the results. On a phone they are a drawer from the bottom; without scripts there, a disclosure
 * in the flow of the page.
 */
export function FilterDrawer({ summary, title, close, isOpen, children }: Props) {
  const [shape, setShape] = useState<"disclosure" | "column" | "drawer">("disclosure");
  const dialog = useRef<HTMLDialogElement>(null);

  // Asked once: to change shape later would drop choices that were not sent yet.
  useEffect(() => setShape(matchMedia(PHONE).matches ? "drawer" : "column"), []);

  if (shape !== "drawer")
    return (
      <details className={styles.disclosure} open={isOpen || shape === "column"}>
        <summary>{summary}</summary>
        {children}
      </details>
    );
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={`${button.button} ${button.quiet}`}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {summary}
      </button>
      <dialog ref={dialog} className={styles.drawer} aria-label={title}>
        <div className={styles.head}>
          <strong>{title}</strong>
          <button
            type="button"
            className={`${button.button} ${button.quiet}`}
            onClick={() => dialog.current?.close()}
          >
            {close}
          </button>
        </div>
        {children}
      </dialog>
    </div>
  );
}
