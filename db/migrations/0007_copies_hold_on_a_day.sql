ALTER TABLE "search_copies" ADD COLUMN "rebuild_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "search_copies" ADD COLUMN "holds_on" date;