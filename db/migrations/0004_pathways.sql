CREATE TABLE "counted_towards" (
	"version_id" uuid NOT NULL,
	"node_id" text NOT NULL,
	"credential_id" uuid,
	"course_id" uuid,
	"basis" text NOT NULL,
	"ground_id" text,
	"certainty" text NOT NULL,
	"credits" integer NOT NULL,
	"decision_body" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"refusal" text,
	CONSTRAINT "counted_towards_unit_check" CHECK (num_nonnulls("counted_towards"."credential_id", "counted_towards"."course_id") = 1),
	CONSTRAINT "counted_towards_basis_check" CHECK ("counted_towards"."basis" in ('named', 'fits', 'equivalent', 'rule')),
	CONSTRAINT "counted_towards_certainty_check" CHECK ("counted_towards"."certainty" in ('designed', 'agreement', 'precedent', 'possible')),
	CONSTRAINT "counted_towards_refusal_check" CHECK ("counted_towards"."refusal" in ('assessment-not-shown', 'quality-not-shown')),
	CONSTRAINT "counted_towards_ground_check" CHECK (("counted_towards"."ground_id" is null) = ("counted_towards"."basis" in ('named', 'fits')))
);
--> statement-breakpoint
CREATE TABLE "curated_pathways" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"source_id" uuid NOT NULL,
	"version" text NOT NULL,
	"checked_on" date NOT NULL,
	"document" jsonb NOT NULL,
	"retrieved_on" date NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "curated_pathways_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "programme_references" (
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"role" text NOT NULL,
	"is_in_tree" boolean NOT NULL,
	"credential_id" uuid,
	"course_id" uuid,
	"provider_id" uuid,
	CONSTRAINT "programme_references_pkey" PRIMARY KEY("version_id","role","key"),
	CONSTRAINT "programme_references_role_check" CHECK ("programme_references"."role" in ('unit', 'body')),
	CONSTRAINT "programme_references_record_check" CHECK (case "programme_references"."role" when 'unit' then "programme_references"."provider_id" is null and num_nonnulls("programme_references"."credential_id", "programme_references"."course_id") <= 1 else num_nonnulls("programme_references"."credential_id", "programme_references"."course_id") = 0 end)
);
--> statement-breakpoint
CREATE TABLE "programme_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"credential_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"version" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"eqf" integer,
	"total_credits" integer NOT NULL,
	"document" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programme_versions_name_key" UNIQUE("credential_id","version"),
	CONSTRAINT "programme_versions_days_check" CHECK ("programme_versions"."valid_from" <= "programme_versions"."valid_to"),
	CONSTRAINT "programme_versions_eqf_check" CHECK ("programme_versions"."eqf" between 1 and 8),
	CONSTRAINT "programme_versions_credits_check" CHECK ("programme_versions"."total_credits" >= 0)
);
--> statement-breakpoint
ALTER TABLE "counted_towards" ADD CONSTRAINT "counted_towards_version_id_programme_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."programme_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_towards" ADD CONSTRAINT "counted_towards_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_towards" ADD CONSTRAINT "counted_towards_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curated_pathways" ADD CONSTRAINT "curated_pathways_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_references" ADD CONSTRAINT "programme_references_version_id_programme_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."programme_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_references" ADD CONSTRAINT "programme_references_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_references" ADD CONSTRAINT "programme_references_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_references" ADD CONSTRAINT "programme_references_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counted_towards_version_idx" ON "counted_towards" USING btree ("version_id","node_id","certainty");--> statement-breakpoint
CREATE INDEX "counted_towards_credential_idx" ON "counted_towards" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "counted_towards_course_idx" ON "counted_towards" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "curated_pathways_source_idx" ON "curated_pathways" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "programme_references_key_idx" ON "programme_references" USING btree ("key");--> statement-breakpoint
CREATE INDEX "programme_references_credential_idx" ON "programme_references" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "programme_references_course_idx" ON "programme_references" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "programme_references_provider_idx" ON "programme_references" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "programme_versions_source_idx" ON "programme_versions" USING btree ("source_id");--> statement-breakpoint
CREATE VIEW "public"."version_windows" AS (
  select id, credential_id, first_on, last_on from (
    select id, credential_id, valid_from as first_on,
      least(valid_to, lead(valid_from) over (partition by credential_id order by valid_from, published_at, id) - 1) as last_on
    from programme_versions
  ) as versions
  where last_on is null or first_on <= last_on);