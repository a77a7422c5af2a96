CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_name" CHECK (length(name) between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "external_ids" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid,
	"system" text NOT NULL,
	"kind" text NOT NULL,
	"scheme" text NOT NULL,
	"external_id" text NOT NULL,
	"combo" text DEFAULT '' NOT NULL,
	"reporter_kind" smallint,
	"reporter_id" uuid,
	"element_number" smallint,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "external_ids_once" UNIQUE NULLS NOT DISTINCT("system","kind","scheme","external_id","combo","district_id"),
	CONSTRAINT "external_ids_reporter" CHECK ((reporter_kind is null) = (reporter_id is null))
);
--> statement-breakpoint
ALTER TABLE "external_ids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "value_import_chunks" (
	"import_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"district_id" uuid NOT NULL,
	"reporter_kinds" smallint[] NOT NULL,
	"reporters" uuid[] NOT NULL,
	"elements" smallint[] NOT NULL,
	"periods" integer[] NOT NULL,
	"amounts" integer[] NOT NULL,
	"row_nos" integer[] NOT NULL,
	"sizes" integer[] NOT NULL,
	"done" smallint[],
	"before" integer[],
	"before_status" smallint[],
	"counts" jsonb,
	"written_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "value_import_chunks_import_id_no_pk" PRIMARY KEY("import_id","no")
);
--> statement-breakpoint
ALTER TABLE "value_import_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "value_import_conflicts" (
	"import_id" uuid NOT NULL,
	"chunk" integer NOT NULL,
	"row_no" integer NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "value_import_conflicts_import_id_chunk_row_no_field_reason_value_pk" PRIMARY KEY("import_id","chunk","row_no","field","reason","value")
);
--> statement-breakpoint
ALTER TABLE "value_import_conflicts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "value_import_ids" (
	"import_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"no" integer NOT NULL,
	"external_id" text NOT NULL,
	"combo" text DEFAULT '' NOT NULL,
	"attribute" text DEFAULT '' NOT NULL,
	"rows" integer NOT NULL,
	"first_row" integer NOT NULL,
	"outcome" text DEFAULT 'unknown' NOT NULL,
	"reporter_kind" smallint,
	"reporter_id" uuid,
	"reporter_no" integer,
	"element_number" smallint,
	CONSTRAINT "value_import_ids_import_id_kind_no_pk" PRIMARY KEY("import_id","kind","no")
);
--> statement-breakpoint
ALTER TABLE "value_import_ids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "value_import_pages" (
	"import_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"row_nos" integer[] NOT NULL,
	"units" integer[] NOT NULL,
	"elements" integer[] NOT NULL,
	"periods" integer[] NOT NULL,
	"amounts" integer[] NOT NULL,
	CONSTRAINT "value_import_pages_import_id_page_pk" PRIMARY KEY("import_id","page")
);
--> statement-breakpoint
ALTER TABLE "value_import_pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "value_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid,
	"file_name" text NOT NULL,
	"file_sha256" text DEFAULT '' NOT NULL,
	"format" text NOT NULL,
	"via" text NOT NULL,
	"system" text NOT NULL,
	"unit_scheme" text NOT NULL,
	"element_scheme" text NOT NULL,
	"strategy" text NOT NULL,
	"status" text DEFAULT 'reading' NOT NULL,
	"size" integer DEFAULT 0 NOT NULL,
	"refused" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"unused" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "value_imports_size" CHECK (length(file_name) <= 200)
);
--> statement-breakpoint
ALTER TABLE "value_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_import_chunks" ADD CONSTRAINT "value_import_chunks_import_id_value_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."value_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_import_conflicts" ADD CONSTRAINT "value_import_conflicts_import_id_value_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."value_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_import_ids" ADD CONSTRAINT "value_import_ids_import_id_value_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."value_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_import_pages" ADD CONSTRAINT "value_import_pages_import_id_value_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."value_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_tokens_user" ON "api_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "value_imports_created" ON "value_imports" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "api_tokens_seen" ON "api_tokens" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "api_tokens_made" ON "api_tokens" AS PERMISSIVE FOR INSERT TO "connect_app" WITH CHECK (user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "api_tokens_revoked" ON "api_tokens" AS PERMISSIVE FOR UPDATE TO "connect_app" USING ((select app_admin()) or user_id = (select app_user())) WITH CHECK ((select app_admin()) or user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "external_ids_read" ON "external_ids" AS PERMISSIVE FOR SELECT TO "connect_app" USING (district_id is null or (select app_admin()) or district_id = any((select app_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "external_ids_write" ON "external_ids" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin()) or district_id = any((select app_districts())::uuid[])) WITH CHECK ((select app_admin()) or district_id = any((select app_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "value_import_chunks_reach" ON "value_import_chunks" AS PERMISSIVE FOR ALL TO "connect_app" USING (exists (select from value_imports i where i.id = import_id)) WITH CHECK (exists (select from value_imports i where i.id = import_id));--> statement-breakpoint
CREATE POLICY "value_import_conflicts_reach" ON "value_import_conflicts" AS PERMISSIVE FOR ALL TO "connect_app" USING (exists (select from value_imports i where i.id = import_id)) WITH CHECK (exists (select from value_imports i where i.id = import_id));--> statement-breakpoint
CREATE POLICY "value_import_ids_reach" ON "value_import_ids" AS PERMISSIVE FOR ALL TO "connect_app" USING (exists (select from value_imports i where i.id = import_id)) WITH CHECK (exists (select from value_imports i where i.id = import_id));--> statement-breakpoint
CREATE POLICY "value_import_pages_reach" ON "value_import_pages" AS PERMISSIVE FOR ALL TO "connect_app" USING (exists (select from value_imports i where i.id = import_id)) WITH CHECK (exists (select from value_imports i where i.id = import_id));--> statement-breakpoint
CREATE POLICY "value_imports_reach" ON "value_imports" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin()) or created_by = (select app_user()) or district_id = any((select app_districts())::uuid[])) WITH CHECK (created_by = (select app_user()) and (district_id = any((select app_districts())::uuid[]) or (select app_admin())) or (select app_admin()));