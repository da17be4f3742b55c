CREATE TABLE "courses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"source_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"status" text NOT NULL,
	"default_language" char(2) NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb,
	"description" jsonb,
	"fields" text[] DEFAULT '{}' NOT NULL,
	"ects_hundredths" integer,
	"hours_min" numeric(8, 2),
	"hours_max" numeric(8, 2),
	"eqf" integer,
	"nqf" text,
	"cycle" text,
	"assessment" text NOT NULL,
	"assessment_types" text[] DEFAULT '{}' NOT NULL,
	"supervision" text NOT NULL,
	"prerequisites" jsonb,
	"duration_days" integer,
	"target_groups" text[] DEFAULT '{}' NOT NULL,
	"learning_setting" text NOT NULL,
	"type" text,
	"homepage" text,
	"has_no_credential" boolean NOT NULL,
	"published_at" timestamp with time zone,
	"external_id" text NOT NULL,
	"source_url" text,
	"retrieved_on" date NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "courses_slug_key" UNIQUE("slug"),
	CONSTRAINT "courses_source_record_key" UNIQUE("source_id","external_id"),
	CONSTRAINT "courses_title_check" CHECK (jsonb_exists("courses"."title", "courses"."default_language")),
	CONSTRAINT "courses_status_check" CHECK ("courses"."status" in ('draft', 'submitted', 'published', 'suspended', 'withdrawn')),
	CONSTRAINT "courses_published_check" CHECK ("courses"."status" <> 'published' or "courses"."published_at" is not null),
	CONSTRAINT "courses_setting_check" CHECK ("courses"."learning_setting" in ('formal', 'non-formal', 'not-stated')),
	CONSTRAINT "courses_duration_check" CHECK ("courses"."duration_days" > 0),
	CONSTRAINT "courses_ects_check" CHECK ("courses"."ects_hundredths" > 0),
	CONSTRAINT "courses_eqf_check" CHECK ("courses"."eqf" between 1 and 8),
	CONSTRAINT "courses_hours_check" CHECK (("courses"."hours_min" is null) = ("courses"."hours_max" is null) and "courses"."hours_min" > 0 and "courses"."hours_min" <= "courses"."hours_max"),
	CONSTRAINT "courses_cycle_check" CHECK ("courses"."cycle" in ('short', 'first', 'second', 'third')),
	CONSTRAINT "courses_assessment_check" CHECK ("courses"."assessment" in ('assessed', 'attendance-only', 'none', 'unknown')),
	CONSTRAINT "courses_supervision_check" CHECK ("courses"."supervision" in ('unsupervised-no-id', 'supervised-no-id', 'supervised-id', 'unsupervised-id', 'not-stated'))
);
--> statement-breakpoint
CREATE TABLE "awarding_bodies" (
	"credential_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	CONSTRAINT "awarding_bodies_pkey" PRIMARY KEY("credential_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "course_credentials" (
	"course_id" uuid NOT NULL,
	"credential_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"needs" text NOT NULL,
	"needed_count" integer,
	CONSTRAINT "course_credentials_pkey" PRIMARY KEY("course_id","credential_id"),
	CONSTRAINT "course_credentials_needs_check" CHECK ("course_credentials"."needs" in ('this-course', 'all', 'some')),
	CONSTRAINT "course_credentials_count_check" CHECK (("course_credentials"."needs" = 'some') = ("course_credentials"."needed_count" is not null) and "course_credentials"."needed_count" > 0)
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"source_id" uuid NOT NULL,
	"status" text NOT NULL,
	"kind" text NOT NULL,
	"default_language" char(2) NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"fields" text[] DEFAULT '{}' NOT NULL,
	"ects_hundredths" integer,
	"hours_min" numeric(8, 2),
	"hours_max" numeric(8, 2),
	"eqf" integer,
	"nqf" text,
	"cycle" text,
	"assessment" text NOT NULL,
	"assessment_types" text[] DEFAULT '{}' NOT NULL,
	"supervision" text NOT NULL,
	"prerequisites" jsonb,
	"is_outside_framework" boolean NOT NULL,
	"modes" text[] DEFAULT '{}' NOT NULL,
	"quality_assurance" jsonb,
	"stackability" text NOT NULL,
	"validity" jsonb,
	"homepage" text,
	"external_id" text NOT NULL,
	"source_url" text,
	"retrieved_on" date NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credentials_slug_key" UNIQUE("slug"),
	CONSTRAINT "credentials_source_record_key" UNIQUE("source_id","external_id"),
	CONSTRAINT "credentials_title_check" CHECK (jsonb_exists("credentials"."title", "credentials"."default_language")),
	CONSTRAINT "credentials_status_check" CHECK ("credentials"."status" in ('published', 'withdrawn')),
	CONSTRAINT "credentials_kind_check" CHECK ("credentials"."kind" in ('micro-credential', 'certificate-of-attendance', 'module', 'certificate', 'degree', 'other', 'not-stated')),
	CONSTRAINT "credentials_stackability_check" CHECK ("credentials"."stackability" in ('stand-alone', 'integrated', 'not-stated')),
	CONSTRAINT "credentials_framework_check" CHECK (not "credentials"."is_outside_framework" or ("credentials"."eqf" is null and "credentials"."nqf" is null)),
	CONSTRAINT "credentials_modes_check" CHECK ("credentials"."modes" <@ array['presential', 'online', 'blended', 'hybrid', 'work-based', 'project-based', 'research-lab']::text[]),
	CONSTRAINT "credentials_ects_check" CHECK ("credentials"."ects_hundredths" > 0),
	CONSTRAINT "credentials_eqf_check" CHECK ("credentials"."eqf" between 1 and 8),
	CONSTRAINT "credentials_hours_check" CHECK (("credentials"."hours_min" is null) = ("credentials"."hours_max" is null) and "credentials"."hours_min" > 0 and "credentials"."hours_min" <= "credentials"."hours_max"),
	CONSTRAINT "credentials_cycle_check" CHECK ("credentials"."cycle" in ('short', 'first', 'second', 'third')),
	CONSTRAINT "credentials_assessment_check" CHECK ("credentials"."assessment" in ('assessed', 'attendance-only', 'none', 'unknown')),
	CONSTRAINT "credentials_supervision_check" CHECK ("credentials"."supervision" in ('unsupervised-no-id', 'supervised-no-id', 'supervised-id', 'unsupervised-id', 'not-stated'))
);
--> statement-breakpoint
CREATE TABLE "isco_groups" (
	"code" text PRIMARY KEY NOT NULL,
	"uri" text NOT NULL,
	"label" jsonb NOT NULL,
	"description" jsonb,
	"source_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "occupation_broader" (
	"uri" text NOT NULL,
	"broader_uri" text NOT NULL,
	CONSTRAINT "occupation_broader_pkey" PRIMARY KEY("uri","broader_uri"),
	CONSTRAINT "occupation_broader_self_check" CHECK ("occupation_broader"."uri" <> "occupation_broader"."broader_uri")
);
--> statement-breakpoint
CREATE TABLE "occupation_skills" (
	"occupation_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"relation" text NOT NULL,
	CONSTRAINT "occupation_skills_pkey" PRIMARY KEY("occupation_id","skill_id"),
	CONSTRAINT "occupation_skills_relation_check" CHECK ("occupation_skills"."relation" in ('essential', 'optional'))
);
--> statement-breakpoint
CREATE TABLE "occupations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uri" text NOT NULL,
	"label" jsonb NOT NULL,
	"alt_labels" jsonb NOT NULL,
	"description" jsonb,
	"status" text NOT NULL,
	"esco_version" text NOT NULL,
	"source_id" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"code" text,
	"isco_code" text NOT NULL,
	"regulated_note" jsonb,
	CONSTRAINT "occupations_uri_check" CHECK ("occupations"."uri" like '%/occupation/' || "occupations"."id"::text)
);
--> statement-breakpoint
CREATE TABLE "outcome_skills" (
	"outcome_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"method" text NOT NULL,
	CONSTRAINT "outcome_skills_pkey" PRIMARY KEY("outcome_id","skill_id"),
	CONSTRAINT "outcome_skills_method_check" CHECK ("outcome_skills"."method" in ('stated', 'suggested', 'accepted', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid,
	"credential_id" uuid,
	"position" integer NOT NULL,
	"text" jsonb NOT NULL,
	CONSTRAINT "outcomes_owner_check" CHECK (("outcomes"."course_id" is null) <> ("outcomes"."credential_id" is null)),
	CONSTRAINT "outcomes_text_check" CHECK ("outcomes"."text" <> '{}'::jsonb)
);
--> statement-breakpoint
CREATE TABLE "provider_identifiers" (
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"provider_id" uuid NOT NULL,
	CONSTRAINT "provider_identifiers_pkey" PRIMARY KEY("scheme","value"),
	CONSTRAINT "provider_identifiers_scheme_check" CHECK ("provider_identifiers"."scheme" in ('deqar', 'eter', 'schac', 'erasmus', 'pic', 'vat', 'ror', 'did', 'national'))
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"source_id" uuid NOT NULL,
	"legal_name" jsonb NOT NULL,
	"default_language" char(2) NOT NULL,
	"kind" text NOT NULL,
	"identity" text NOT NULL,
	"country" char(2) NOT NULL,
	"region" text,
	"homepage" text,
	"external_id" text NOT NULL,
	"source_url" text,
	"retrieved_on" date NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "providers_slug_key" UNIQUE("slug"),
	CONSTRAINT "providers_source_record_key" UNIQUE("source_id","external_id"),
	CONSTRAINT "providers_name_check" CHECK (jsonb_exists("providers"."legal_name", "providers"."default_language")),
	CONSTRAINT "providers_kind_check" CHECK ("providers"."kind" in ('higher-education', 'other', 'unknown')),
	CONSTRAINT "providers_identity_check" CHECK ("providers"."identity" in ('stated', 'placeholder')),
	CONSTRAINT "providers_country_check" CHECK ("providers"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"position" integer NOT NULL,
	"start_kind" text NOT NULL,
	"start_on" date,
	"start_precision" text,
	"start_text" jsonb,
	"end_on" date,
	"apply_by" date,
	"modes" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"country" char(2),
	"region" text,
	"city" text,
	"price_kind" text NOT NULL,
	"price_cents" integer,
	"currency" char(3),
	"price_note" jsonb,
	"seats" integer,
	"schedules" text[] DEFAULT '{}' NOT NULL,
	"hours_per_week" numeric(5, 2),
	"apply_url" text,
	CONSTRAINT "runs_course_record_key" UNIQUE("course_id","external_id"),
	CONSTRAINT "runs_start_kind_check" CHECK ("runs"."start_kind" in ('dated', 'standing', 'not-stated')),
	CONSTRAINT "runs_start_check" CHECK (("runs"."start_kind" = 'dated') = ("runs"."start_on" is not null)),
	CONSTRAINT "runs_precision_check" CHECK ("runs"."start_precision" in ('day', 'month', 'term')),
	CONSTRAINT "runs_dates_check" CHECK ("runs"."start_on" <= "runs"."end_on"),
	CONSTRAINT "runs_modes_check" CHECK ("runs"."modes" <@ array['presential', 'online', 'blended', 'hybrid', 'work-based', 'project-based', 'research-lab']::text[]),
	CONSTRAINT "runs_schedules_check" CHECK ("runs"."schedules" <@ array['day', 'evening', 'weekend', 'self-paced']::text[]),
	CONSTRAINT "runs_price_kind_check" CHECK ("runs"."price_kind" in ('free', 'paid', 'unknown')),
	CONSTRAINT "runs_price_check" CHECK (("runs"."price_kind" = 'paid') = ("runs"."price_cents" is not null)),
	CONSTRAINT "runs_currency_check" CHECK (("runs"."price_cents" is null) = ("runs"."currency" is null)),
	CONSTRAINT "runs_cents_check" CHECK ("runs"."price_cents" > 0),
	CONSTRAINT "runs_country_check" CHECK ("runs"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "runs_seats_check" CHECK ("runs"."seats" >= 0)
);
--> statement-breakpoint
CREATE TABLE "skill_broader" (
	"uri" text NOT NULL,
	"broader_uri" text NOT NULL,
	CONSTRAINT "skill_broader_pkey" PRIMARY KEY("uri","broader_uri"),
	CONSTRAINT "skill_broader_self_check" CHECK ("skill_broader"."uri" <> "skill_broader"."broader_uri")
);
--> statement-breakpoint
CREATE TABLE "skill_groups" (
	"uri" text PRIMARY KEY NOT NULL,
	"code" text,
	"label" jsonb NOT NULL,
	"description" jsonb,
	"source_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skill_relations" (
	"skill_id" uuid NOT NULL,
	"related_id" uuid NOT NULL,
	"relation" text NOT NULL,
	CONSTRAINT "skill_relations_pkey" PRIMARY KEY("skill_id","related_id"),
	CONSTRAINT "skill_relations_relation_check" CHECK ("skill_relations"."relation" in ('essential', 'optional'))
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uri" text NOT NULL,
	"label" jsonb NOT NULL,
	"alt_labels" jsonb NOT NULL,
	"description" jsonb,
	"status" text NOT NULL,
	"esco_version" text NOT NULL,
	"source_id" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"reuse_level" text,
	"collections" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "skills_uri_check" CHECK ("skills"."uri" like '%/skill/' || "skills"."id"::text),
	CONSTRAINT "skills_type_check" CHECK ("skills"."type" in ('skill', 'knowledge', 'not-stated')),
	CONSTRAINT "skills_reuse_check" CHECK ("skills"."reuse_level" in ('transversal', 'cross-sector', 'sector-specific', 'occupation-specific'))
);
--> statement-breakpoint
CREATE TABLE "slugs" (
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"record_id" uuid NOT NULL,
	"is_current" boolean NOT NULL,
	CONSTRAINT "slugs_pkey" PRIMARY KEY("kind","slug"),
	CONSTRAINT "slugs_kind_check" CHECK ("slugs"."kind" in ('course', 'credential', 'provider'))
);
--> statement-breakpoint
CREATE TABLE "import_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"outcome" text NOT NULL,
	"raw" jsonb,
	"content_hash" text NOT NULL,
	"notes" jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "import_items_run_record_key" UNIQUE("run_id","kind","external_id","position"),
	CONSTRAINT "import_items_outcome_check" CHECK ("import_items"."outcome" in ('added', 'changed', 'refused', 'missing'))
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"state" text NOT NULL,
	"is_partial" boolean NOT NULL,
	"counts" jsonb NOT NULL,
	"retrieved_on" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_runs_state_check" CHECK ("import_runs"."state" in ('applied', 'unchanged', 'refused', 'quarantined'))
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"format" text NOT NULL,
	"address" text NOT NULL,
	"licence" text,
	"class" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sources_name_key" UNIQUE("name"),
	CONSTRAINT "sources_class_check" CHECK ("sources"."class" in ('authoritative', 'provider', 'third-party'))
);
--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awarding_bodies" ADD CONSTRAINT "awarding_bodies_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awarding_bodies" ADD CONSTRAINT "awarding_bodies_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_credentials" ADD CONSTRAINT "course_credentials_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_credentials" ADD CONSTRAINT "course_credentials_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "isco_groups" ADD CONSTRAINT "isco_groups_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_skills" ADD CONSTRAINT "occupation_skills_occupation_id_occupations_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_skills" ADD CONSTRAINT "occupation_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_isco_code_isco_groups_code_fk" FOREIGN KEY ("isco_code") REFERENCES "public"."isco_groups"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_skills" ADD CONSTRAINT "outcome_skills_outcome_id_outcomes_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."outcomes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_skills" ADD CONSTRAINT "outcome_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_identifiers" ADD CONSTRAINT "provider_identifiers_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_groups" ADD CONSTRAINT "skill_groups_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_relations" ADD CONSTRAINT "skill_relations_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_relations" ADD CONSTRAINT "skill_relations_related_id_skills_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_run_id_import_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "courses_provider_idx" ON "courses" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "awarding_bodies_provider_idx" ON "awarding_bodies" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "course_credentials_credential_idx" ON "course_credentials" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "occupation_broader_up_idx" ON "occupation_broader" USING btree ("broader_uri");--> statement-breakpoint
CREATE INDEX "occupation_skills_skill_idx" ON "occupation_skills" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "occupations_isco_idx" ON "occupations" USING btree ("isco_code");--> statement-breakpoint
CREATE INDEX "occupations_source_idx" ON "occupations" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "outcome_skills_skill_idx" ON "outcome_skills" USING btree ("skill_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outcomes_course_key" ON "outcomes" USING btree ("course_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "outcomes_credential_key" ON "outcomes" USING btree ("credential_id","position");--> statement-breakpoint
CREATE INDEX "provider_identifiers_provider_idx" ON "provider_identifiers" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "runs_course_idx" ON "runs" USING btree ("course_id","position");--> statement-breakpoint
CREATE INDEX "skill_broader_up_idx" ON "skill_broader" USING btree ("broader_uri");--> statement-breakpoint
CREATE INDEX "skill_relations_related_idx" ON "skill_relations" USING btree ("related_id");--> statement-breakpoint
CREATE INDEX "skills_source_idx" ON "skills" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slugs_current_key" ON "slugs" USING btree ("kind","record_id") WHERE "slugs"."is_current";--> statement-breakpoint
CREATE INDEX "import_items_record_idx" ON "import_items" USING btree ("source_id","kind","external_id");--> statement-breakpoint
CREATE INDEX "import_runs_source_idx" ON "import_runs" USING btree ("source_id","finished_at");