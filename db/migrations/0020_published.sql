CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"table_name" text NOT NULL,
	"quarter" integer NOT NULL,
	"version" integer NOT NULL,
	"reason" text,
	"measures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_on" date DEFAULT current_date NOT NULL,
	"withdrawn_on" date,
	"withdrawn_why" text
);
--> statement-breakpoint
ALTER TABLE "publications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "published_rows" (
	"publication_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"level" text NOT NULL,
	"province_id" uuid,
	"cells" jsonb NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	CONSTRAINT "published_rows_pkey" PRIMARY KEY("publication_id","place_id")
);
--> statement-breakpoint
ALTER TABLE "published_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"publication_id" uuid NOT NULL,
	"date" date NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "withdrawals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "publications_version" ON "publications" USING btree ("table_name","quarter","version");--> statement-breakpoint
CREATE INDEX "withdrawals_publication" ON "withdrawals" USING btree ("publication_id");--> statement-breakpoint
CREATE POLICY "publications_read" ON "publications" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "publications_write" ON "publications" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));--> statement-breakpoint
CREATE POLICY "published_rows_read" ON "published_rows" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_national_writer()) or not withdrawn and ((select app_published_nation())
        or level = 'district' and place_id = any((select app_published_districts())::uuid[])
        or level <> 'district' and (select cardinality(app_published_districts())) > 0));--> statement-breakpoint
CREATE POLICY "published_rows_write" ON "published_rows" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));--> statement-breakpoint
CREATE POLICY "withdrawals_read" ON "withdrawals" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "withdrawals_write" ON "withdrawals" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));