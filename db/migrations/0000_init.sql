CREATE TABLE "change_payloads" (
	"change_id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid,
	"village_id" uuid,
	"sensitive" boolean DEFAULT false NOT NULL,
	"fields" jsonb,
	"before" jsonb,
	"after" jsonb,
	"base" jsonb,
	"why" text,
	"erased_at" timestamp with time zone,
	"erased_by" uuid,
	"erased_why" text
);
--> statement-breakpoint
ALTER TABLE "change_payloads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"district_id" uuid,
	"village_id" uuid,
	"sensitive" boolean DEFAULT false NOT NULL,
	"author_id" uuid NOT NULL,
	"carrier_id" uuid NOT NULL,
	"device_id" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status" text NOT NULL,
	"digest" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "held_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid,
	"village_id" uuid,
	"sensitive" boolean DEFAULT false NOT NULL,
	"waits_for" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"carrier_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "held_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "server_state" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"epoch" uuid DEFAULT gen_random_uuid() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "server_state" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subjects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"district_id" uuid,
	"village_id" uuid,
	"sensitive" boolean DEFAULT false NOT NULL,
	"versions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"conflicts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"head_hash" text DEFAULT '' NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"row_no" integer NOT NULL,
	"outcome" text NOT NULL,
	"column" text,
	"error_code" text,
	"value" text,
	"suggestion" jsonb,
	"subject" uuid,
	"next" jsonb,
	"previous" jsonb,
	"applied" text,
	CONSTRAINT "import_rows_import_id_row_no_pk" PRIMARY KEY("import_id","row_no")
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'dry_run' NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "imports_size" CHECK (length(file_name) <= 200)
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"action_id" uuid,
	"workshop_id" uuid,
	"text" text NOT NULL,
	"date" date NOT NULL,
	"meeting" text
);
--> statement-breakpoint
ALTER TABLE "decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instruction_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"instruction_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"date" date NOT NULL,
	"office" text NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "instruction_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instructions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"action_id" uuid,
	"workshop_id" uuid,
	"to_office" text NOT NULL,
	"text" text NOT NULL,
	"date" date NOT NULL,
	"due" date,
	"delivery" text NOT NULL,
	"withdrawn" boolean,
	"status" text DEFAULT 'given' NOT NULL,
	"status_date" date
);
--> statement-breakpoint
ALTER TABLE "instructions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "map_categories" (
	"id" text PRIMARY KEY NOT NULL,
	"frame" text NOT NULL,
	"glyph" text NOT NULL,
	"label_lo" text NOT NULL,
	"label_en" text NOT NULL,
	"sensitive" boolean NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "map_categories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "map_features" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"map_id" uuid NOT NULL,
	"category" text NOT NULL,
	"geometry" jsonb NOT NULL,
	"label" text,
	"note" text,
	"season" text NOT NULL,
	"households" integer,
	"people" integer,
	"sensitive" boolean NOT NULL,
	"photo_id" uuid
);
--> statement-breakpoint
ALTER TABLE "map_features" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "maps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"group_id" uuid,
	"title" text,
	"base" text NOT NULL,
	"date" date,
	"photo_id" uuid,
	"control_points" jsonb,
	"photo_opacity" double precision,
	"centre" jsonb,
	"zoom" double precision,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "maps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"type" text NOT NULL,
	"caption" text,
	"taken_at" timestamp with time zone,
	"sensitive" boolean NOT NULL,
	"covered_from_id" uuid,
	"covered_confirmed" boolean,
	"location_kept" boolean,
	"location" jsonb,
	"stored_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"place_id" uuid NOT NULL,
	"facility_id" uuid,
	"from_date" date NOT NULL,
	"to_date" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "assignments_role_known" CHECK (role in ('facilitator','health_centre','health_office','mentor','governor_office','province','ministry','partner','administrator')),
	CONSTRAINT "assignments_dates" CHECK ("assignments"."to_date" is null or "assignments"."to_date" >= "assignments"."from_date")
);
--> statement-breakpoint
ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credentials" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text,
	"password_changed_at" timestamp with time zone,
	"must_change" boolean DEFAULT false NOT NULL,
	"totp_secret" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" bigint
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"public_key" jsonb NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"registered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitations_purpose_known" CHECK ("invitations"."purpose" in ('invite', 'reset'))
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "privacy_acceptances" (
	"user_id" uuid NOT NULL,
	"version" text NOT NULL,
	"accepted_on" date DEFAULT (now() at time zone 'Asia/Vientiane')::date NOT NULL,
	CONSTRAINT "privacy_acceptances_user_id_version_pk" PRIMARY KEY("user_id","version")
);
--> statement-breakpoint
ALTER TABLE "privacy_acceptances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "security_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"by_user_id" uuid,
	"ip_prefix" text DEFAULT '' NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "security_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sensitive_reads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"what" text NOT NULL,
	"subject_id" uuid,
	"district_id" uuid
);
--> statement-breakpoint
ALTER TABLE "sensitive_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"idle_seconds" integer NOT NULL,
	"revoked_at" timestamp with time zone,
	"user_agent" text DEFAULT '' NOT NULL,
	"ip_prefix" text DEFAULT '' NOT NULL,
	"second_factor_at" timestamp with time zone,
	"federated" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "sign_in_throttle" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"display_name" text NOT NULL,
	"office" text DEFAULT '' NOT NULL,
	"email" text,
	"phone" text,
	"locale" text DEFAULT 'lo' NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_login_form" CHECK ("users"."login" = lower(btrim("users"."login")) and length("users"."login") between 3 and 60),
	CONSTRAINT "users_email_form" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_phone_form" CHECK ("users"."phone" ~ '^[0-9]{8,15}$'),
	CONSTRAINT "users_locale_known" CHECK ("users"."locale" in ('lo', 'en'))
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catchments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"facility_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"travel_min_dry" smallint,
	"travel_min_wet" smallint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "catchments_minutes" CHECK (travel_min_dry >= 0 and travel_min_wet >= 0),
	CONSTRAINT "catchments_period" CHECK (valid_to is null or valid_from is null or valid_from < valid_to)
);
--> statement-breakpoint
ALTER TABLE "catchments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ethnic_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"family" text NOT NULL,
	"name_lo" text NOT NULL,
	"name_en" text NOT NULL,
	"position" smallint NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"needs_review" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ethnic_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facilities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"name_lo" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"lat" double precision,
	"lng" double precision,
	"code" text,
	"dhis2_uid" text,
	"valid_from" date,
	"valid_to" date,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "facilities_point" CHECK ((lat is null) = (lng is null) and lat between -90 and 90 and lng between -180 and 180),
	CONSTRAINT "facilities_period" CHECK (valid_to is null or valid_from is null or valid_from < valid_to)
);
--> statement-breakpoint
ALTER TABLE "facilities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_boundaries" (
	"place_id" uuid NOT NULL,
	"geometry" jsonb NOT NULL,
	"source" text NOT NULL,
	"credit" text NOT NULL,
	"valid_from" date NOT NULL,
	CONSTRAINT "place_boundaries_place_id_valid_from_pk" PRIMARY KEY("place_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "place_boundaries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"date" date NOT NULL,
	"kind" text NOT NULL,
	"from_ids" jsonb NOT NULL,
	"to_ids" jsonb NOT NULL,
	"decree" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"effect" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "place_changes_kind" CHECK (kind in ('create','rename','merge','split','reparent','abolish'))
);
--> statement-breakpoint
ALTER TABLE "place_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_codes" (
	"place_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"code" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"disputed" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "place_codes_place_id_scheme_code_pk" PRIMARY KEY("place_id","scheme","code")
);
--> statement-breakpoint
ALTER TABLE "place_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_names" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place_id" uuid NOT NULL,
	"name_lo" text DEFAULT '' NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"source" text NOT NULL,
	CONSTRAINT "place_names_period" CHECK (valid_to is null or valid_from is null or valid_from < valid_to)
);
--> statement-breakpoint
ALTER TABLE "place_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_parents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"child_id" uuid NOT NULL,
	"parent_id" uuid NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "place_parents_self" CHECK (child_id <> parent_id),
	CONSTRAINT "place_parents_period" CHECK (valid_to is null or valid_from is null or valid_from < valid_to)
);
--> statement-breakpoint
ALTER TABLE "place_parents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"parent_id" uuid,
	"district_id" uuid,
	"province_id" uuid,
	"name_lo" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"search_keys" text DEFAULT '' NOT NULL,
	"code" text,
	"lat" double precision,
	"lng" double precision,
	"valid_from" date,
	"valid_to" date,
	"source" text NOT NULL,
	"needs_review" boolean DEFAULT false NOT NULL,
	"review_reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "places_level" CHECK (level in ('country','province','district','taseng','kumban','village')),
	CONSTRAINT "places_holder" CHECK (level not in ('district','taseng','kumban','village') or district_id is not null),
	CONSTRAINT "places_point" CHECK ((lat is null) = (lng is null) and lat between -90 and 90 and lng between -180 and 180),
	CONSTRAINT "places_period" CHECK (valid_to is null or valid_from is null or valid_from < valid_to)
);
--> statement-breakpoint
ALTER TABLE "places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "settlements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"geonames_id" text,
	"name_lo" text DEFAULT '' NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"province_id" uuid,
	"district_id" uuid,
	"on_border" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "settlements_point" CHECK (lat between -90 and 90 and lng between -180 and 180)
);
--> statement-breakpoint
ALTER TABLE "settlements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "spoken_languages" (
	"id" text PRIMARY KEY NOT NULL,
	"name_lo" text NOT NULL,
	"name_en" text NOT NULL,
	"position" smallint NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spoken_languages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "village_profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"date" date NOT NULL,
	"source" text NOT NULL,
	"population" integer,
	"females" integer,
	"households" integer,
	"ethnic_groups" jsonb,
	"languages" jsonb,
	"poverty_status" text,
	"dry_access" text,
	"wet_access" text,
	"note" text,
	CONSTRAINT "village_profiles_village_given" CHECK (village_id is not null),
	CONSTRAINT "village_profiles_counts" CHECK (population >= 0 and households >= 0 and females between 0 and coalesce(population, females))
);
--> statement-breakpoint
ALTER TABLE "village_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"plan_id" uuid NOT NULL,
	"problem_id" uuid,
	"solution_id" uuid,
	"what" text NOT NULL,
	"level" text NOT NULL,
	"lead" text,
	"lead_note" text,
	"support" jsonb,
	"start" date,
	"due" date,
	"resources" text,
	"cost_kip" bigint,
	"fund_source" text,
	"funder" text,
	"indicator" text,
	"target" text,
	"carried_from_id" uuid,
	"position" integer,
	"status" text DEFAULT 'not_started' NOT NULL,
	"status_date" date,
	"status_report_id" uuid,
	"status_received_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "actions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"progress_id" uuid NOT NULL,
	"confirmed" boolean NOT NULL,
	"date" date NOT NULL,
	"office" text NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "confirmations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "endorsements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"plan_id" uuid NOT NULL,
	"office" text NOT NULL,
	"date" date NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "endorsements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"title" text,
	"status" text NOT NULL,
	"agreed_date" date,
	"displayed_date" date,
	"display_place" text,
	"display_photo_id" uuid,
	"next_review" date,
	"previous_plan_id" uuid,
	"visit_offsets" jsonb
);
--> statement-breakpoint
ALTER TABLE "plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "progress_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"action_id" uuid NOT NULL,
	"status" text NOT NULL,
	"date" date NOT NULL,
	"note" text,
	"blocker" text,
	"milestone" text,
	"photo_id" uuid,
	"office" text NOT NULL,
	"visit_id" uuid
);
--> statement-breakpoint
ALTER TABLE "progress_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shares" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"plan_id" uuid NOT NULL,
	"token" text NOT NULL,
	"valid_until" date,
	"revoked" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"problem_id" uuid NOT NULL,
	"device" uuid NOT NULL,
	"dots" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ballots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comparisons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"problem_a" uuid NOT NULL,
	"problem_b" uuid NOT NULL,
	"winner" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comparisons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"label" text NOT NULL,
	"weight" double precision NOT NULL,
	"position" integer
);
--> statement-breakpoint
ALTER TABLE "criteria" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problem_features" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"problem_id" uuid NOT NULL,
	"feature_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "problem_features" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problem_nodes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"problem_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"position" integer
);
--> statement-breakpoint
ALTER TABLE "problem_nodes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problems" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"category" text,
	"raised_by_group_id" uuid,
	"whom_it_touches" text,
	"people_touched" integer,
	"note" text,
	"position" integer
);
--> statement-breakpoint
ALTER TABLE "problems" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"problem_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"score" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "scores" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "solutions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"problem_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"text" text NOT NULL,
	"proposed_by_group_id" uuid,
	"chosen" boolean NOT NULL,
	"note" text,
	"position" integer
);
--> statement-breakpoint
ALTER TABLE "solutions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"parties" jsonb NOT NULL,
	"signed" date,
	"amount_kip" bigint,
	"amount_usd" integer,
	"scope" text,
	"source" text
);
--> statement-breakpoint
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"name_lo" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"from" date,
	"to" date,
	"successor_id" uuid,
	"source" text,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "institutions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reach_figures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"date" date NOT NULL,
	"date_wording" text NOT NULL,
	"villages" integer,
	"districts" integer,
	"provinces" integer,
	"wording" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reach_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"plan_id" uuid NOT NULL,
	"offset_months" integer,
	"due_date" date,
	"held_date" date,
	"level" text NOT NULL,
	"visitors" jsonb,
	"checklist" jsonb,
	"findings" text,
	"next_step" text,
	"next_visit_due" date,
	"place" text
);
--> statement-breakpoint
ALTER TABLE "visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attendance_tallies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"age_band" text NOT NULL,
	"ethnic_group_id" text,
	"role" text NOT NULL,
	"disability" boolean,
	"device" uuid NOT NULL,
	"people" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attendance_tallies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"party" text NOT NULL,
	"text" text NOT NULL,
	"due" date,
	"kept" text,
	"kept_note" text,
	"position" integer
);
--> statement-breakpoint
ALTER TABLE "commitments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"use" text NOT NULL,
	"given" boolean NOT NULL,
	"given_by" text NOT NULL,
	"date" date NOT NULL,
	"until" date,
	"withdrawn_on" date,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workshop_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text,
	"ethnic_group_id" text,
	"people" integer,
	"method" text,
	"dots_per_person" integer,
	"tie_note" text
);
--> statement-breakpoint
ALTER TABLE "workshop_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workshop_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"workshop_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"held" boolean NOT NULL,
	"minutes" integer,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "workshop_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workshops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"module" text NOT NULL,
	"level" text NOT NULL,
	"status" text DEFAULT 'under_way' NOT NULL,
	"title" text,
	"start_date" date NOT NULL,
	"end_date" date,
	"venue" text,
	"facilitators" jsonb,
	"languages" jsonb,
	"interpreter" boolean,
	"fund_source" text,
	"funder" text,
	"cost_kip" bigint,
	"steps_done" jsonb,
	"note" text,
	"source" text
);
--> statement-breakpoint
ALTER TABLE "workshops" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_acceptances" ADD CONSTRAINT "privacy_acceptances_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catchments" ADD CONSTRAINT "catchments_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catchments" ADD CONSTRAINT "catchments_village_id_places_id_fk" FOREIGN KEY ("village_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_district_id_places_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_village_id_places_id_fk" FOREIGN KEY ("village_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_boundaries" ADD CONSTRAINT "place_boundaries_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_codes" ADD CONSTRAINT "place_codes_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_names" ADD CONSTRAINT "place_names_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_parents" ADD CONSTRAINT "place_parents_child_id_places_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_parents" ADD CONSTRAINT "place_parents_parent_id_places_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_subject" ON "changes" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "changes_pull" ON "changes" USING btree ("district_id","xid","seq");--> statement-breakpoint
CREATE INDEX "held_changes_waits_for" ON "held_changes" USING btree ("waits_for");--> statement-breakpoint
CREATE INDEX "subjects_conflicts" ON "subjects" USING btree ("district_id") WHERE conflicts <> '{}'::jsonb;--> statement-breakpoint
CREATE INDEX "imports_created" ON "imports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "imports_file" ON "imports" USING btree ("kind","file_sha256");--> statement-breakpoint
CREATE INDEX "decisions_district" ON "decisions" USING btree ("district_id","date");--> statement-breakpoint
CREATE INDEX "instruction_answers_instruction" ON "instruction_answers" USING btree ("instruction_id");--> statement-breakpoint
CREATE INDEX "instructions_district" ON "instructions" USING btree ("district_id","date");--> statement-breakpoint
CREATE INDEX "instructions_action" ON "instructions" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "map_features_map" ON "map_features" USING btree ("map_id");--> statement-breakpoint
CREATE INDEX "map_features_district" ON "map_features" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "maps_workshop" ON "maps" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "maps_village" ON "maps" USING btree ("village_id");--> statement-breakpoint
CREATE INDEX "photos_workshop" ON "photos" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "photos_sha256" ON "photos" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "assignments_user" ON "assignments" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "assignments_place" ON "assignments" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "devices_user" ON "devices" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_code_key" ON "invitations" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "invitations_user" ON "invitations" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "security_events_user" ON "security_events" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "sensitive_reads_at" ON "sensitive_reads" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_login_key" ON "users" USING btree ("login");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_phone_key" ON "users" USING btree ("phone");--> statement-breakpoint
CREATE UNIQUE INDEX "catchments_one_open" ON "catchments" USING btree ("village_id") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "catchments_facility" ON "catchments" USING btree ("facility_id");--> statement-breakpoint
CREATE UNIQUE INDEX "facilities_code" ON "facilities" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "facilities_dhis2" ON "facilities" USING btree ("dhis2_uid");--> statement-breakpoint
CREATE INDEX "facilities_district" ON "facilities" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "place_changes_date" ON "place_changes" USING btree ("date");--> statement-breakpoint
CREATE INDEX "place_codes_lookup" ON "place_codes" USING btree ("scheme","code");--> statement-breakpoint
CREATE UNIQUE INDEX "place_names_once" ON "place_names" USING btree ("place_id","kind","name_lo","name_en","valid_from") WHERE valid_from is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "place_names_always" ON "place_names" USING btree ("place_id","kind","name_lo","name_en") WHERE valid_from is null;--> statement-breakpoint
CREATE UNIQUE INDEX "place_parents_one_open" ON "place_parents" USING btree ("child_id") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "place_parents_child" ON "place_parents" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "place_parents_parent" ON "place_parents" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "places_code" ON "places" USING btree ("code");--> statement-breakpoint
CREATE INDEX "places_parent" ON "places" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "places_district_level" ON "places" USING btree ("district_id","level");--> statement-breakpoint
CREATE INDEX "places_province_level" ON "places" USING btree ("province_id","level");--> statement-breakpoint
CREATE INDEX "places_search" ON "places" USING gin ("search_keys" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "settlements_geonames" ON "settlements" USING btree ("geonames_id");--> statement-breakpoint
CREATE INDEX "settlements_district" ON "settlements" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "village_profiles_village" ON "village_profiles" USING btree ("district_id","village_id","date");--> statement-breakpoint
CREATE INDEX "actions_plan" ON "actions" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "actions_district" ON "actions" USING btree ("district_id","status","due");--> statement-breakpoint
CREATE INDEX "actions_village" ON "actions" USING btree ("village_id");--> statement-breakpoint
CREATE INDEX "confirmations_progress" ON "confirmations" USING btree ("progress_id");--> statement-breakpoint
CREATE INDEX "endorsements_plan" ON "endorsements" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "plans_workshop" ON "plans" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "plans_district" ON "plans" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "plans_village" ON "plans" USING btree ("village_id");--> statement-breakpoint
CREATE INDEX "progress_reports_action" ON "progress_reports" USING btree ("action_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shares_token" ON "shares" USING btree ("token");--> statement-breakpoint
CREATE INDEX "shares_plan" ON "shares" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "ballots_workshop" ON "ballots" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "comparisons_workshop" ON "comparisons" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "criteria_workshop" ON "criteria" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "problem_features_problem" ON "problem_features" USING btree ("problem_id");--> statement-breakpoint
CREATE INDEX "problem_nodes_problem" ON "problem_nodes" USING btree ("problem_id");--> statement-breakpoint
CREATE INDEX "problems_workshop" ON "problems" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "problems_village" ON "problems" USING btree ("village_id");--> statement-breakpoint
CREATE INDEX "scores_workshop" ON "scores" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "solutions_problem" ON "solutions" USING btree ("problem_id");--> statement-breakpoint
CREATE INDEX "solutions_workshop" ON "solutions" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "visits_plan" ON "visits" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "visits_district" ON "visits" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "attendance_tallies_workshop" ON "attendance_tallies" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "commitments_workshop" ON "commitments" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "commitments_district" ON "commitments" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "consents_workshop" ON "consents" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "workshop_groups_workshop" ON "workshop_groups" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "workshop_sessions_workshop" ON "workshop_sessions" USING btree ("workshop_id");--> statement-breakpoint
CREATE INDEX "workshops_district" ON "workshops" USING btree ("district_id","start_date");--> statement-breakpoint
CREATE INDEX "workshops_village" ON "workshops" USING btree ("village_id","start_date");--> statement-breakpoint
CREATE POLICY "change_payloads_scope" ON "change_payloads" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "change_payloads_nation" ON "change_payloads" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "change_payloads_national" ON "change_payloads" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id is null and ((select app_admin()) or (select app_national_writer()))) WITH CHECK (district_id is null and ((select app_admin()) or (select app_national_writer())));--> statement-breakpoint
CREATE POLICY "change_payloads_sensitive" ON "change_payloads" AS RESTRICTIVE FOR ALL TO "connect_app" USING (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin())) WITH CHECK (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin()));--> statement-breakpoint
CREATE POLICY "changes_scope" ON "changes" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "changes_nation" ON "changes" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "changes_national" ON "changes" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id is null and ((select app_admin()) or (select app_national_writer()))) WITH CHECK (district_id is null and ((select app_admin()) or (select app_national_writer())));--> statement-breakpoint
CREATE POLICY "changes_sensitive" ON "changes" AS RESTRICTIVE FOR ALL TO "connect_app" USING (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin())) WITH CHECK (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin()));--> statement-breakpoint
CREATE POLICY "held_changes_scope" ON "held_changes" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "held_changes_nation" ON "held_changes" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "held_changes_sensitive" ON "held_changes" AS RESTRICTIVE FOR ALL TO "connect_app" USING (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin())) WITH CHECK (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin()));--> statement-breakpoint
CREATE POLICY "server_state_read" ON "server_state" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "server_state_write" ON "server_state" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "subjects_scope" ON "subjects" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "subjects_nation" ON "subjects" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "subjects_national" ON "subjects" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id is null and ((select app_admin()) or (select app_national_writer()))) WITH CHECK (district_id is null and ((select app_admin()) or (select app_national_writer())));--> statement-breakpoint
CREATE POLICY "subjects_sensitive" ON "subjects" AS RESTRICTIVE FOR ALL TO "connect_app" USING (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin())) WITH CHECK (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin()));--> statement-breakpoint
CREATE POLICY "import_rows_admin" ON "import_rows" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "imports_admin" ON "imports" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "decisions_scope" ON "decisions" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "decisions_nation" ON "decisions" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "instruction_answers_scope" ON "instruction_answers" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "instruction_answers_nation" ON "instruction_answers" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "instructions_scope" ON "instructions" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "instructions_nation" ON "instructions" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "map_categories_read" ON "map_categories" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "map_categories_write" ON "map_categories" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "map_features_scope" ON "map_features" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "map_features_nation" ON "map_features" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "map_features_sensitive" ON "map_features" AS RESTRICTIVE FOR ALL TO "connect_app" USING (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin())) WITH CHECK (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin()));--> statement-breakpoint
CREATE POLICY "maps_scope" ON "maps" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "maps_nation" ON "maps" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "photos_scope" ON "photos" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "photos_nation" ON "photos" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "photos_sensitive" ON "photos" AS RESTRICTIVE FOR ALL TO "connect_app" USING (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin())) WITH CHECK (not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin()));--> statement-breakpoint
CREATE POLICY "assignments_seen" ON "assignments" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or user_id = (select app_user()) or app_supervises(user_id));--> statement-breakpoint
CREATE POLICY "assignments_made" ON "assignments" AS PERMISSIVE FOR INSERT TO "connect_app" WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "assignments_changed" ON "assignments" AS PERMISSIVE FOR UPDATE TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "devices_seen" ON "devices" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or user_id = (select app_user()) or app_supervises(user_id));--> statement-breakpoint
CREATE POLICY "devices_registered" ON "devices" AS PERMISSIVE FOR INSERT TO "connect_app" WITH CHECK (user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "devices_changed" ON "devices" AS PERMISSIVE FOR UPDATE TO "connect_app" USING ((select app_admin()) or user_id = (select app_user()) or app_supervises(user_id)) WITH CHECK ((select app_admin()) or user_id = (select app_user()) or app_supervises(user_id));--> statement-breakpoint
CREATE POLICY "invitations_seen" ON "invitations" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or app_supervises(user_id));--> statement-breakpoint
CREATE POLICY "invitations_made" ON "invitations" AS PERMISSIVE FOR INSERT TO "connect_app" WITH CHECK (created_by = (select app_user()) and ((select app_admin()) or app_supervises(user_id)));--> statement-breakpoint
CREATE POLICY "invitations_withdrawn" ON "invitations" AS PERMISSIVE FOR UPDATE TO "connect_app" USING ((select app_admin()) or app_supervises(user_id)) WITH CHECK ((select app_admin()) or app_supervises(user_id));--> statement-breakpoint
CREATE POLICY "privacy_acceptances_seen" ON "privacy_acceptances" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "privacy_acceptances_made" ON "privacy_acceptances" AS PERMISSIVE FOR INSERT TO "connect_app" WITH CHECK (user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "security_events_seen" ON "security_events" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "sensitive_reads_seen" ON "sensitive_reads" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()));--> statement-breakpoint
CREATE POLICY "sensitive_reads_logged" ON "sensitive_reads" AS PERMISSIVE FOR INSERT TO "connect_app" WITH CHECK (user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "sessions_seen" ON "sessions" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "sessions_ended" ON "sessions" AS PERMISSIVE FOR UPDATE TO "connect_app" USING ((select app_admin()) or user_id = (select app_user())) WITH CHECK ((select app_admin()) or user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "sign_in_throttle_counted" ON "sign_in_throttle" AS PERMISSIVE FOR ALL TO "connect_app" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "users_seen" ON "users" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or id = (select app_user()) or app_supervises(id));--> statement-breakpoint
CREATE POLICY "users_made" ON "users" AS PERMISSIVE FOR INSERT TO "connect_app" WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "users_changed" ON "users" AS PERMISSIVE FOR UPDATE TO "connect_app" USING ((select app_admin()) or id = (select app_user())) WITH CHECK ((select app_admin()) or id = (select app_user()));--> statement-breakpoint
CREATE POLICY "catchments_scope" ON "catchments" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "catchments_nation" ON "catchments" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "ethnic_groups_read" ON "ethnic_groups" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "ethnic_groups_write" ON "ethnic_groups" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "facilities_read" ON "facilities" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "facilities_write" ON "facilities" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "place_boundaries_read" ON "place_boundaries" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "place_boundaries_write" ON "place_boundaries" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "place_changes_read" ON "place_changes" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "place_changes_write" ON "place_changes" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "place_codes_read" ON "place_codes" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "place_codes_write" ON "place_codes" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "place_names_read" ON "place_names" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "place_names_write" ON "place_names" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "place_parents_read" ON "place_parents" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "place_parents_write" ON "place_parents" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "places_read" ON "places" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "places_write" ON "places" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "settlements_read" ON "settlements" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "settlements_write" ON "settlements" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "spoken_languages_read" ON "spoken_languages" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "spoken_languages_write" ON "spoken_languages" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "village_profiles_scope" ON "village_profiles" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "village_profiles_nation" ON "village_profiles" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "actions_scope" ON "actions" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "actions_nation" ON "actions" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "confirmations_scope" ON "confirmations" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "confirmations_nation" ON "confirmations" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "endorsements_scope" ON "endorsements" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "endorsements_nation" ON "endorsements" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "plans_scope" ON "plans" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "plans_nation" ON "plans" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "progress_reports_scope" ON "progress_reports" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "progress_reports_nation" ON "progress_reports" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "shares_scope" ON "shares" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "shares_nation" ON "shares" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "ballots_scope" ON "ballots" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "ballots_nation" ON "ballots" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "comparisons_scope" ON "comparisons" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "comparisons_nation" ON "comparisons" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "criteria_scope" ON "criteria" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "criteria_nation" ON "criteria" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "problem_features_scope" ON "problem_features" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "problem_features_nation" ON "problem_features" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "problem_nodes_scope" ON "problem_nodes" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "problem_nodes_nation" ON "problem_nodes" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "problems_scope" ON "problems" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "problems_nation" ON "problems" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "scores_scope" ON "scores" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "scores_nation" ON "scores" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "solutions_scope" ON "solutions" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "solutions_nation" ON "solutions" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "agreements_read" ON "agreements" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "agreements_write" ON "agreements" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));--> statement-breakpoint
CREATE POLICY "institutions_read" ON "institutions" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "institutions_write" ON "institutions" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));--> statement-breakpoint
CREATE POLICY "reach_figures_read" ON "reach_figures" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "reach_figures_write" ON "reach_figures" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));--> statement-breakpoint
CREATE POLICY "visits_scope" ON "visits" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "visits_nation" ON "visits" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "attendance_tallies_scope" ON "attendance_tallies" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "attendance_tallies_nation" ON "attendance_tallies" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "commitments_scope" ON "commitments" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "commitments_nation" ON "commitments" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "consents_scope" ON "consents" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "consents_nation" ON "consents" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "workshop_groups_scope" ON "workshop_groups" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "workshop_groups_nation" ON "workshop_groups" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "workshop_sessions_scope" ON "workshop_sessions" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "workshop_sessions_nation" ON "workshop_sessions" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "workshops_scope" ON "workshops" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "workshops_nation" ON "workshops" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));