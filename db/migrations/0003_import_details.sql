ALTER TABLE "import_items" DROP CONSTRAINT "import_items_outcome_check";--> statement-breakpoint
ALTER TABLE "isco_groups" ADD COLUMN "status" text DEFAULT 'released' NOT NULL;--> statement-breakpoint
ALTER TABLE "occupations" ADD COLUMN "is_regulated" boolean;--> statement-breakpoint
ALTER TABLE "skill_groups" ADD COLUMN "status" text DEFAULT 'released' NOT NULL;--> statement-breakpoint
ALTER TABLE "occupations" DROP COLUMN "regulated_note";--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_outcome_check" CHECK ("import_items"."outcome" in ('added', 'changed', 'proposed', 'refused', 'missing'));